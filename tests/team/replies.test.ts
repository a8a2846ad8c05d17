import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/knowledge/document.ts';
import { DISCARD_REASONS, plainText, type Reply } from '../../src/messaging/index.ts';
import {
  answerReply,
  discardedReply,
  forwardedReply,
  newPostReply,
  publishedReply,
} from '../../src/team/replies.ts';
import { teamTexts } from '../../src/texts/team.ts';

const TICKET = { id: 't-1', question: '¿Cuántas mesas hubo <b>ayer</b>?' };
const leaves = (reply: Reply): string[] =>
  reply.blocks
    .flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.content))
    .map(({ text }) => text);

describe('what people read of the team', () => {
  it('is the answer, word for word, marked as written by a person', () => {
    const reply = answerReply(TICKET, 'Hubo 12 *mesas*.\n\nUna fue en <Tunja>.', 'es');
    expect(leaves(reply)).toContain('Hubo 12 *mesas*.');
    expect(leaves(reply)).toContain('Una fue en <Tunja>.');
    expect(leaves(reply)).toContain(TICKET.question);
    expect(plainText(reply)).toContain(teamTexts.es.byPerson);
    expect(reply.suggestions.map(({ id }) => id)).toEqual(['avisame:t-1', 'terminar']);
  });

  it.each(DISCARD_REASONS)('says why a question is closed, in their language: %s', (reason) => {
    expect(plainText(discardedReply(TICKET.question, reason, 'en'))).toContain(teamTexts.en.reasons[reason]);
  });

  it('tells of a document that is published, with a button whose label fits', () => {
    const document = { path: 'a.md', title: 'Mesas '.repeat(30).trim(), url: 'https://a.co/x' } as Document;
    for (const reply of [publishedReply(document, 'abc', 'es'), newPostReply(document, 'abc', 'es')]) {
      expect(reply.sources).toEqual([{ path: 'a.md', title: document.title, url: 'https://a.co/x' }]);
      expect(reply.suggestions[0]?.id).toBe('ver:abc');
      expect(Array.from(reply.suggestions[0]?.label ?? '').length).toBeLessThanOrEqual(60);
    }
    expect(plainText(newPostReply(document, 'abc', 'es'))).toContain('/cancelar');
  });

  it('tells the askers of one question apart for the room, without a name', () => {
    expect(leaves(forwardedReply(2, 'gracias'))).toEqual([expect.stringContaining('2'), 'gracias']);
  });
});
