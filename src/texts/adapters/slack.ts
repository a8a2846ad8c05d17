import type { Widen } from '../widen.ts';

const es = {
  failure: 'No pude responder. Escriba su pregunta otra vez.',
};

const en: Widen<typeof es> = {
  failure: 'I could not answer. Please write your question again.',
};

export const slackTexts = { es, en };
