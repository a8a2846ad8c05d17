import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Handle } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

const words = adapterTexts('es').web;

/** Serves one page, under a policy that lets in the scripts and frames of one site. */
async function startForeignSite(
  html: () => string,
  trusted: () => string,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src ${trusted()}; frame-src ${trusted()}`,
    });
    response.end(html());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describeInBrowser('the widget on a site of someone else', (browser) => {
  const handle: Handle = async ({ input }) =>
    textReply(input.kind === 'text' ? `Eco: ${input.text}` : 'Hola.');
  let site: WebSite;
  let friend: Awaited<ReturnType<typeof startForeignSite>>;
  let stranger: typeof friend;
  beforeAll(async () => {
    const html = (): string =>
      `<!doctype html><html lang="es"><title>Sitio</title><body><h1>Sitio</h1>
       <script src="${site.page}/widget.js" async></script></body></html>`;
    const trusted = (): string => `http://127.0.0.1:${site.port}`;
    friend = await startForeignSite(html, trusted);
    stranger = await startForeignSite(html, trusted);
    site = await startWebSite(handle, { env: { WEB_ORIGINS: friend.origin } });
  });
  afterAll(async () => {
    await site.stop();
    friend.server.close();
    stranger.server.close();
  });

  it.each([320, 1280])('opens the chat with the keyboard, answers and closes, at %i px', async (width) => {
    const page = await browser().newPage({ locale: 'es-CO', viewport: { width, height: 640 } });
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) troubles.push(message.text());
    });
    await page.goto(friend.origin);
    const button = page.getByRole('button', { name: words.widget.open });
    await button.waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('false');
    expect(page.frames()).toHaveLength(2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const chat = page.frameLocator(`iframe[title="${words.widget.title}"]`);
    await chat.getByText('Hola.').waitFor();
    await chat.getByRole('textbox', { name: words.page.question }).fill('desde otro sitio');
    await page.keyboard.press('Enter');
    await chat.getByText('Eco: desde otro sitio').waitFor();
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);

    await page.getByRole('button', { name: words.widget.close }).click();
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await button.click();
    expect(await chat.getByText('Eco: desde otro sitio').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('shows no chat on a site that was not named', async () => {
    const page = await browser().newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('frame-ancestors')) refused.push(message.text());
    });
    await page.goto(stranger.origin);
    await page.getByRole('button', { name: words.widget.open }).click();
    await expect.poll(() => refused.length).toBeGreaterThan(0);
    expect(await page.frameLocator('iframe').getByRole('textbox').count()).toBe(0);
    await page.close();
  });
});
