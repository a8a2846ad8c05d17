import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Assistant, AssistantResult } from '../assistant.ts';
import { type IncomingMessage, plainText } from '../messaging/index.ts';

/** Answers one question and prints the reply as a person would see it, with what it offers next. */
export function askOnce(assistant: Assistant, question: string, output: Writable): void {
  const { reply } = assistant.answer(messageOf('1', 'aga', question));
  const offers = reply.suggestions.map(({ label }, index) => `${index + 1}) ${label}`);
  output.write(`${[plainText(reply), ...(offers.length > 0 ? [offers.join('\n')] : [])].join('\n\n')}\n`);
}

/**
 * Reads questions as JSON lines `{"id","conversation","text"}` and writes one JSON line each, in the same
 * order, as they are answered. A line that can't be read gets `status: "error"`; the rest go on.
 */
export async function askLines(assistant: Assistant, input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerLine(assistant, line))}\n`))
      await new Promise<void>((resolve) => output.once('drain', resolve));
  }
}

function answerLine(assistant: Assistant, line: string): Readonly<Record<string, unknown>> {
  const request = parseLine(line);
  if ('problem' in request)
    return {
      id: request.id,
      intent: 'none',
      status: 'error',
      reason: request.problem,
      confidence: 0,
      text: '',
      sources: [],
      candidates: [],
    };
  const { id, conversation, text } = request;
  return { id, ...lineOf(assistant.answer(messageOf(String(id), conversation, text))) };
}

type Line =
  | { readonly id: string | number; readonly conversation: string; readonly text: string }
  | { readonly id: unknown; readonly problem: string };

function parseLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, problem: 'invalid-json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, problem: 'not-an-object' };
  const { id = null, conversation = id, text } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number') return { id: null, problem: 'id-missing' };
  if (typeof text !== 'string') return { id, problem: 'text-missing' };
  return { id, conversation: String(conversation), text };
}

/** A result as `aga ask --jsonl` writes it, without the id. */
function lineOf(result: AssistantResult): Readonly<Record<string, unknown>> {
  return {
    intent: result.intent,
    status: result.status,
    reason: result.reason ?? null,
    confidence: round(result.confidence),
    text: plainText(result.reply),
    sources: result.reply.sources.map(({ path, title, anchor = '', date = null, url = null }) => ({
      path,
      title,
      anchor,
      date,
      url,
    })),
    candidates: (result.candidates ?? []).slice(0, 10).map(({ passage, score }) => ({
      path: passage.document.path,
      anchor: passage.section.anchor,
      score: round(score),
    })),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** A text as a message; one that starts with `/` is a command. */
export function messageOf(id: string, conversation: string, text: string): IncomingMessage {
  const command = /^\/([a-z0-9_]{1,32})(?:\s+([\s\S]*))?$/i.exec(text.trim());
  return {
    id,
    platform: 'aga',
    conversation: { id: conversation, kind: 'direct' },
    author: { id: conversation },
    input:
      command === null
        ? { kind: 'text', text }
        : { kind: 'command', name: (command[1] ?? '').toLowerCase(), args: command[2] ?? '' },
  };
}
