import type { Document } from '../knowledge/document.ts';
import type {
  Block,
  DiscardReason,
  Inline,
  Language,
  Reply,
  Suggestion,
  Ticket,
} from '../messaging/index.ts';
import { roomTexts, teamTexts } from '../texts/team.ts';

/** What everyone who asked reads of a person's answer. Its words are text alone, never markup. */
export function answerReply(
  ticket: Pick<Ticket, 'id' | 'question'>,
  text: string,
  language: Language,
): Reply {
  const texts = teamTexts[language];
  return reply(
    language,
    [
      paragraph(texts.answer),
      { kind: 'quote', content: [leaf(ticket.question)] },
      ...paragraphs(text),
      paragraph(texts.byPerson),
      paragraph(texts.writeBack),
    ],
    [
      { id: `avisame:${ticket.id}`, label: texts.notify },
      { id: 'terminar', label: texts.end },
    ],
  );
}

/** What they read when the team closes a question without an answer. */
export function discardedReply(question: string, reason: DiscardReason, language: Language): Reply {
  const texts = teamTexts[language];
  const quote: Block = { kind: 'quote', content: [leaf(question)] };
  return reply(language, [paragraph(texts.discarded), quote, paragraph(texts.reasons[reason])]);
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
  return reply('es', [paragraph(roomTexts.fromPerson(number)), { kind: 'quote', content: [leaf(text)] }]);
}

/** One sentence. */
export function sentence(text: string, language: Language = 'es'): Reply {
  return reply(language, [paragraph(text)]);
}

function pointer(lead: string, document: Document, placeId: string, language: Language): Reply {
  const { path, title, date, url } = document;
  const name: Inline =
    url === undefined ? { kind: 'strong', text: title } : { kind: 'link', text: title, url };
  return {
    ...reply(
      language,
      [
        paragraph(lead),
        { kind: 'paragraph', content: [name] },
        ...(document.description === undefined ? [] : [paragraph(document.description)]),
      ],
      [{ id: `ver:${placeId}`, label: shortened(teamTexts[language].read(title)) }],
    ),
    sources: [
      { path, title, ...(date === undefined ? {} : { date }), ...(url === undefined ? {} : { url }) },
    ],
  };
}

/** Longest label of a button, in characters. */
const LABEL = 60;

function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length <= LABEL
    ? label
    : `${letters
        .slice(0, LABEL - 1)
        .join('')
        .trimEnd()}…`;
}

function reply(language: Language, blocks: readonly Block[], suggestions: readonly Suggestion[] = []): Reply {
  return { language, blocks, sources: [], suggestions };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [leaf(text)] };
}

function paragraphs(text: string): Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => paragraph(part.trim()));
}

function leaf(text: string): Inline {
  return { kind: 'text', text };
}
