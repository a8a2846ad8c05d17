import type { Texts } from './es.ts';

/** Every English string that a person reads in a conversation. */
export const en: Texts = {
  adapters: {
    console: {},
    telegram: {},
    slack: {},
  },
};
