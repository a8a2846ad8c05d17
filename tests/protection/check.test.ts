import { describe, expect, it, vi } from 'vitest';
import type { Handle } from '../../src/messaging/index.ts';
import type { Exchange } from '../../src/operations/index.ts';
import { type Check, protect, readOnce } from '../../src/protection/check.ts';
import { textReply } from '../support/adapter-contract.ts';
import { messageOf } from '../support/questions.ts';

const pass: Check = () => undefined;
const refuse: Check = () => ({ reason: 'too-long', reply: textReply('Más corto.') });
const silence: Check = () => ({ reason: 'rate-person' });

function protecting(...checks: Check[]) {
  const told: Exchange[] = [];
  const handle = vi.fn<Handle>(async () => textReply('Respuesta.'));
  let time = 0;
  const clock = (): number => {
    time += 2;
    return time;
  };
  const ask = protect(handle, checks, { tell: (exchange) => told.push(exchange), clock });
  return { told, handle, ask: () => ask(messageOf('mi texto')) };
}

describe('protect', () => {
  it('hands over what every check lets pass, and tells nothing itself', async () => {
    const { ask, told } = protecting(pass, pass);
    expect(await ask()).toEqual(textReply('Respuesta.'));
    expect(told).toEqual([]);
  });

  it('answers with the first refusal and tells it, without what was written', async () => {
    const { ask, told, handle } = protecting(pass, refuse, silence);
    expect(await ask()).toEqual(textReply('Más corto.'));
    expect(handle).not.toHaveBeenCalled();
    expect(told).toEqual([
      { platform: 'pigeon', intent: 'none', status: 'refused', reason: 'too-long', milliseconds: 2 },
    ]);
  });

  it('keeps silent when the refusal has no reply, and tells it all the same', async () => {
    const { ask, told } = protecting(silence, refuse);
    expect(await ask()).toBeUndefined();
    expect(told.map(({ reason }) => reason)).toEqual(['rate-person']);
  });
});

describe('readOnce', () => {
  it('gives the same refusal of the same message without reading it again', () => {
    const check = vi.fn<Check>(({ input }) =>
      input.kind === 'text' && input.text === 'largo' ? { reason: 'too-long' } : undefined,
    );
    const once = readOnce(check);
    const [long, short] = [messageOf('largo'), messageOf('corto')];
    for (let time = 0; time < 2; time += 1) {
      expect(once(long)).toEqual({ reason: 'too-long' });
      expect(once(short)).toBeUndefined();
    }
    expect(check).toHaveBeenCalledTimes(2);
    expect(once({ ...long })).toEqual({ reason: 'too-long' });
  });
});
