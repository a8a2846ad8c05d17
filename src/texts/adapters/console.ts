import type { Widen } from '../widen.ts';

const es = {
  prompt: 'usted> ',
  howToLeave: 'Para terminar, escriba «salir» o presione Ctrl-D.',
  suggestions: 'También puede escribir uno de estos números:',
  failure: 'No pude responder. Escriba su pregunta otra vez.',
  goodbye: 'Hasta luego.',
  exitWord: 'salir',
};

const en: Widen<typeof es> = {
  prompt: 'you> ',
  howToLeave: 'To leave, type “exit” or press Ctrl-D.',
  suggestions: 'You can also type one of these numbers:',
  failure: 'I could not answer. Please type your question again.',
  goodbye: 'Goodbye.',
  exitWord: 'exit',
};

export const consoleTexts = { es, en };
