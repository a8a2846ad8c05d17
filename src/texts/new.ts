/** The kinds of content that `aga new` makes. */
export type NewKind = 'desafio' | 'publicacion' | 'plan' | 'termino';

/** One section of a new file: its heading, and what to write under it. */
export interface NewSection {
  readonly heading: string;
  readonly hint: string;
}

/** The sections of a new file, by kind; a term is one section of the glossary. */
export const newSections: Readonly<Record<NewKind, (title: string) => readonly NewSection[]>> = {
  desafio: (title) => [
    {
      heading: `¿De qué trata el desafío «${title}»?`,
      hint: 'Explique el desafío en dos o tres frases cortas.',
    },
    {
      heading: `¿Qué problemas hay en el desafío «${title}»?`,
      hint: 'Haga una lista. Diga de qué fuente sale cada problema.',
    },
    {
      heading: `¿Qué compromisos se relacionan con el desafío «${title}»?`,
      hint: 'Haga una lista con el número del compromiso y el plan.',
    },
    {
      heading: `¿Quién responde por el desafío «${title}»?`,
      hint: 'Haga una lista con el nombre completo de cada entidad.',
    },
  ],
  publicacion: (title) => [
    {
      heading: `¿De qué trata «${title}»?`,
      hint: 'Cuente lo más importante en dos o tres frases: qué pasó, dónde y qué día.',
    },
    {
      heading: `¿Quién participó en «${title}»?`,
      hint: 'Escriba nombres y entidades, con su sigla la primera vez. Quite esta parte si no se sabe.',
    },
    {
      heading: `¿Qué sigue después de «${title}»?`,
      hint: 'Diga los próximos pasos con su fecha. Quite esta parte si no los hay.',
    },
  ],
  plan: (title) => [
    {
      heading: `¿Qué es el ${title}?`,
      hint: 'Explique el plan en dos o tres frases cortas, con los años que cubre.',
    },
    { heading: `¿Quién coordina el ${title}?`, hint: 'Escriba el nombre completo de la entidad.' },
    { heading: `¿Cuándo se publicó el ${title}?`, hint: 'Escriba el día, el mes y el año.' },
    {
      heading: `¿Cuántos compromisos tiene el ${title}?`,
      hint: 'Escriba el número y la fuente que lo dice.',
    },
    {
      heading: `¿Cómo se construyó el ${title}?`,
      hint: 'Cuente las reuniones y consultas con su fecha.',
    },
    {
      heading: `¿Qué resultados tuvo el ${title}?`,
      hint: 'Diga qué se cumplió y quién lo evaluó. Quite esta parte si todavía no se sabe.',
    },
    { heading: `¿Qué documentos hay del ${title}?`, hint: 'Haga una lista con los enlaces.' },
  ],
  termino: (title) => [
    {
      heading: title,
      hint: 'Diga qué significa en una o dos frases. Comience con la palabra: «El control social es…».',
    },
  ],
};

/** Comments of the front matter of a new file. */
export const newComments = {
  draft: 'Mientras diga «true», el asistente no muestra este archivo.',
  description: 'Una frase que diga qué hay en este archivo.',
  plan: 'Número del plan o de los planes de que trata. Por ejemplo: [3, 4]',
  sources: ['De dónde salen los datos. Por ejemplo:', '  - nombre: Informe del MRI', '    url: https://…'],
  questions: 'Preguntas que una persona haría y que este archivo responde. Escriba al menos tres.',
} as const;

/** What `aga new` tells. */
export const newTexts = {
  usage: 'Uso: aga new desafio|publicacion|plan|termino "Título"',
  created: (path: string) => `Se creó ${path}.`,
  appended: (path: string, line: number) => `Se agregó al final de ${path}, en la línea ${line}.`,
  nextFile: [
    'Qué sigue:',
    '1. Abra el archivo y cambie cada nota «<!-- … -->» por su texto.',
    '2. Escriba las fuentes y revise las preguntas.',
    '3. Cuando esté listo, borre la línea «draft: true».',
    '4. Pruébelo: aga check, y después aga preview "una de sus preguntas".',
  ],
  nextTerm: ['Qué sigue: abra el archivo y cambie la nota «<!-- … -->» por el significado.'],
  exists: (path: string) => `Ya existe ${path}, y no se cambió. Use otro título, o edite ese archivo.`,
  termExists: (path: string, line: number) =>
    `El término ya está en ${path}, en la línea ${line}, y no se cambió nada.`,
  noLetters: (title: string) =>
    `El título «${title}» no tiene letras ni números. Escriba un título con palabras.`,
  tooLong: (most: number) => `El título es muy largo: el máximo es ${most} caracteres.`,
  noFolder: (dir: string) => `No existe la carpeta «${dir}». Escriba --knowledge con la carpeta correcta.`,
  unwritable: (path: string, code: string) =>
    `No se pudo escribir ${path} (${code}). Revise que se tenga permiso para escribir allí.`,
  glossary: {
    title: 'Glosario',
    description: 'Qué significan las palabras y las siglas de estos documentos.',
  },
} as const;
