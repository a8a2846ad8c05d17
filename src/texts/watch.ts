/** What a maintainer reads when a file changes while the assistant runs. */
export const keptTexts = {
  lastGood: 'Mientras tanto se responde con la versión anterior.',
} as const;
