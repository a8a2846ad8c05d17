import { describe, expect, it } from 'vitest';
import { createInbox } from '../src/inbox.ts';
import type { IncomingMessage } from '../src/messaging/index.ts';

const message = (id: string, platform = 'pigeon'): IncomingMessage => ({
  id,
  platform,
  conversation: { id: 'c', kind: 'direct' },
  author: { id: 'p' },
  input: { kind: 'text', text: 'hola' },
});

describe('the inbox', () => {
  it('hands over a message once, whichever call brings it again', async () => {
    const inbox = createInbox();
    expect(await inbox.receive([message('1'), message('2'), message('1')])).toHaveLength(2);
    expect(await inbox.receive([message('2'), message('3')])).toEqual([message('3')]);
    expect(await inbox.receive([message('1', 'dove')])).toHaveLength(1);
  });

  it('hands out again what was released, twenty times at most', async () => {
    const inbox = createInbox();
    await inbox.receive([message('1')]);
    for (let times = 0; times < 20; times++) {
      await inbox.release(message('1'));
      expect(await inbox.leftOpen('dove')).toEqual([]);
      expect(await inbox.leftOpen('pigeon')).toEqual([message('1')]);
      expect(await inbox.leftOpen('pigeon')).toEqual([]);
    }
    await inbox.release(message('1'));
    expect(await inbox.leftOpen('pigeon')).toEqual([]);
  });

  it('keeps nothing open for another process', async () => {
    const inbox = createInbox();
    await inbox.receive([message('1')]);
    expect(await inbox.leftOpen('pigeon')).toEqual([]);
    await inbox.settle(message('1'));
  });
});
