import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type IncomingMessage, takeUp } from '../../src/messaging/index.ts';
import { messageOf } from '../support/messages.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function taking(signal: AbortSignal) {
  const left: IncomingMessage[] = [messageOf('1'), messageOf('2')];
  const taken: string[] = [];
  const inbox = { leftOpen: async () => left.splice(0) };
  return { left, taken, begun: takeUp(inbox, 'pigeon', ({ id }) => taken.push(id), signal) };
}

it('takes up what is left open at once, and within a minute what is left open later', async () => {
  const { left, taken, begun } = taking(new AbortController().signal);
  await begun;
  expect(taken).toEqual(['1', '2']);
  left.push(messageOf('3'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toEqual(['1', '2', '3']);
});

it('leaves to others what it could not answer any more', async () => {
  const controller = new AbortController();
  const { left, taken, begun } = taking(controller.signal);
  await begun;
  controller.abort();
  left.push(messageOf('3'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toEqual(['1', '2']);
  expect(taking(AbortSignal.abort()).taken).toEqual([]);
});
