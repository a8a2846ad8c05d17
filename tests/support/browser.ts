import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts headless Chromium as Debian's package has it. */
function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
}

/** Tests in a browser of their own. Without Chromium they are skipped, and the console says how to get it. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  const isInstalled = existsSync(CHROMIUM);
  if (!isInstalled)
    console.warn(`SKIPPED: «${name}» needs ${CHROMIUM}. Install it with: apt-get install -y chromium`);
  describe.skipIf(!isInstalled)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());
    tests(() => {
      if (browser === undefined) throw new Error('the browser did not start');
      return browser;
    });
  });
}
