import { type Block, type Language, list, paragraph, type Reply, say } from '../messaging/index.ts';
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
  return say(language, blocks);
}

function listed(lead: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [paragraph(lead), list(items)];
}
