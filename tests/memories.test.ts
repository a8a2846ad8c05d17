import { describe, expect, it } from 'vitest';
import { EMPTY_MEMORY, type Memory } from '../src/intents/index.ts';
import { createMemories } from '../src/memories.ts';

const MINUTE = 60_000;
const memory = (question: string): Memory => ({ ...EMPTY_MEMORY, question });

describe('createMemories', () => {
  it('gives back what each conversation was about, and nothing of a new one', () => {
    const memories = createMemories(() => 0);
    memories.remember('a', memory('uno'));
    memories.remember('b', memory('dos'));
    memories.remember('a', memory('tres'));
    expect(memories.recall('a').question).toBe('tres');
    expect(memories.recall('b').question).toBe('dos');
    expect(memories.recall('c')).toEqual(EMPTY_MEMORY);
  });

  it('forgets a conversation after thirty minutes without a message', () => {
    let now = 0;
    const memories = createMemories(() => now);
    memories.remember('a', memory('uno'));
    now = 30 * MINUTE;
    expect(memories.recall('a').question).toBe('uno');
    memories.remember('a', memory('dos'));
    now = 60 * MINUTE;
    expect(memories.recall('a').question).toBe('dos');
    now += 1;
    expect(memories.recall('a')).toEqual(EMPTY_MEMORY);
  });

  it('keeps the last ten thousand conversations', () => {
    const memories = createMemories(() => 0);
    for (let number = 0; number < 10_000; number++) memories.remember(String(number), memory('x'));
    memories.remember('0', memory('again'));
    memories.remember('new', memory('x'));
    expect(memories.recall('0').question).toBe('again');
    expect(memories.recall('1')).toEqual(EMPTY_MEMORY);
    expect(memories.recall('2').question).toBe('x');
  });
});
