import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  type Handle,
  type IncomingMessage,
  paragraph,
  type Reply,
  say,
} from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { openWebPage, type WebPage } from '../../support/web-page.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

const words = adapterTexts('es').web.page;
const english = adapterTexts('en').web.page;

const next = { id: 'pagina:2', label: 'Página siguiente' };
const previous = { id: 'pagina:1', label: 'Página anterior' };

const RICH: Reply = {
  ...textReply('Respuesta con <b>todo</b>.'),
  suggestions: [{ id: 'ver:1', label: 'Otra pregunta' }],
  actions: [
    { kind: 'why', id: 'porque:1', label: '¿Por qué esta respuesta?' },
    { kind: 'share', id: 'abc123', label: 'Compartir esta respuesta' },
  ],
};

/** Answers by what was said, so that each test has its reply. */
function reply({ input }: IncomingMessage): Reply | undefined {
  if (input.kind === 'command') return textReply(input.args === '' ? 'Hola.' : `Abrió ${input.args}.`);
  if (input.kind === 'choice') {
    if (input.id === next.id) return { ...textReply('Segunda.'), pages: { number: 2, count: 2, previous } };
    if (input.id === previous.id) return { ...textReply('Primera.'), pages: { number: 1, count: 2, next } };
    return textReply(`Eligió ${input.id}.`);
  }
  if (input.kind !== 'text') return undefined;
  if (input.text === 'todo') return RICH;
  if (input.text === 'páginas') return { ...textReply('Primera.'), pages: { number: 1, count: 2, next } };
  if (input.text === 'english') return { ...textReply('An answer.'), language: 'en' };
  if (input.text === 'silencio') return undefined;
  if (input.text === 'enlace')
    return say('es', [
      paragraph({ kind: 'link', text: 'Un sitio', url: 'https://example.org/a' }),
      paragraph({ kind: 'link', text: 'Una trampa', url: 'javascript:alert(1)' }),
    ]);
  return textReply(`Eco: ${input.text}`);
}

