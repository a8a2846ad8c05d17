import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParsedHtml, parseTelegramHtml } from '../../support/telegram-html.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { inlineQuery, press, text } from '../../support/telegram-updates.ts';

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
    const same = { chat_id: 5, message_id, text: '<b>a</b>&lt;', parse_mode: 'HTML' };
    expect(await call('editMessageText', same)).toMatch(/not modified/);
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

  it.each<[string, unknown, RegExp]>([
    ['no address and no data', [{ text: 'a' }], /can't parse inline keyboard button/],
    ['an address without a protocol', [{ text: 'a', url: 't.me/x' }], /BUTTON_URL_INVALID/],
    ['no label', [{ text: ' ', callback_data: 'x' }], /must be non-empty/],
    ['too many', Array(101).fill({ text: 'a', callback_data: 'x' }), /too long/],
  ])('refuses buttons: %s', async (_name, row, refusal) => {
    server.meet(5);
    const reply_markup = { inline_keyboard: [row] };
    expect(await call('sendMessage', { chat_id: 5, text: 'a', reply_markup })).toMatch(refusal);
  });

  it('takes the results of a query once, and none that are wrong', async () => {
    const article = { type: 'article', id: 'a', title: 'A', input_message_content: { message_text: 'a' } };
    const answer = (fields: Record<string, unknown>) =>
      call('answerInlineQuery', { inline_query_id: 'q1', results: [article], ...fields });
    server.push(inlineQuery('q1', 'a'));
    expect(await answer({ results: Array(51).fill(article) })).toMatch(/RESULTS_TOO_MUCH/);
    expect(await answer({ results: [article, article] })).toMatch(/RESULT_ID_DUPLICATE/);
    expect(await answer({ results: [{ ...article, id: 'a'.repeat(65) }] })).toMatch(/RESULT_ID_INVALID/);
    expect(await answer({ results: [{ ...article, title: '' }] })).toMatch(/title/);
    expect(await answer({ next_offset: 'a'.repeat(65) })).toMatch(/NEXT_OFFSET_INVALID/);
    const long = { ...article, input_message_content: { message_text: 'a'.repeat(4_097) } };
    expect(await answer({ results: [long] })).toMatch(/too long/);
    expect(await answer({ is_personal: false, cache_time: 300, next_offset: '10' })).toBe('ok');
    expect(await answer({})).toMatch(/query is too old/);
  });

  it('knows the limits of a profile', async () => {
    expect(await call('setMyName', { name: 'a'.repeat(65) })).toMatch(/too long/);
    expect(await call('setMyDescription', { description: 'a'.repeat(513) })).toMatch(/too long/);
    expect(await call('setMyShortDescription', { short_description: 'a'.repeat(121) })).toMatch(/too long/);
    expect(await call('setMyName', { name: 'a', language_code: 'eng' })).toMatch(/language code/);
    expect(await call('setMyName', { name: 'a', language_code: 'en' })).toBe('ok');
    expect(await call('setMyCommands', { commands: [], scope: { type: 'x' } })).toMatch(/BotCommandScope/);
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
