import { describe, expect, it } from 'vitest';
import { slack } from '../../../adapters/slack/index.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-123456-abcdef' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A1-123-abc' };
const SECRET = { SLACK_SIGNING_SECRET: 'abcdef0123456789' };

function problems(env: Readonly<Record<string, string>>): readonly string[] {
  const result = slack.settings.safeParse(env);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
}

describe('the settings of Slack', () => {
  it.each([
    ['a socket', { ...BOT, ...APP }],
    ['HTTP', { ...BOT, ...SECRET, SLACK_APP_TOKEN: '' }],
    ['both', { ...BOT, ...APP, ...SECRET }],
    ['a room', { ...BOT, ...APP, SLACK_TEAM_CHANNEL: 'C0123456789' }],
  ])('take what %s needs', (_, env) => {
    expect(problems(env)).toEqual([]);
  });

  it('say that one of two ways is needed, also beside another problem', () => {
    const needed = expect.stringMatching(/^SLACK_APP_TOKEN Falta\. .*o escriba SLACK_SIGNING_SECRET/);
    expect(problems(BOT)).toEqual([needed]);
    expect(problems({})).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN Falta /), needed]);
  });

  it.each([
    [{ ...BOT, SLACK_APP_TOKEN: 'xoxb-123456-abcdef' }, /^SLACK_APP_TOKEN No es .*xapp-/],
    [{ ...APP, SLACK_BOT_TOKEN: 'xoxp-123456-abcdef' }, /^SLACK_BOT_TOKEN No es .*xoxb-/],
    [{ ...BOT, SLACK_SIGNING_SECRET: 'abc123' }, /^SLACK_SIGNING_SECRET El secreto de firma es muy corto/],
    [
      { ...BOT, ...APP, SLACK_TEAM_CHANNEL: '#equipo' },
      /^SLACK_TEAM_CHANNEL No es el identificador de un canal/,
    ],
    [{ ...BOT, ...APP, SLACK_API_URL: 'slack.example' }, /^SLACK_API_URL No es una dirección web/],
    [
      { ...BOT, ...APP, SLACK_CHANNELS: 'C0123ABCD, #general' },
      /^SLACK_CHANNELS No es una lista de identificadores/,
    ],
  ])('refuse what Slack would refuse: %j', (env, problem) => {
    expect(problems(env)).toEqual([expect.stringMatching(problem)]);
    for (const value of Object.values(env)) expect(problems(env).join('\n')).not.toContain(value);
  });

  it.each(['http://127.0.0.1:1/api', 'http://127.0.0.1:1/api/', 'http://127.0.0.1:1/api//'])(
    'end %s in one slash',
    (SLACK_API_URL) => {
      expect(slack.settings.parse({ ...BOT, ...APP, SLACK_API_URL }).SLACK_API_URL).toBe(
        'http://127.0.0.1:1/api/',
      );
    },
  );

  it('read the channels where it may speak, all when there are none', () => {
    const channels = (SLACK_CHANNELS: string) =>
      slack.settings.parse({ ...BOT, ...APP, SLACK_CHANNELS }).SLACK_CHANNELS;
    expect(channels('C0123ABCD, G0456EFGH')).toEqual(['C0123ABCD', 'G0456EFGH']);
    expect(channels('')).toBeUndefined();
  });

  it('ask for Slack when there is a bot token', () => {
    expect(slack.isConfigured(BOT)).toBe(true);
    expect(slack.isConfigured({ SLACK_BOT_TOKEN: '', ...APP })).toBe(false);
  });
});
