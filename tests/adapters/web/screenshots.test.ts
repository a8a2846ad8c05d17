import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';
import { matching } from '../../support/assistant-process.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { ensureBuilt } from '../../support/built.ts';
import { createPlatforms } from '../../support/platforms.ts';

/** `npm run screenshots` makes them anew in the repository; a test leaves them where nobody looks. */
const isAsked = process.env.npm_lifecycle_event === 'screenshots';
const platforms = createPlatforms();

const WIDTHS = [
  { name: 'telefono', width: 320, height: 640, colorScheme: 'light' },
  { name: 'escritorio', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'oscuro', width: 320, height: 640, colorScheme: 'dark' },
] as const;

describeInBrowser('the web page of the built process', (browser) => {
  let address = '';
  beforeAll(async () => {
    ensureBuilt();
    const assistant = platforms.start({ ADAPTERS: 'web', PORT: '0' });
    const [, port] = await matching(assistant.log, /"event":"http listener is open".*"port":(\d+)/);
    await matching(assistant.log, /"event":"web.started"/);
    address = `http://127.0.0.1:${port}/chat`;
  });
  afterAll(() => platforms.close());

  it.each(WIDTHS)(
    'answers from the folder at $width px, $colorScheme',
    async ({ name, width, height, colorScheme }) => {
      const page = await talk(browser(), address, { viewport: { width, height }, colorScheme });
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
      const image = await page.screenshot(isAsked ? { path: captureOf(name) } : {});
      expect(image.length).toBeGreaterThan(1_000);
      if (isAsked) optimise(captureOf(name));
      await page.close();
    },
  );
});

async function talk(browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ ...options, locale: 'es-CO', reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('.assistant').first().waitFor();
  await page.getByRole('textbox').fill('cuantos compromisos tuvo el 3er plan');
  await page.keyboard.press('Enter');
  await page.locator('.assistant', { hasText: '26 compromisos' }).waitFor();
  return page;
}

function captureOf(name: string): string {
  const folder = join(packageRoot, 'docs', 'capturas');
  mkdirSync(folder, { recursive: true });
  return join(folder, `web-${name}.png`);
}

/** A third of the size, where pngquant is installed. */
function optimise(path: string): void {
  spawnSync('pngquant', ['--force', '--strip', '--ext', '.png', '--speed', '1', path]);
}
