/** What `aga preview` prints around the reply. */
export const previewTexts = {
  usage: 'Uso: aga preview "pregunta" [--raw]',
  platforms: { console: 'Terminal', telegram: 'Telegram', slack: 'Slack', web: 'Página web' } as Readonly<
    Record<string, string>
  >,
  message: (number: number, total: number) => `(mensaje ${number} de ${total})`,
  why: 'Por qué',
  outcome: (intent: string, status: string) => `Orden: ${intent}. Resultado: ${status}.`,
  statuses: {
    answered: 'respondió',
    clarify: 'pidió aclarar la pregunta',
    'no-answer': 'dijo que no lo sabe',
    'out-of-scope': 'dijo que eso no le corresponde',
    'small-talk': 'respondió una cortesía',
    error: 'falló',
  },
  confidence: (value: number, answer: number, clarify: number) =>
    `Confianza: ${value.toFixed(2)} (responde desde ${answer.toFixed(2)}; pide aclarar desde ${clarify.toFixed(2)}).`,
  noSearch: 'No se buscó en los documentos: esta orden responde sola.',
  nothingFound: 'Ningún documento tiene palabras de la pregunta.',
  passage: (place: string) => `Pasaje: ${place}`,
  runnerUp: (place: string, share: number) =>
    `Segundo: ${place} (${Math.round(share * 100)} % del puntaje del primero)`,
  noRunnerUp: 'Segundo: no hay otro documento.',
  words: 'Palabras de la pregunta:',
  found: (word: string, as: readonly string[]) =>
    as.length === 0 ? `  sí   ${word}` : `  sí   ${word} → ${as.join(', ')}`,
  elsewhere: (word: string) => `  no   ${word} (está en otros documentos, no en este pasaje)`,
  nowhere: (word: string) => `  no   ${word} (no está en ningún documento)`,
  corrected: (word: string, as: string) => `${word} (leída como «${as}»)`,
} as const;
