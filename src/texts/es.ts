/** Every Spanish string that a person reads in a conversation. `en.ts` has the same shape. */
export const es = {
  adapters: {
    console: {
      prompt: 'usted> ',
      howToLeave: 'Para terminar, escriba «salir» o presione Ctrl-D.',
      suggestions: 'También puede escribir uno de estos números:',
      failure: 'No pude responder. Escriba su pregunta otra vez.',
      goodbye: 'Hasta luego.',
      exitWord: 'salir',
    },
    telegram: {},
    slack: {},
  },
};

/** Widens the literals of `es`, so that another language can have other words under the same keys. */
type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer U)[]
      ? readonly Widen<U>[]
      : { readonly [K in keyof T]: Widen<T[K]> };

export type Texts = Widen<typeof es>;
