import { describe, expect, it } from 'vitest';
import { sdkLogger } from '../../../adapters/slack/sdk-logger.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

describe('the log of the SDK', () => {
  it('comes through from warnings on, without tokens and addresses', () => {
    const logger = recordingLogger();
    const sdk = sdkLogger(logger);
    sdk.debug('http request body', { text: 'words of a person' });
    sdk.info('words of a person');
    sdk.warn('refused xoxb-11-22-Ab_c at https://hooks.slack.com/commands/T1/2/abc', 429);
    sdk.error(new Error('xapp-1-A1-3-ff on wss://wss.slack.com/link/?ticket=1-2'));
    expect(logger.entries).toEqual([
      { level: 'warn', event: 'slack.sdk', fields: { message: 'refused [token] at [address] 429' } },
      { level: 'error', event: 'slack.sdk', fields: { message: 'Error: [token] on [socket]' } },
    ]);
  });
});
