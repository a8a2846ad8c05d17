import type { Texts } from './es.ts';

/** Every English string that a person reads in a conversation. */
export const en: Texts = {
  adapters: {
    console: {
      prompt: 'you> ',
      howToLeave: 'To leave, type “exit” or press Ctrl-D.',
      suggestions: 'You can also type one of these numbers:',
      failure: 'I could not answer. Please type your question again.',
      goodbye: 'Goodbye.',
      exitWord: 'exit',
    },
    telegram: {},
    slack: {},
  },
};
