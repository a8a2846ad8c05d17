import type { Block, Inline, Language, Reply } from '../messaging/index.ts';
import type { KeptOfPerson } from '../store/index.ts';
import { teamTexts } from '../texts/team.ts';

/** `/misdatos`: all that is kept of a person, in words. */
export function keptReply(kept: KeptOfPerson, language: Language): Reply {
  const texts = teamTexts[language];
  const { questions, votes, reports, tickets, subscriptions } = kept;
  const records = questions.count + votes + reports.count;
  const unanswered = [...new Set([...questions.texts, ...reports.texts])];
  const themes = subscriptions.map((theme) => (theme === '' ? texts.allThemes : theme));
  const parts: Block[] = [
    ...(records === 0 ? [] : [paragraph(`${texts.kept(records)} ${texts.keptHow}`)]),
    ...listed(texts.keptTexts, unanswered),
    ...listed(texts.keptTickets, tickets.texts),
    ...listed(texts.keptThemes, themes),
  ];
  const blocks =
    parts.length === 0 ? [paragraph(texts.keptNothing)] : [...parts, paragraph(texts.howToErase)];
  return { language, blocks, sources: [], suggestions: [] };
}

function listed(lead: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [paragraph(lead), { kind: 'list', ordered: false, items: items.map((item) => [leaf(item)]) }];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [leaf(text)] };
}

function leaf(text: string): Inline {
  return { kind: 'text', text };
}
