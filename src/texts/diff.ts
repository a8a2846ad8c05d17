/** What `aga diff` prints. */
export const diffTexts = {
  usage: 'Uso: aga diff REVISIÓN (por ejemplo: main, HEAD~1, v1.0)',
  badRevision: (revision: string) =>
    `«${revision}» no es una revisión de este repositorio. Escriba una rama, una etiqueta o HEAD~1.`,
  noRepository: (dir: string) =>
    `La carpeta «${dir}» no está en un repositorio de git, y no hay con qué comparar.`,
  noFolder: (revision: string, dir: string) => `En «${revision}» no existía la carpeta «${dir}».`,
  noGit: 'No se encontró el programa git. Instálelo y vuelva a intentar.',
  same: (revision: string, questions: number) =>
    `Ninguna respuesta cambia entre ${revision} y los archivos de ahora (${questions} preguntas).`,
  changed: (revision: string, changes: number, questions: number) =>
    `${changes} de ${questions} respuestas ${changes === 1 ? 'cambia' : 'cambian'} entre ${revision} y los archivos de ahora.`,
  before: 'Antes:',
  after: 'Ahora:',
} as const;
