import type { Writable } from 'node:stream';
import type { Assistant, AssistantResult } from '../assistant.ts';
import type { KnowledgeFolder, Passage } from '../knowledge/document.ts';
import type { AdapterDefinition } from '../messaging/index.ts';
import { createSearch, WEIGHTS, type WordMatch, wordMatches } from '../search/index.ts';
import { adapterTexts } from '../texts/index.ts';
import { previewTexts } from '../texts/preview.ts';
import { messageOf } from './ask.ts';

/** What `aga preview` looks at. */
export interface PreviewOptions {
  readonly folder: KnowledgeFolder;
  readonly assistant: Assistant;
  readonly platforms: readonly AdapterDefinition[];
  readonly question: string;
  /** Writes what each platform is sent, as one JSON object by platform, and nothing else. */
  readonly raw: boolean;
}

/** Answers a question and shows what each platform would show, how sure the assistant is, and why. */
export function preview(options: PreviewOptions, output: Writable): void {
  const { folder, assistant, platforms, question, raw } = options;
  const result = assistant.answer(messageOf('1', 'aga preview', question));
  const texts = adapterTexts(result.reply.language);
  const previews = platforms.flatMap((platform) => {
    const shown = platform.preview?.(result.reply, texts);
    return shown === undefined ? [] : [{ name: platform.name, ...shown }];
  });
  if (raw) {
    const payloads = Object.fromEntries(previews.map((each) => [each.name, each.payloads]));
    output.write(`${JSON.stringify(payloads, null, 2)}\n`);
    return;
  }
  for (const { name, shown } of previews) {
    output.write(heading(previewTexts.platforms[name] ?? name));
    shown.forEach((text, index) => {
      if (shown.length > 1) output.write(`${previewTexts.message(index + 1, shown.length)}\n`);
      output.write(`${text}\n\n`);
    });
  }
  output.write(heading(previewTexts.why));
  for (const line of reasons(result, folder, question)) output.write(`${line}\n`);
}

function heading(title: string): string {
  return `── ${title} ──\n\n`;
}

function reasons(result: AssistantResult, folder: KnowledgeFolder, question: string): string[] {
  const { answer, clarify } = WEIGHTS.bands;
  const outcome = previewTexts.outcome(result.intent, previewTexts.statuses[result.status]);
  if (result.candidates === undefined) return [outcome, previewTexts.noSearch];
  const found = createSearch(folder).ask(question, result.reply.language);
  const best = result.candidates[0];
  const sure = previewTexts.confidence(result.confidence, answer, clarify);
  if (best === undefined) return [outcome, sure, previewTexts.nothingFound];
  const rival = result.candidates.find(({ passage }) => passage.document !== best.passage.document);
  return [
    outcome,
    sure,
    previewTexts.passage(placeOf(best.passage)),
    rival === undefined
      ? previewTexts.noRunnerUp
      : previewTexts.runnerUp(placeOf(rival.passage), rival.score / best.score),
    previewTexts.words,
    ...wordMatches(found, best.passage, folder.synonyms).map(wordLine),
  ];
}

function placeOf({ document, section }: Passage): string {
  const anchor = section.anchor === '' ? '' : `#${section.anchor}`;
  return `${document.path}${anchor} («${section.heading === '' ? document.title : section.heading}»)`;
}

function wordLine({ word, corrected, where, as }: WordMatch): string {
  const named = corrected === undefined ? word : previewTexts.corrected(word, corrected);
  if (where === 'passage') return previewTexts.found(named, as);
  return where === 'elsewhere' ? previewTexts.elsewhere(named) : previewTexts.nowhere(named);
}
