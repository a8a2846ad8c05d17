import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerView,
  assignView,
  discardView,
  LONGEST_ANSWER,
  noticeView,
  previewView,
  saveView,
} from '../../../../adapters/slack/room/windows.ts';
import type { Ticket } from '../../../../src/messaging/index.ts';
import { adapterTexts } from '../../../../src/texts/index.ts';
import { textReply } from '../../../support/adapter-contract.ts';
import { shownText } from '../../../support/slack-blocks.ts';
import { filledIn } from '../../../support/slack-forms.ts';
import { checkView, type SlackModal } from '../../../support/slack-views.ts';
import { ticketOf } from '../../../support/team-room.ts';

const texts = adapterTexts('es').slackRoom;

function takenView(view: unknown): SlackModal {
  const checked = checkView(JSON.parse(JSON.stringify(view)), 'modal');
  if ('error' in checked) throw new Error(checked.error);
  if (checked.view.type !== 'modal') throw new Error('it is no window');
  return checked.view;
}

describe('the windows', () => {
  it('ask for an answer below the question, and say that nothing is sent yet', () => {
    const view = takenView(answerView(ticketOf('t1'), texts));
    expect(shownText(view.blocks)).toMatch(
      /^¿Cuántas mesas habrá en 2027\?\nSu respuesta\nNada sale todavía\./,
    );
    expect(view).toMatchObject({ callback_id: 'room-answer', private_metadata: 't1' });
  });

  it('show what the people who asked would read, buttons in words', () => {
    const reply = { ...textReply('Tres *mesas*.'), suggestions: [{ id: 'x', label: 'Avísame' }] };
    const view = takenView(previewView(ticketOf('t1'), 'Tres *mesas*.', reply, texts));
    expect(shownText(view.blocks)).toBe('Esto va a leer quien preguntó:\nTres *mesas*.\nBotones: [Avísame]');
    expect(view).toMatchObject({ submit: { text: 'Enviar' }, close: { text: 'Editar' } });
  });

  it('show an answer of many paragraphs whole', () => {
    const many = { ...textReply(''), blocks: Array(200).fill(textReply('a').blocks[0]) };
    const { blocks } = takenView(previewView(ticketOf('t1'), 'a', many, texts));
    expect(shownText(blocks).match(/^a$/gm)).toHaveLength(200);
  });

  it('say when they have no room to carry an answer', () => {
    const long = '&'.repeat(LONGEST_ANSWER);
    expect(previewView(ticketOf('t1'), long, textReply('a'), texts)).toEqual({ problem: texts.tooLong });
  });

  it('offer the four reasons', () => {
    const { blocks } = takenView(discardView(ticketOf('t1'), texts));
    const [select] = blocks.flatMap((block) => (block.type === 'input' ? [block.element] : []));
    expect(select).toMatchObject({
      options: [
        { value: 'off-topic' },
        { value: 'already-answered' },
        { value: 'not-a-question' },
        { value: 'unknown' },
      ],
    });
  });

  it('begin with whoever has the question', () => {
    expect(filledIn(takenView(assignView(ticketOf('t1', { assignee: 'UANA' }), texts)))).toEqual({
      assignee: 'UANA',
    });
    expect(filledIn(takenView(assignView(ticketOf('t1', { assignee: '<x>' }), texts)))).toEqual({
      assignee: undefined,
    });
  });

  it('begin a draft with the question and the answer', () => {
    const answered = ticketOf('t1', { status: 'answered', answer: 'Tres.\n\nEn mayo.' });
    expect(filledIn(takenView(saveView(answered, texts)))).toEqual({
      title: 'Cuántas mesas habrá en 2027',
      text: 'Tres.\n\nEn mayo.',
    });
    expect(filledIn(takenView(saveView(ticketOf('t1', { question: '¿?' }), texts)))).toEqual({
      title: undefined,
      text: undefined,
    });
  });

  it('close the ones below when they have said the last word', () => {
    expect(takenView(noticeView('Responder', 'Listo.', 'Cerrar', true)).clear_on_close).toBe(true);
    expect(takenView(noticeView('Responder', 'No.', 'Volver', false)).clear_on_close).toBe(false);
  });

  it('are taken by Slack whatever people wrote', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('<@U123>', '¿?', ' ', '\ud83d', '\u200b'),
      fc
        .tuple(fc.constantFrom('&', 'a ', '🙂', '\n', 'x\n\n', '\u0001'), fc.integer({ min: 1, max: 3_500 }))
        .map(([unit, times]) => unit.repeat(times)),
    );
    const any = fc.record({ question: hostile, answer: hostile, assignee: hostile });
    fc.assert(
      fc.property(any, (written) => {
        const ticket: Ticket = ticketOf('x'.repeat(64), { status: 'answered', ...written });
        for (const view of [answerView, assignView, discardView, saveView]) takenView(view(ticket, texts));
        const answer = written.answer.replaceAll(/\p{Surrogate}/gu, '');
        const preview = previewView(ticket, answer, textReply(answer), texts);
        if (!('problem' in preview)) takenView(preview);
      }),
      { numRuns: 100 },
    );
  });
});
