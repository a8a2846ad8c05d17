import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParsedHtml, parseTelegramHtml } from '../../support/telegram-html.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { press, text } from '../../support/telegram-updates.ts';

let server: TelegramServer;

beforeEach(async () => {
  server = await startTelegramServer();
});

afterEach(() => server.close());

async function call(method: string, payload: unknown = {}): Promise<string> {
  const response = await fetch(`${server.root}/bot${server.token}/${method}`, {
    method: 'POST',
    body: JSON.stringify(payload),
  });
  const answer = (await response.json()) as { ok: boolean; description?: string };
  return answer.ok ? 'ok' : (answer.description ?? '');
}

describe('the server of the tests', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no text', { text: '' }, /message text is empty/],
    ['blank text', { text: '<b> </b>', parse_mode: 'HTML' }, /must be non-empty/],
    ['a long text', { text: 'a'.repeat(4_097) }, /too long/],
    ['a tag it does not know', { text: 'a<br>b', parse_mode: 'HTML' }, /Unsupported start tag "br"/],
    ['half a pair', { text: 'a\ud83d' }, /UTF-8/],
    ['a chat that never wrote', { chat_id: 9, text: 'a' }, /chat not found/],
    ['an unknown topic', { text: 'a', message_thread_id: 4 }, /thread not found/],
    ['an unknown question', { text: 'a', reply_parameters: { message_id: 4 } }, /to be replied not found/],
    [
      'long data of a button',
      { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'ñ'.repeat(33) }]] } },
      /BUTTON_DATA_INVALID/,
    ],
  ])('refuses %s', async (_name, payload, refusal) => {
    server.meet(5);
    expect(await call('sendMessage', { chat_id: 5, ...payload })).toMatch(refusal);
    expect(server.sent).toEqual([]);
  });

  it('takes what is right, and edits it', async () => {
    server.meet(5);
    const reply_parameters = { message_id: 4, allow_sending_without_reply: true };
    expect(
      await call('sendMessage', { chat_id: 5, text: '<b>a</b>&lt;', parse_mode: 'HTML', reply_parameters }),
    ).toBe('ok');
    expect(server.sent[0]?.text).toBe('a<');
    const message_id = server.sent[0]?.id;
    expect(await call('editMessageText', { chat_id: 5, message_id, text: 'a<' })).toMatch(/not modified/);
    expect(await call('editMessageText', { chat_id: 5, message_id, text: 'b' })).toBe('ok');
    expect(await call('editMessageText', { chat_id: 5, message_id: 1, text: 'b' })).toMatch(
      /to edit not found/,
    );
    expect(server.sent.map((message) => message.text)).toEqual(['b']);
  });

  it('lets a button be answered once', async () => {
    server.push(press('c1', 'x'));
    expect(await call('answerCallbackQuery', { callback_query_id: 'c1' })).toBe('ok');
    expect(await call('answerCallbackQuery', { callback_query_id: 'c1' })).toMatch(/query is too old/);
  });

  it('gives updates until they are confirmed, to one poller, and to none with a webhook', async () => {
    const { update_id: id } = server.push(text('hola'));
    expect(await call('getUpdates')).toBe('ok');
    const first = call('getUpdates', { offset: id + 1, timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = call('getUpdates', { offset: id + 1, timeout: 5 });
    expect(await first).toMatch(/terminated by other getUpdates/);
    server.push(text('adiós'));
    expect(await second).toBe('ok');
    expect(await call('setWebhook', { url: 'http://example.org/' })).toMatch(/HTTPS URL/);
    expect(await call('setWebhook', { url: 'https://example.org/', secret_token: 'a b' })).toMatch(
      /unallowed/,
    );
    expect(await call('setWebhook', { url: 'https://example.org/' })).toBe('ok');
    expect(await call('getUpdates')).toMatch(/webhook is active/);
  });

  it('knows the limits of a menu and its own token', async () => {
    const menu = (command: string, description = 'a') =>
      call('setMyCommands', { commands: [{ command, description }] });
    expect(await menu('ayuda')).toBe('ok');
    expect(await menu('Ayuda')).toMatch(/BOT_COMMAND_INVALID/);
    expect(await menu('ayuda', 'a'.repeat(257))).toMatch(/DESCRIPTION_INVALID/);
    expect((await fetch(`${server.root}/bot1:x/getMe`)).status).toBe(401);
  });
});

describe('its reading of HTML', () => {
  it.each<[string, string]>([
    ['<b>a</b>', 'a'],
    ['<blockquote><b>a</b> <a href="https://example.org/?a&amp;b">c</a></blockquote>', 'a c'],
    ['&lt;b&gt; &amp;amp; &quot; &#233; &#xe9; &nbsp; & ', '<b> &amp; " é é &nbsp; &'],
  ])('reads %s', (html, shown) => {
    expect(parseTelegramHtml(html)).toMatchObject({ ok: true, text: shown });
  });

  it.each([
    'a < b',
    '<b>a',
    'a</b>',
    '<b><i>a</b></i>',
    '<p>a</p>',
    '<a href="x>a</a>',
    '<span>a</span>',
    '<b>a</b',
  ])('refuses %s', (html) => {
    expect(parseTelegramHtml(html)).toMatchObject<Partial<ParsedHtml>>({ ok: false });
  });
});
