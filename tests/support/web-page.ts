import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** The chat page in a browser, with all that went wrong in it. */
export interface WebPage {
  readonly page: Page;
  /** Errors of scripts and violations of the content security policy. */
  readonly troubles: readonly string[];
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** Writes into the box and presses Enter. */
  ask(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens an address in a context of its own; resolves when the page has its first reply. */
export async function openWebPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WebPage> {
  const context = await browser.newContext({ locale: 'es-CO', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) troubles.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.locator('.assistant').first().waitFor();
  return {
    page,
    troubles,
    requests,
    ask: async (text) => {
      await page.getByRole('textbox').fill(text);
      await page.keyboard.press('Enter');
    },
    close: () => context.close(),
  };
}
