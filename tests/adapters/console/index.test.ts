import { describe, expect, it } from 'vitest';
import { consoleAdapter } from '../../../adapters/console/index.ts';
import { createInbox } from '../../../src/inbox.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

describe('the definition of the console', () => {
  it('never asks to run by itself', () => {
    expect(consoleAdapter.isConfigured({ NO_COLOR: '1', ADAPTERS: 'console' })).toBe(false);
  });

  it('touches neither the input nor the output when it is created', async () => {
    const listeners = (): number[] =>
      [process.stdin, process.stdout].map((stream) =>
        stream.eventNames().reduce((sum, event) => sum + stream.listenerCount(event), 0),
      );
    const before = listeners();
    const adapter = await consoleAdapter.create(consoleAdapter.settings.parse({}), {
      handle: async () => textReply('Hola.'),
      logger: recordingLogger(),
      commands: [],
      texts: adapterTexts,
      inbox: createInbox(),
      find: () => [],
      placeOf: () => undefined,
    });
    expect(adapter.name).toBe('console');
    expect(listeners()).toEqual(before);
  });
});
