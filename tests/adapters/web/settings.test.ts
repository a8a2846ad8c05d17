import { describe, expect, it } from 'vitest';
import { web } from '../../../adapters/web/index.ts';
import { webSettings } from '../../../adapters/web/settings.ts';

describe('the settings of the web page', () => {
  it('need nothing', () => {
    expect(webSettings.parse({})).toEqual({ WEB_PATH: '/chat', WEB_ORIGINS: [], WEB_PROXIES: 0 });
  });

  it('take a path, origins and proxies', () => {
    const env = {
      WEB_PATH: '/aga/chat',
      WEB_ORIGINS: 'https://example.org, http://localhost:1313',
      WEB_PROXIES: '1',
    };
    expect(webSettings.parse(env)).toEqual({
      WEB_PATH: '/aga/chat',
      WEB_ORIGINS: ['https://example.org', 'http://localhost:1313'],
      WEB_PROXIES: 1,
    });
  });

  it.each([
    ['WEB_PATH', 'chat'],
    ['WEB_PATH', '/'],
    ['WEB_PATH', '/chat/'],
    ['WEB_PATH', '/../etc'],
    ['WEB_PATH', '/"><script>'],
    ['WEB_ORIGINS', '*'],
    ['WEB_ORIGINS', 'https://example.org/'],
    ['WEB_ORIGINS', 'http://example.org'],
    ['WEB_ORIGINS', "https://example.org; script-src 'unsafe-inline'"],
    ['WEB_ORIGINS', 'https://example.org,'],
    ['WEB_PROXIES', '-1'],
    ['WEB_PROXIES', 'yes'],
  ])('refuse %s=%s', (variable, value) => {
    const result = webSettings.safeParse({ [variable]: value });
    expect(result.error?.issues.map(({ path, message }) => [path[0], message.startsWith('No es ')])).toEqual([
      [variable, true],
    ]);
  });

  it('ask for the page when they name its path', () => {
    expect(web.isConfigured({})).toBe(false);
    expect(web.isConfigured({ WEB_PATH: '' })).toBe(false);
    expect(web.isConfigured({ WEB_PATH: '/chat' })).toBe(true);
  });
});
