import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../../adapters/slack/room/requests.ts';
import { callback, command, directMessage, mention, press } from '../../../support/slack-events.ts';
import type { Delivery } from '../../../support/slack-server.ts';

const TEAM = 'CTEAM';
const read = (body: unknown) => readRequest(body, TEAM);

function pressed(actionId: string, value: unknown, extra: Delivery = {}): Delivery {
  const action = { action_id: actionId, value, type: 'button', action_ts: '1.1', block_id: 'b' };
  return { ...press('', '', { channel_id: TEAM }), trigger_id: '1.2.a', actions: [action], ...extra };
}

function submitted(
  window: string,
  metadata: string,
  fields: Readonly<Record<string, unknown>> = {},
): Delivery {
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { input: field }]));
  return {
    type: 'view_submission',
    user: { id: 'UANA' },
    view: {
      id: 'V2',
      root_view_id: 'V1',
      callback_id: window,
      private_metadata: metadata,
      state: { values },
    },
  };
}

describe('a button of a card', () => {
  it.each(['take', 'assign', 'answer', 'save', 'discard'])('asks to %s', (deed) => {
    expect(read(pressed(`room-${deed}`, 't1'))).toEqual({
      kind: 'press',
      deed,
      ticket: 't1',
      user: 'U1',
      channel: TEAM,
      trigger: '1.2.a',
    });
  });

  it.each([
    ['another deed', pressed('room-erase', 't1')],
    ['an id that is none', pressed('room-take', '../t1')],
    ['an id that is no text', pressed('room-take', 7)],
    ['a long id', pressed('room-take', 'x'.repeat(65))],
    ['nobody', pressed('room-take', 't1', { user: { id: '<@U1>' } })],
    ['no place', pressed('room-take', 't1', { container: {} })],
  ])('is broken with %s', (_, body) => {
    expect(read(body)).toEqual({ kind: 'broken' });
  });

  it('is not a suggestion of an answer', () => {
    expect(read(press('mas', ''))).toBeUndefined();
  });
});

describe('a window', () => {
  const base = { user: 'UANA', ticket: 't1', key: 'V1' };

  it.each([
    [
      submitted('room-answer', 't1', { answer: { type: 'plain_text_input', value: 'Tres.' } }),
      { window: 'answer', ...base, answer: 'Tres.' },
    ],
    [submitted('room-preview', 't1 Tres%0A%25'), { window: 'preview', ...base, previewed: 'Tres\n%' }],
    [
      submitted('room-discard', 't1', { reason: { selected_option: { value: 'off-topic' } } }),
      { window: 'discard', ...base, reason: 'off-topic' },
    ],
    [
      submitted('room-assign', 't1', { assignee: { selected_user: 'UBETO' } }),
      { window: 'assign', ...base, assignee: 'UBETO' },
    ],
    [
      submitted('room-save', 't1', { title: { value: 'Mesas' }, text: { value: 'Tres \ud83d' } }),
      { window: 'save', ...base, title: 'Mesas', text: 'Tres \uFFFD' },
    ],
  ])('is read: %#', (body, submission) => {
    expect(read(body)).toMatchObject({ kind: 'submission', submission });
  });

  it.each([
    ['another window', submitted('room-erase', 't1')],
    ['an id that is none', submitted('room-preview', '<x> Tres')],
    ['no metadata', submitted('room-preview', '')],
    ['another reason', submitted('room-discard', 't1', { reason: { selected_option: { value: 'x' } } })],
    ['no reason', submitted('room-discard', 't1', { reason: { selected_option: null } })],
    ['nobody to give it to', submitted('room-assign', 't1', { assignee: { selected_user: 'x' } })],
    ['a long text', submitted('room-answer', 't1', { answer: { value: 'x'.repeat(3_001) } })],
    ['no state', { type: 'view_submission', view: { callback_id: 'room-answer' } }],
  ])('is broken with %s', (_, body) => {
    expect(read(body)).toEqual({ kind: 'broken' });
  });

  it('takes its ticket and its person from nowhere but where they stand', () => {
    const body = submitted('room-answer', 't1', {
      answer: { value: 'Tres.' },
      ticket: { value: 't2' },
      user: { value: 'UBETO' },
      key: { value: 'V9' },
    });
    expect(read(body)).toMatchObject({ submission: { ticket: 't1', user: 'UANA', key: 'V1' } });
    const preview = submitted('room-preview', 't1 Tres.', { previewed: { value: 'Cuatro.' } });
    expect(read(preview)).toMatchObject({ submission: { previewed: 'Tres.' } });
  });

  it('is not one of another feature', () => {
    expect(read(submitted('otra', 't1'))).toBeUndefined();
    expect(read({ ...submitted('room-answer', 't1'), type: 'view_closed' })).toBeUndefined();
  });
});

describe('the switch', () => {
  const typed = (text: string, extra: Delivery = {}) =>
    read(command(text, '', { channel_id: TEAM, ...extra }));

  it.each([
    ['apagar telegram mantenimiento', 'telegram', false, 'mantenimiento'],
    ['  Apagar  Telegram   varias palabras\ny líneas ', 'telegram', false, 'varias palabras\ny líneas'],
    ['apagar web', 'web', false, ''],
    ['ENCENDER slack', 'slack', true, ''],
  ])('is read: %j', (text, platform, isOn, reason) => {
    expect(typed(text)).toEqual({ kind: 'switch', user: 'U1', platform, isOn, reason });
  });

  it.each(['apagar', 'apagar ¿qué?', 'apagaron telegram', '¿apagar telegram?', 'ayuda', ''])(
    'is an ordinary question: %j',
    (text) => {
      expect(typed(text)).toBeUndefined();
    },
  );

  it('is an ordinary question elsewhere', () => {
    expect(typed('apagar telegram ya', { channel_id: 'C1' })).toBeUndefined();
  });
});

describe('what is said in the room', () => {
  const inTeam = { channel: TEAM, ts: '2.000000' };

  it('is talk in a thread, with a mention or without', () => {
    const thread = { ...inTeam, thread_ts: '1.000000' };
    expect(read(callback(mention('<@UBOT> hola', thread)))).toEqual({ kind: 'talk' });
    const message = directMessage('hola', { ...thread, channel_type: 'channel' });
    expect(read(callback(message))).toEqual({ kind: 'talk' });
  });

  it('is not the room’s outside threads and elsewhere', () => {
    expect(read(callback(mention('<@UBOT> hola', inTeam)))).toBeUndefined();
    expect(read(callback(mention('<@UBOT> hola', { ...inTeam, thread_ts: '2.000000' })))).toBeUndefined();
    expect(read(callback(mention('<@UBOT> hola', { channel: 'C1', thread_ts: '1.000000' })))).toBeUndefined();
  });
});

it('reads anything without failing', () => {
  fc.assert(fc.property(fc.anything(), (body) => void read(body)));
});
