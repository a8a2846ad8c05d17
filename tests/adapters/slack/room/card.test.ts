import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketCard } from '../../../../adapters/slack/room/card.ts';
import { DISCARD_REASONS, type Ticket } from '../../../../src/messaging/index.ts';
import { adapterTexts } from '../../../../src/texts/index.ts';
import { buttonsOf, shownText, usersOf } from '../../../support/slack-blocks.ts';
import { type TakenMessage, taken } from '../../../support/slack-rendered.ts';
import { ticketOf } from '../../../support/team-room.ts';

const texts = adapterTexts('es').slackRoom;
const card = (ticket: Ticket): TakenMessage => taken(ticketCard(ticket, texts));
const labels = (ticket: Ticket) => buttonsOf(card(ticket).blocks).map(({ label }) => label);

describe('a card', () => {
  it('says the question, who asked and where it stands, on the screen and in words', () => {
    const answered = ticketOf('t1', {
      askers: 3,
      status: 'answered',
      assignee: 'UANA',
      answer: 'Tres.',
      draft: 'borradores/mesas.md',
    });
    const { shown, words } = card(answered);
    for (const part of [
      'Pregunta respondida. 3 personas preguntaron esto.',
      '¿Cuántas mesas habrá en 2027?',
      'Respuesta que se envió:',
      'Tres.',
      'Borrador: borradores/mesas.md',
    ]) {
      expect(shown).toContain(part);
      expect(words).toContain(part);
    }
    expect(shown).toContain('La atiende: @UANA');
    expect(words).toContain('La atiende: <@UANA>');
  });

  it('says why a question was discarded', () => {
    for (const reason of DISCARD_REASONS) {
      const { shown } = card(ticketOf('t1', { status: 'discarded', reason }));
      expect(shown).toContain(`Motivo: ${texts.reasons[reason]}.`);
    }
    expect(new Set(Object.values(texts.reasons)).size).toBe(DISCARD_REASONS.length);
  });

  it('counts one person as one', () => {
    expect(card(ticketOf('t1')).shown).toContain('1 persona preguntó esto.');
  });

  it('offers what can be done next', () => {
    expect(labels(ticketOf('t1'))).toEqual(['Tomar', 'Reasignar', 'Responder', 'Descartar']);
    expect(labels(ticketOf('t1', { status: 'claimed' }))).toEqual(['Reasignar', 'Responder', 'Descartar']);
    expect(labels(ticketOf('t1', { status: 'answered', answer: 'a' }))).toEqual([
      'Responder otra vez',
      'Guardar como conocimiento',
    ]);
    expect(labels(ticketOf('t1', { status: 'answered', answer: 'a', draft: 'b.md' }))).toEqual([
      'Responder otra vez',
    ]);
    expect(labels(ticketOf('t1', { status: 'discarded' }))).toEqual([]);
  });

  it('reads each button aloud with what it is about', () => {
    const { blocks } = ticketCard(ticketOf('t1'), texts);
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons).toHaveLength(4);
    for (const button of buttons) {
      expect(button).toMatchObject({ value: 't1', accessibility_label: expect.stringMatching(/pregunta/) });
    }
  });

  it('mentions nobody by an id that is none', () => {
    const { blocks, shown } = card(ticketOf('t1', { assignee: 'U1> <!channel' }));
    expect(usersOf(blocks)).toEqual([]);
    expect(shown).toContain('La atiende: una persona del equipo');
  });

  it('cuts what is too long for one message, and no shorter than it must be', () => {
    const { shown } = card(ticketOf('t1', { status: 'answered', answer: `${'palabra '.repeat(700)}fin` }));
    expect(shown).toContain('palabra…');
    expect(shown).toContain('¿Cuántas mesas habrá en 2027?');
    expect(shown.length).toBeGreaterThan(1_000);
    const whole = 'y '.repeat(900).trim();
    expect(card(ticketOf('t1', { question: whole })).shown).toContain(whole);
  });

  it('is taken by Slack whatever people wrote, and mentions the assignee alone', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<@U123>',
        '<!channel>',
        '&amp;',
        '*a* _b_ `c`',
        '\ud83d',
        ' \u200b ',
        'https://a.b/<c>',
      ),
      fc
        .tuple(
          fc.constantFrom('&', 'a ', '🙂', '"', '\n', '\\', '\u0001'),
          fc.integer({ min: 1, max: 4_000 }),
        )
        .map(([unit, times]) => unit.repeat(times)),
    );
    const any: fc.Arbitrary<Ticket> = fc.record(
      {
        id: fc.stringMatching(/^[\w-]{1,64}$/),
        question: hostile,
        askers: fc.nat(),
        status: fc.constantFrom(
          'open' as const,
          'claimed' as const,
          'answered' as const,
          'discarded' as const,
        ),
        assignee: fc.oneof(hostile, fc.constant('U0ANA')),
        answer: hostile,
        reason: fc.constantFrom(...DISCARD_REASONS),
        draft: hostile,
      },
      { requiredKeys: ['id', 'question', 'askers', 'status'] },
    );
    fc.assert(
      fc.property(any, (ticket) => {
        const { blocks, words } = card(ticket);
        const assignee = ticket.assignee === undefined ? [] : [ticket.assignee];
        expect(assignee).toEqual(expect.arrayContaining([...usersOf(blocks)]));
        expect(usersOf(blocks).length).toBeLessThanOrEqual(1);
        expect(shownText(blocks)).toContain(texts.status[ticket.status]);
        expect(words.length).toBeGreaterThan(0);
        expect(JSON.stringify(blocks)).not.toContain('"link"');
      }),
      { numRuns: 150 },
    );
  });
});
