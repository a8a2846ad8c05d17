import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TeamRoom } from '../../../../src/messaging/index.ts';
import { textReply } from '../../../support/adapter-contract.ts';
import { startSlackBot } from '../../../support/slack-bot.ts';
import { TEAM } from '../../../support/slack-member.ts';
import { type RunningRoom, startRoom } from '../../../support/slack-room.ts';
import { ticketOf } from '../../../support/team-room.ts';

describe('the room', () => {
  let room: RunningRoom;
  let port: TeamRoom;
  beforeEach(async () => {
    room = await startRoom();
    if (room.adapter.room === undefined) throw new Error('the adapter has no room');
    port = room.adapter.room;
  });
  afterEach(() => room.stop());

  const methods = () => room.server.posted.map(({ method }) => method);

  it('posts a card with its ticket as metadata, and changes it in its place', async () => {
    const card = await port.show(ticketOf('t1'), undefined);
    expect(card).toMatch(/^CTEAM:\d+\.\d{6}$/);
    expect(await port.show(ticketOf('t1', { status: 'claimed', assignee: 'UANA' }), card)).toBe(card);
    expect(methods()).toEqual(['chat.postMessage', 'chat.update']);
    const [posted, updated] = room.server.posted;
    expect(posted?.fields).toMatchObject({
      metadata: '{"event_type":"aga_ticket","event_payload":{"ticket":"t1"}}',
      unfurl_links: 'false',
    });
    expect(updated?.channel).toBe(TEAM);
    expect(updated?.shown).toContain('@UANA');
  });

  it('posts anew a card that was deleted, that is not ours, or that is none', async () => {
    const card = await port.show(ticketOf('t1'), undefined);
    room.server.world.kept.splice(0);
    const second = await port.show(ticketOf('t1'), card);
    expect(second).not.toBe(card);
    room.server.refuse('chat.update', 'cant_update_message');
    const third = await port.show(ticketOf('t1'), second);
    const fourth = await port.show(ticketOf('t1'), third.replace(TEAM, 'COTHER'));
    const fifth = await port.show(ticketOf('t1'), 'D1:../x');
    expect(new Set([card, second, third, fourth, fifth]).size).toBe(5);
    for (const name of [second, third, fourth, fifth]) expect(name).toMatch(/^CTEAM:/);
    expect(methods().every((method) => method === 'chat.postMessage')).toBe(true);
  });

  it('shows the states of one ticket in their order', async () => {
    const card = await port.show(ticketOf('t1'), undefined);
    await Promise.all(
      [1, 2, 3, 4].map((askers) => port.show(ticketOf('t1', { question: `${askers}ª` }), card)),
    );
    expect(room.server.posted.slice(1).map(({ shown }) => /\dª/.exec(shown)?.[0])).toEqual([
      '1ª',
      '2ª',
      '3ª',
      '4ª',
    ]);
  });

  it('has a place for all, and a thread below each card', async () => {
    const card = await port.show(ticketOf('t1'), undefined);
    const { send } = room.adapter;
    await send?.(port.thread(card), textReply('La persona 1 escribió: <!channel>'), { key: 'forward:1' });
    await send?.(port.place, textReply('El resumen del día.'), { key: 'digest:1' });
    expect(room.server.posted.slice(1)).toMatchObject([
      { channel: TEAM, thread: card.split(':')[1], shown: 'La persona 1 escribió: <!channel>' },
      { channel: TEAM, shown: 'El resumen del día.' },
    ]);
    expect(room.server.posted[2]?.thread).toBeUndefined();
    expect(port.place).toEqual({ id: TEAM, kind: 'group' });
    for (const name of ['nada', card.replace(TEAM, 'COTHER')]) expect(port.thread(name)).toEqual(port.place);
  });

  it('says how long Slack asked to wait', async () => {
    room.server.limit(TEAM, 7);
    await expect(port.show(ticketOf('t1'), undefined)).rejects.toMatchObject({
      name: 'Undelivered',
      isFinal: false,
      retryAfter: 7_000,
    });
  });

  it.each([
    ['channel_not_found', false],
    ['not_in_channel', false],
    ['missing_scope', false],
    ['internal_error', false],
    ['invalid_blocks', true],
    ['msg_too_long', true],
  ])('tells what will pass from what never will: %s', async (code, isFinal) => {
    room.server.refuse('chat.postMessage', code);
    await expect(port.show(ticketOf('t1'), undefined)).rejects.toMatchObject({
      name: 'Undelivered',
      message: `Slack did not take the message (${code})`,
      isFinal,
      retryAfter: undefined,
    });
  });

  it.each(['channel_not_found', 'is_archived', 'not_in_channel'])(
    'keeps what is said in it until the bot is in it again: %s',
    async (code) => {
      const send = (id: string) => room.adapter.send?.({ id, kind: 'group' }, textReply('x'));
      room.server.world.shut.set(TEAM, code).set('C1', code);
      await expect(send(TEAM)).rejects.toMatchObject({ name: 'Undelivered', isFinal: false });
      await expect(send('C1')).rejects.toMatchObject({ name: 'Undelivered', isFinal: true });
    },
  );
});

it('is there only when a channel is set', async () => {
  const bot = await startSlackBot(async () => undefined);
  expect(bot.adapter.room).toBeUndefined();
  await bot.stop();
});
