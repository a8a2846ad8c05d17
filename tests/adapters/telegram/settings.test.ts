import { describe, expect, it } from 'vitest';
import { telegram } from '../../../adapters/telegram/index.ts';

const TOKEN = '123456789:AAE-abcdefghijklmnopqrstuvwxyz_0123';
const URL = 'https://bots.example.org/telegram/entrada';

function problems(env: Record<string, string>): readonly string[] {
  const result = telegram.settings.safeParse(env);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}

describe('the settings of Telegram', () => {
  it('need a token alone', () => {
    expect(telegram.settings.parse({ TELEGRAM_BOT_TOKEN: ` ${TOKEN}\n` })).toEqual({
      TELEGRAM_BOT_TOKEN: TOKEN,
    });
    expect(telegram.isConfigured({ TELEGRAM_BOT_TOKEN: TOKEN })).toBe(true);
    expect(telegram.isConfigured({})).toBe(false);
  });

  it.each([
    {},
    { TELEGRAM_BOT_TOKEN: 'abc' },
    { TELEGRAM_BOT_TOKEN: '123456789' },
    { TELEGRAM_BOT_TOKEN: `bot${TOKEN}` },
  ])('refuse what is no token: %j', (env) => {
    expect(problems(env)).toEqual([expect.stringMatching(/^TELEGRAM_BOT_TOKEN .*@BotFather/)]);
  });

  it('take an API root with or without a slash', () => {
    const root = (TELEGRAM_API_ROOT: string) =>
      telegram.settings.parse({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT }).TELEGRAM_API_ROOT;
    expect(root('http://10.0.0.5:8081/')).toBe('http://10.0.0.5:8081');
    expect(root('https://api.example.org/telegram')).toBe('https://api.example.org/telegram');
    expect(problems({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'api.example.org' })).toHaveLength(1);
  });

  it.each([URL, 'http://127.0.0.1:8080/x', 'http://localhost/x', 'http://[::1]:80/x'])(
    'take the webhook %s',
    (url) => {
      const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'abc_-1' };
      expect(problems(env)).toEqual([]);
    },
  );

  it.each([
    'http://bots.example.org/x',
    'http://127.0.0.1.example.org/',
    'ftp://localhost/',
    'bots.example.org',
  ])('refuse the webhook %s', (url) => {
    const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'abc' };
    expect(problems(env)).toEqual([expect.stringMatching(/^TELEGRAM_WEBHOOK_URL Telegram no puede usar/)]);
  });

  it('want a secret with the webhook, of the characters that Telegram takes', () => {
    const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: URL };
    expect(problems(env)).toEqual([expect.stringMatching(/^TELEGRAM_WEBHOOK_SECRET Falta, /)]);
    for (const TELEGRAM_WEBHOOK_SECRET of ['con espacio', 'ñ', 'a'.repeat(257)]) {
      expect(problems({ ...env, TELEGRAM_WEBHOOK_SECRET })).toHaveLength(1);
    }
  });

  it('tell all problems at once', () => {
    const env = { TELEGRAM_BOT_TOKEN: 'x', TELEGRAM_API_ROOT: 'x', TELEGRAM_WEBHOOK_URL: 'x' };
    expect(problems(env)).toHaveLength(4);
  });

  it('are kept from the log by name', () => {
    expect(telegram.secrets).toEqual(['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET']);
  });
});
