import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Handle, list, paragraph, quote, type Reply, say } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { openWebPage } from '../../support/web-page.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

const words = adapterTexts('es').web.page;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RICH: Reply = {
  ...say('es', [
    'El plan tuvo 26 compromisos.',
    list(['Uno', [{ kind: 'strong', text: 'Dos' }]]),
    quote('Una cita'),
    paragraph(
      'Fuente: ',
      { kind: 'link', text: 'III Plan', url: `https://example.org/${'muy-largo-'.repeat(20)}` },
      ` ${'sinespacios'.repeat(20)}`,
    ),
  ]),
  suggestions: [{ id: 'ver:1', label: 'Ver el plan que sigue, con todos sus compromisos y sus entidades' }],
  actions: [
    { kind: 'useful', id: 'voto:si', label: 'Me sirvió' },
    { kind: 'share', id: 'abc', label: 'Compartir' },
  ],
  pages: { number: 1, count: 2, next: { id: 'p:2', label: 'Página siguiente' } },
};

const handle: Handle = async ({ input }) => (input.kind === 'text' ? RICH : textReply('Hola.'));

/** What breaks WCAG 2.1 AA, as axe sees it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
  const result = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} })`)) as AxeResults;
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describeInBrowser('the chat page for everyone', (browser) => {
  let site: WebSite;
  beforeAll(async () => {
    site = await startWebSite(handle);
  });
  afterAll(() => site.stop());

  it.each([
    [320, 'light'],
    [320, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('keeps WCAG 2.1 AA at %i px, %s', async (width, colorScheme) => {
    const { page, ask, close } = await openWebPage(browser(), site.page, {
      viewport: { width, height: 640 },
      colorScheme,
    });
    await ask('hola');
    await page.getByText('26 compromisos').waitFor();
    await page.context().setOffline(true);
    await ask('otra');
    await page.getByText(words.offline).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(overflow)).toBe(0);
    await close();
  });

  it('has its landmarks and names, in the order of reading', async () => {
    const { page, ask, close } = await openWebPage(browser(), site.page);
    await ask('hola');
    await page.getByText('26 compromisos').waitFor();
    const tree = await page.locator('body').ariaSnapshot();
    const places = [
      `link "${words.skip}"`,
      'banner',
      `heading "${words.title}" [level=1]`,
      'main',
      `log "${words.log}"`,
      'article',
      '26 compromisos',
      'listitem: Uno',
      'blockquote: Una cita',
      `link "III Plan ${words.newTab}"`,
      `group "${words.pages}"`,
      `group "${words.choices}"`,
      `group "${words.actions}"`,
      'button "Me sirvió"',
      `form "${words.form}"`,
      `textbox "${words.question}"`,
      `button "${words.send}"`,
    ].map((place) => tree.indexOf(place));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    await close();
  });

  it('works with the keyboard alone, with the focus always in sight', async () => {
    const { page, close } = await openWebPage(browser(), site.page, {
      viewport: { width: 320, height: 640 },
    });
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    await page.keyboard.type('una línea');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('y otra');
    await page.keyboard.press('Enter');
    await page.getByText('26 compromisos').waitFor();
    const focused: string[] = [];
    for (let count = 0; count < 5; count++) {
      await page.keyboard.press('Shift+Tab');
      focused.push(await page.evaluate<string>('document.activeElement.textContent'));
      expect(await page.evaluate(FOCUS_IS_SEEN), focused.at(-1)).toBe(true);
    }
    expect(focused.map((text) => text.trim())).toEqual([
      'Compartir',
      'Me sirvió',
      RICH.suggestions[0]?.label,
      'Página siguiente',
      expect.stringContaining('III Plan'),
    ]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.person', { hasText: focused[2] ?? '' }).waitFor();
    await close();
  });

  it('skips to the question', async () => {
    const { page, close } = await openWebPage(browser(), site.page);
    await page.getByRole('link', { name: words.skip }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    await close();
  });

  it('keeps all in reach with text twice as large', async () => {
    const { page, ask, close } = await openWebPage(browser(), site.page, {
      viewport: { width: 640, height: 640 },
    });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await ask('hola');
    await page.getByText('26 compromisos').waitFor();
    expect(await page.evaluate(overflow)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it('moves nothing when less motion is asked for', async () => {
    const { page, close } = await openWebPage(browser(), site.page, { reducedMotion: 'reduce' });
    const moving = "getComputedStyle(document.documentElement).scrollBehavior === 'smooth'";
    expect(await page.evaluate(moving)).toBe(false);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await page.evaluate(moving)).toBe(true);
    await close();
  });
});

/** Whether what has the focus is marked, and neither below the form nor above the header. */
const FOCUS_IS_SEEN = `(() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const bottom = document.querySelector('form').getBoundingClientRect().top;
  const top = document.querySelector('header').getBoundingClientRect().bottom;
  const style = getComputedStyle(focused);
  return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 && box.top >= top && box.bottom <= bottom;
})()`;
