/** What `aga stats` prints. */
export const statsTexts = {
  documents: 'Documentos',
  kinds: {
    desafio: 'desafíos',
    plan: 'planes',
    compromisos: 'compromisos',
    publicacion: 'publicaciones',
    glosario: 'glosarios',
    preguntas: 'preguntas frecuentes',
    pagina: 'otras páginas',
  },
  totals: (documents: number, passages: number, words: number) =>
    `${documents} documentos, ${passages} pasajes, ${words} palabras.`,
  skipped: (files: number) => `${files} archivos no se muestran todavía (borradores o fuera de fecha).`,
  columns: ['', 'documentos', 'pasajes', 'preguntas'],
  languages: (spanish: number, english: number) => `${spanish} en español, ${english} en inglés.`,
  questions: (own: number, unanswerable: number, dialogues: number) =>
    `${own} preguntas de los documentos, ${unanswerable} sin respuesta, ${dialogues} diálogos.`,
  unreached: (files: number) =>
    files === 0
      ? 'Todos los archivos son la primera fuente de alguna pregunta.'
      : `Archivos que no son la primera fuente de ninguna pregunta (${files}):`,
  unreachedFile: (path: string, questions: number) =>
    `  ${path} (${questions === 0 ? 'no tiene preguntas' : `tiene ${questions}, pero responde otro archivo`})`,
  missingWords: (count: number) =>
    count === 0
      ? 'Los documentos tienen todas las palabras de las preguntas.'
      : 'Palabras de las preguntas que ningún documento tiene (cuántas preguntas las usan):',
  missingGroups: (count: number) =>
    count === 0
      ? 'Los documentos usan alguna palabra de cada grupo del tesauro.'
      : `Grupos del tesauro sin ninguna palabra en los documentos (${count}):`,
  more: (count: number) => `  … y ${count} más`,
} as const;
