import type { Document } from '../knowledge/document.ts';
import {
  type DiscardReason,
  type Inline,
  type Language,
  paragraph,
  quote,
  type Reply,
  say,
  shortLabel,
  type Ticket,
} from '../messaging/index.ts';
import { roomTexts, teamTexts } from '../texts/team.ts';

/** What everyone who asked reads of a person's answer. Its words are text alone, never markup. */
export function answerReply(
  ticket: Pick<Ticket, 'id' | 'question'>,
  text: string,
  language: Language,
): Reply {
  const texts = teamTexts[language];
  return say(
    language,
    [texts.answer, quote(ticket.question), ...paragraphs(text), texts.byPerson, texts.writeBack],
    [
      { id: `avisame:${ticket.id}`, label: texts.notify },
      { id: 'terminar', label: texts.end },
    ],
  );
}

/** What they read when the team closes a question without an answer. */
export function discardedReply(question: string, reason: DiscardReason, language: Language): Reply {
  const texts = teamTexts[language];
  return say(language, [texts.discarded, quote(question), texts.reasons[reason]]);
}

/** «Ya está publicada la respuesta…», with the way to read it. */
export function publishedReply(document: Document, placeId: string, language: Language): Reply {
  return pointer(teamTexts[language].published, document, placeId, language);
}

/** A new publication, for who subscribed. */
export function newPostReply(document: Document, placeId: string, language: Language): Reply {
  const texts = teamTexts[language];
  const { blocks, ...rest } = pointer(texts.newPost, document, placeId, language);
  return { ...rest, blocks: [...blocks, paragraph(texts.howToCancel)] };
}

/** What an asker wrote back, for the room. `number` tells the askers of one question apart. */
export function forwardedReply(number: number, text: string): Reply {
  return say('es', [roomTexts.fromPerson(number), quote(text)]);
}

function pointer(lead: string, document: Document, placeId: string, language: Language): Reply {
  const { path, title, date, url } = document;
  const name: Inline =
    url === undefined ? { kind: 'strong', text: title } : { kind: 'link', text: title, url };
  return {
    ...say(
      language,
      [lead, paragraph(name), ...(document.description === undefined ? [] : [document.description])],
      [{ id: `ver:${placeId}`, label: shortLabel(teamTexts[language].read(title)) }],
    ),
    sources: [
      { path, title, ...(date === undefined ? {} : { date }), ...(url === undefined ? {} : { url }) },
    ],
  };
}

function paragraphs(text: string): string[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.trim());
}