describeInBrowser('the chat page', (browser) => {
  const seen: IncomingMessage[] = [];
  const handle: Handle = async (message) => {
    seen.push(message);
    return reply(message);
  };
  const opened: WebPage[] = [];
  let site: WebSite;
  beforeAll(async () => {
    site = await startWebSite(handle, { env: { WEB_PROXIES: '1' } });
  });
  afterAll(() => site.stop());
  afterEach(async () => {
    for (const page of opened.splice(0)) {
      expect(page.troubles).toEqual([]);
      await page.close();
    }
    seen.splice(0);
  });

  /** Each page comes from an address of its own, so that no test takes the turns of another. */
  async function open(query = '', options: Parameters<typeof openWebPage>[2] = {}): Promise<WebPage> {
    const address = `192.0.2.${Math.floor(Math.random() * 250)}`;
    const page = await openWebPage(browser(), `${site.page}${query}`, {
      extraHTTPHeaders: { 'X-Forwarded-For': address },
      ...options,
    });
    opened.push(page);
    return page;
  }

  it('greets, and answers what is typed', async () => {
    const { page, ask, requests } = await open();
    await ask('¿Qué es el MRI?');
    await page.getByText('Eco: ¿Qué es el MRI?').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('');
    expect(await page.getByRole('article').allInnerTexts()).toEqual([
      expect.stringMatching(/Asistente:\s*Hola\./),
      expect.stringMatching(/Usted:\s*¿Qué es el MRI\?/),
      expect.stringMatching(/Asistente:\s*Eco: ¿Qué es el MRI\?/),
    ]);
    expect(new Set(seen.map(({ conversation }) => conversation.id)).size).toBe(1);
    expect(requests.filter((address) => !address.startsWith(`http://127.0.0.1:${site.port}/chat`))).toEqual(
      [],
    );
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('gives each tab a conversation of its own', async () => {
    await open();
    await open();
    expect(new Set(seen.map(({ conversation }) => conversation.id)).size).toBe(2);
  });

  it('opens the answer that an address names', async () => {
    const { page } = await open('?id=abc-123_x');
    await page.getByText('Abrió abc-123_x.').waitFor();
    expect(seen[0]?.input).toEqual({ kind: 'command', name: 'start', args: 'abc-123_x' });
  });

  it('takes markup of people and files for text', async () => {
    const { page, ask } = await open('?id=%3Cimg%20src=x%20onerror=alert(1)%3E');
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    await ask(hostile);
    await page.getByText(`Eco: ${hostile}`).waitFor();
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('links to the web alone, in another tab that learns nothing of this one', async () => {
    const { page, ask } = await open();
    await ask('enlace');
    const link = page.getByRole('link', { name: `Un sitio ${words.newTab}` });
    expect(await link.getAttribute('href')).toBe('https://example.org/a');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await page.getByText('Una trampa').waitFor();
    expect(await page.locator('#log a').count()).toBe(1);
  });

  it('hands over the choice of a button and shows it as said', async () => {
    const { page, ask } = await open();
    await ask('todo');
    await page.getByRole('button', { name: 'Otra pregunta' }).click();
    await page.getByText('Eligió ver:1.').waitFor();
    await page.getByRole('button', { name: '¿Por qué esta respuesta?' }).click();
    await page.getByText('Eligió porque:1.').waitFor();
    expect(await page.locator('.person').allInnerTexts()).toEqual([
      expect.stringContaining('todo'),
      expect.stringContaining('Otra pregunta'),
      expect.stringContaining('¿Por qué esta respuesta?'),
    ]);
  });

  it('copies the address of an answer, or shows it', async () => {
    const allowed = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await allowed.ask('todo');
    await allowed.page.getByRole('button', { name: 'Compartir esta respuesta' }).click();
    await allowed.page.getByText(words.copied).waitFor();
    expect(await allowed.page.evaluate('navigator.clipboard.readText()')).toBe(`${site.page}?id=abc123`);

    const refused = await open();
    await refused.page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await refused.ask('todo');
    await refused.page.getByRole('button', { name: 'Compartir esta respuesta' }).click();
    const link = refused.page.getByRole('link', { name: `${site.page}?id=abc123` });
    expect(await link.getAttribute('href')).toBe(`${site.page}?id=abc123`);
  });

  it('turns pages in place, with the focus on what is new', async () => {
    const { page, ask } = await open();
    await ask('páginas');
    await page.getByText(adapterTexts('es').web.pageOf(1, 2)).waitFor();
    await page.getByRole('button', { name: next.label }).click();
    await page.getByText('Segunda.').waitFor();
    expect(await page.getByText('Primera.').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Segunda.');
    await page.getByRole('button', { name: previous.label }).click();
    await page.getByText('Primera.').waitFor();
    expect(await page.locator('.assistant').count()).toBe(2);
  });

  it('speaks the language of the reply', async () => {
    const { page, ask } = await open();
    expect(await page.evaluate('document.documentElement.lang')).toBe('es');
    await ask('english');
    await page.getByText('An answer.').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.title()).toBe(english.title);
    await page.getByRole('button', { name: english.send }).waitFor();
    expect(await page.locator('.assistant').last().getAttribute('lang')).toBe('en');
    expect(await page.locator('.assistant').first().getAttribute('lang')).toBe('es');
  });

  it('keeps silent when the assistant does, and goes on', async () => {
    const { page, ask } = await open();
    await ask('silencio');
    await ask('otra');
    await page.getByText('Eco: otra').waitFor();
    expect(await page.locator('.assistant').count()).toBe(2);
  });

  it('shows what comes unasked, below the words that it is about', async () => {
    const { page, ask } = await open();
    await ask('¿Y mi pueblo?');
    await page.getByText('Eco: ¿Y mi pueblo?').waitFor();
    const { conversation, quote } = seen.at(-1) ?? {};
    if (conversation === undefined || quote === undefined) throw new Error('nothing was said');
    await site.adapter.send?.(conversation, textReply('Le responde una persona.'), { quote });
    const article = page.getByRole('article').filter({ hasText: 'Le responde una persona.' });
    await article.waitFor();
    expect(await article.textContent()).toContain(`${words.about} ¿Y mi pueblo?`);
  });

  it('says kindly that the network failed, and loses no text', async () => {
    const { page, ask } = await open();
    await page.context().setOffline(true);
    await ask('una pregunta larga');
    await page.getByText(words.offline).waitFor();
    await page.getByRole('button', { name: words.retry }).click();
    await page.getByText(words.offline).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: words.retry }).click();
    await page.getByText('Eco: una pregunta larga').waitFor();
    expect(await page.getByText(words.offline).count()).toBe(0);
    expect(await page.locator('.person').count()).toBe(1);
  });

  it('says kindly that there were too many messages', async () => {
    const { page, ask } = await open('', { extraHTTPHeaders: { 'X-Forwarded-For': '198.51.100.1' } });
    await page.evaluate(`(async () => {
      await Promise.all(Array.from({ length: 80 }, () => fetch('chat/messages', { method: 'POST' })));
    })()`);
    // On a slow machine one message more is let through by the time it is asked: whoever goes on is told.
    const told = async () => {
      await ask('demasiado');
      return await page.getByText(words.tooMany).count();
    };
    await expect.poll(told, { timeout: 30_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: words.retry }).first().waitFor();
  });
});
