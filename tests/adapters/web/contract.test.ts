import type { PageReply } from '../../../adapters/web/render.ts';
import { type AdapterHarness, describeAdapterContract } from '../../support/adapter-contract.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { openTab, readAloud, startWebSite } from '../../support/web-site.ts';

const overHttp: AdapterHarness = {
  textOnly: true,
  start: async (handle, signal) => {
    const site = await startWebSite(handle, { signal });
    const tab = openTab(site);
    const replies: PageReply[] = [];
    const underWay: Promise<unknown>[] = [];
    const say = async (said: Parameters<typeof tab.ask>[0]): Promise<void> => {
      underWay.push(tab.ask(said).then((reply) => reply !== null && replies.push(reply)));
    };
    return {
      finished: site.finished.then(async () => {
        await Promise.all(underWay);
      }),
      sendText: (text) => say({ text }),
      choose: async (label) => {
        const found = replies.flatMap(({ suggestions }) => suggestions).find((each) => each.label === label);
        if (found === undefined) throw new Error(`no suggestion says ${label}`);
        await say({ choice: found.id });
      },
      receivedText: () => replies.map(readAloud).join('\n'),
      close: site.stop,
    };
  },
};

describeAdapterContract('web, over HTTP', overHttp);

describeInBrowser('web, in Chromium', (browser) => {
  describeAdapterContract('web, in Chromium', {
    textOnly: true,
    start: async (handle, signal) => {
      const site = await startWebSite(handle, { signal });
      const page = await browser().newPage({ locale: 'es-CO' });
      await page.goto(site.page);
      let shown = '';
      let isDone = false;
      const read = async (): Promise<void> => {
        shown = (await page.locator('#log').allInnerTexts()).join('');
      };
      const reading = (async () => {
        while (!isDone) {
          await read();
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      })();
      return {
        finished: site.finished.then(read),
        sendText: async (text) => {
          await page.getByRole('textbox').fill(text);
          await page.keyboard.press('Enter');
        },
        choose: (label) => page.getByRole('button', { name: label, exact: true }).last().click(),
        receivedText: () => shown,
        close: async () => {
          isDone = true;
          await reading;
          await page.close();
          await site.stop();
        },
      };
    },
  });
});
