import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../../adapters/web/page.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { startWebSite, type WebSite } from '../../support/web-site.ts';

let site: WebSite;
beforeAll(async () => {
  const env = { WEB_PATH: '/aga/chat', WEB_ORIGINS: 'https://example.org,https://example.com' };
  site = await startWebSite(async () => textReply('Hola.'), { env });
});
afterAll(() => site.stop());

describe('the page', () => {
  it('lets in its own files alone, and only the named sites frame it', async () => {
    const { headers, status } = await fetch(site.page);
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const policy = (headers.get('Content-Security-Policy') ?? '').split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self' https://example.org https://example.com");
    expect(policy.filter((rule) => /unsafe|\*|https:(?!\/\/example\.)/.test(rule))).toEqual([]);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.has('Set-Cookie')).toBe(false);
  });

  it.each([
    ['es-CO', 'es'],
    ['en-GB,es;q=0.5', 'en'],
    ['fr', 'es'],
    ['', 'es'],
  ] as const)('speaks to a browser in %j with %s', async (accepted, language) => {
    const response = await fetch(site.page, { headers: { 'Accept-Language': accepted } });
    const html = await response.text();
    expect(response.headers.get('Vary')).toBe('Accept-Language');
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${adapterTexts(language).web.page.title}</title>`);
    expect(html).not.toMatch(/\{\{|\sstyle=|\son\w+=/);
  });

  it('loads nothing from another place', async () => {
    const html = await (await fetch(site.page)).text();
    const addresses = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect((await fetch(new URL(address, site.page))).status).toBe(200);
    for (const address of addresses) expect(address).toMatch(/^chat\/[a-z]+\.(js|css|svg)$/);
  });

  it('takes no text for markup', () => {
    const hostile = '</script><b title="x">&';
    const texts = adapterTexts('es');
    const page = { ...texts.web.page, title: hostile };
    const html = renderPage({
      html: '<h1 title="{{title}}">{{title}}</h1><script type="application/json">{{texts}}</script>',
      base: 'chat',
      language: 'es',
      texts: () => ({ ...texts, web: { ...texts.web, page } }),
    });
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain('<b');
    expect(JSON.parse(/json">(.*)<\/script>/.exec(html)?.[1] ?? '').es.title).toBe(hostile);
  });
});

describe('a file of the page', () => {
  it.each([
    ['chat.js', 'text/javascript; charset=utf-8', 'same-origin'],
    ['chat.css', 'text/css; charset=utf-8', 'same-origin'],
    ['icon.svg', 'image/svg+xml; charset=utf-8', 'same-origin'],
    ['widget.js', 'text/javascript; charset=utf-8', 'cross-origin'],
  ])('%s comes as %s for %s', async (name, type, policy) => {
    const { headers } = await fetch(`${site.page}/${name}`);
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe(policy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('is sent once to a browser that keeps it', async () => {
    const first = await fetch(`${site.page}/chat.js`);
    const again = await fetch(`${site.page}/chat.js`, {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is only read', async () => {
    const head = await fetch(`${site.page}/chat.css`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(`${site.page}/chat.css`, { method: 'POST', body: 'x' });
    expect([post.status, post.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['tsconfig.json', '../index.ts', '%2e%2e/index.ts', 'chat.html'])('is not %s', async (name) => {
    expect((await fetch(`${site.page}/${name}`)).status).toBe(404);
  });
});

describe('the widget', () => {
  it('is a script that leaves no name behind on the page that loads it', async () => {
    const script = await (await fetch(`${site.page}/widget.js`)).text();
    const before: Record<string, unknown> = {};
    expect(() => runInNewContext(script, before)).toThrow(/document is not defined|CSSStyleSheet/);
    expect(Object.keys(before)).toEqual([]);
    expect(script).toContain(JSON.stringify(adapterTexts('es').web.widget.open));
  });
});
