import type { Language } from '../language/language.ts';
import { consoleTexts } from './adapters/console.ts';
import { slackTexts } from './adapters/slack.ts';
import { slackRoomTexts } from './adapters/slack-room.ts';
import { telegramTexts } from './adapters/telegram.ts';
import { webTexts } from './adapters/web.ts';
import { en } from './en.ts';
import { es, type Texts } from './es.ts';

export type { Texts } from './es.ts';

/** The strings that adapters show by themselves, apart from the assistant's replies. */
export interface AdapterTexts {
  readonly console: (typeof consoleTexts)['en'];
  readonly telegram: (typeof telegramTexts)['en'];
  readonly slack: (typeof slackTexts)['en'];
  readonly slackRoom: typeof slackRoomTexts;
  readonly web: (typeof webTexts)['en'];
}

/** The catalogue of one language. */
export function textsFor(language: Language): Texts {
  return language === 'en' ? en : es;
}

/** What the adapters say by themselves, in one language. */
export function adapterTexts(language: Language): AdapterTexts {
  return {
    console: consoleTexts[language],
    telegram: telegramTexts[language],
    slack: slackTexts[language],
    slackRoom: slackRoomTexts,
    web: webTexts[language],
  };
}
