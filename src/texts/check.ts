import type { ProblemText } from './problems.ts';

/** What `aga check` finds and what to do about it, besides what reading the folder finds (`problemTexts`). */
export const checkTexts = {
  notRead: (name: string): ProblemText => ({
    message: `El asistente no lee archivos como «${name}».`,
    remedy: 'Pase el texto a un archivo terminado en .md, o saque el archivo de la carpeta.',
  }),
  misnamed: (name: string, right: string): ProblemText => ({
    message: `El archivo «${name}» no se lee con ese nombre.`,
    remedy: `Llámelo «${right}» y déjelo en la raíz de la carpeta.`,
  }),
  draft: (): ProblemText => ({
    message: 'Es un borrador y no se muestra.',
    remedy: 'Cuando esté listo, quite «draft: true».',
  }),
  future: (message: string): ProblemText => ({
    message: `${message} Hasta ese día no se muestra.`,
    remedy: 'Si la fecha está mal, corríjala.',
  }),
  expired: (message: string): ProblemText => ({
    message: `${message} Ya no se muestra.`,
    remedy: 'Si debe seguir visible, quite esa fecha; si no, borre el archivo.',
  }),
  sectionOnly: (message: string): ProblemText => ({
    message,
    remedy: 'No hay que hacer nada. Si quiere que responda preguntas, escriba texto.',
  }),
  noTitle: (): ProblemText => ({
    message: 'Falta el título.',
    remedy: 'Escriba «title:» con un título corto en el encabezado del archivo.',
  }),
  noDate: (): ProblemText => ({
    message: 'La publicación no tiene fecha.',
    remedy: 'Escriba «date:» con el año, el mes y el día, por ejemplo 2017-04-17.',
  }),
  noReference: (): ProblemText => ({
    message: 'El archivo no dice de dónde vienen sus datos.',
    remedy: 'Agregue «fuentes:» con el nombre de cada fuente y, si existe, su dirección.',
  }),
  fewQuestions: (count: number): ProblemText => ({
    message: `El archivo tiene ${count === 0 ? 'cero preguntas' : count === 1 ? 'una pregunta' : `${count} preguntas`} de prueba.`,
    remedy: 'Escriba al menos tres en «preguntas:», como las haría una persona.',
  }),
  strangeKey: (key: string, known: string): ProblemText => ({
    message: `El dato «${key}» no se usa.`,
    remedy: `Si quiso escribir «${known}», corríjalo.`,
  }),
  dateInName: (inName: string, date: string): ProblemText => ({
    message: `El nombre del archivo dice ${inName} y el encabezado dice «${date}».`,
    remedy: 'Deje la misma fecha en los dos.',
  }),
  placeholder: (text: string): ProblemText => ({
    message: `Hay un texto sin completar: «${text}».`,
    remedy: 'Escriba el dato que falta. Si no se conoce, dígalo o quite esa parte.',
  }),
  clickWithoutLink: (text: string): ProblemText => ({
    message: `Dice «${text}», pero no hay ningún enlace.`,
    remedy: 'Ponga el enlace así: [nombre del documento](https://…), o quite la frase.',
  }),
  emptySection: (heading: string): ProblemText => ({
    message: `El título «${heading}» no tiene texto debajo.`,
    remedy: 'Escriba el texto de la sección o quite el título.',
  }),
  emptyHeading: (): ProblemText => ({
    message: 'Hay un título vacío.',
    remedy: 'Escriba el título después de los signos «#», o quite la línea.',
  }),
  headingJump: (heading: string, depth: number, right: number): ProblemText => ({
    message: `El título «${heading}» salta un nivel: tiene ${depth} signos «#».`,
    remedy: `Use ${right} signos «#», o agregue el título que falta encima.`,
  }),
  deadLink: (target: string): ProblemText => ({
    message: `El enlace «${target}» lleva a un archivo que no existe.`,
    remedy: 'Corrija la ruta o quite el enlace. La ruta se cuenta desde este archivo.',
  }),
  deadSiteLink: (target: string): ProblemText => ({
    message: `El enlace «${target}» no lleva a ninguna página de esta carpeta.`,
    remedy: 'Si la página no existe en el sitio, corrija el enlace o quítelo.',
  }),
  deadAnchor: (target: string, anchor: string): ProblemText => ({
    message: `El enlace «${target}» busca la sección «${anchor}», que no existe.`,
    remedy: 'Copie el título de la sección en minúsculas, con guiones y sin signos.',
  }),
  emptyLink: (): ProblemText => ({
    message: 'Hay un enlace sin dirección.',
    remedy: 'Escriba la dirección entre los paréntesis, o deje solo el texto.',
  }),
  brokenLink: (text: string): ProblemText => ({
    message: `Parece un enlace, pero está mal escrito: «${text}».`,
    remedy: 'Escríbalo así: [texto](https://dirección), sin espacios en la dirección.',
  }),
  malformedAddress: (target: string): ProblemText => ({
    message: `La dirección «${target}» está mal escrita.`,
    remedy: 'Cópiela de nuevo del navegador. Debe comenzar con https:// o http://.',
  }),
  nearDuplicate: (other: string, percent: number): ProblemText => ({
    message: `El ${percent} % del texto es igual al de «${other}».`,
    remedy: 'Junte los dos archivos, o deje en cada uno solo lo que es distinto.',
  }),
  sameTitle: (title: string, other: string): ProblemText => ({
    message: `El título «${title}» dice lo mismo que el de «${other}».`,
    remedy: 'Cambie uno para que se sepa cuál es cuál.',
  }),
  sameQuestion: (question: string, other: string): ProblemText => ({
    message: `La pregunta «${question}» también está en «${other}», y no se sabe si los dos la responden.`,
    remedy:
      'Si los dos la responden, escriba en cada uno qué debe traer la respuesta (→ …). Si no, déjela en uno solo.',
  }),
  ambiguousQuestion: (question: string, other: string): ProblemText => ({
    message: `La pregunta «${question}» la responde casi igual «${other}».`,
    remedy: 'Si los dos la responden bien, escríbala en los dos. Si no, hágala más precisa.',
  }),
  missingExpected: (expected: string): ProblemText => ({
    message: `La respuesta esperada «${expected}» no está en el texto del archivo.`,
    remedy: 'Copie unas palabras del texto, tal como están escritas.',
  }),
  acronym: (acronym: string): ProblemText => ({
    message: `La sigla «${acronym}» no se explica en este archivo.`,
    remedy: `La primera vez escriba el nombre completo y después (${acronym}).`,
  }),
  longSentence: (words: number, limit: number): ProblemText => ({
    message: `La frase tiene ${words} palabras.`,
    remedy: `Pártala en frases de ${limit} palabras o menos.`,
  }),
  longParagraph: (lines: number, limit: number): ProblemText => ({
    message: `El párrafo ocupa ${lines} líneas.`,
    remedy: `Pártalo en párrafos de ${limit} líneas o menos, o haga una lista.`,
  }),
  futureDate: (date: string): ProblemText => ({
    message: `La fecha «${date}» todavía no ha llegado.`,
    remedy: 'Revise que el año esté bien. Si es un plan, diga que está previsto.',
  }),
  impossibleDate: (date: string): ProblemText => ({
    message: `La fecha «${date}» no existe.`,
    remedy: 'Revise el día y el mes.',
  }),
  oldPage: (date: string, months: number): ProblemText => ({
    message: `La página es de «${date}», hace más de ${months} meses, y no lo advierte.`,
    remedy: 'Revísela y cambie la fecha, o diga hasta qué día está actualizada.',
  }),
  oldPresent: (word: string, date: string): ProblemText => ({
    message: `Dice «${word}», pero el archivo es de ${date}.`,
    remedy: 'Escriba la fecha en lugar de esa palabra, por ejemplo «en abril de 2026».',
  }),
  contradiction: (claim: string, other: string, path: string, line: number): ProblemText => ({
    message: `Dice «${claim}», pero ${path}:${line} dice «${other}».`,
    remedy: 'Revise cuál cifra es la correcta. Si las fuentes no coinciden, cuente las dos.',
  }),
  invisible: (count: number, codes: string): ProblemText => ({
    message: `Hay ${count === 1 ? 'un carácter invisible' : `${count} caracteres invisibles`} (${codes}).`,
    remedy: 'Ejecute «aga check --fix» para quitarlos.',
  }),
  notComposed: (): ProblemText => ({
    message: 'Las tildes están guardadas como signos aparte.',
    remedy: 'Ejecute «aga check --fix» para unirlas a su letra.',
  }),
  lineEnds: (): ProblemText => ({
    message: 'Los saltos de línea son de Windows o de Mac antiguo.',
    remedy: 'Ejecute «aga check --fix» para cambiarlos.',
  }),
  noFinalNewline: (): ProblemText => ({
    message: 'Falta el salto de línea al final del archivo.',
    remedy: 'Ejecute «aga check --fix» para agregarlo.',
  }),
  personalData: (kind: string, text: string): ProblemText => ({
    message: `Parece haber ${kind}: «${text}».`,
    remedy: 'Quítelo: los datos personales no se publican. Nombre a la entidad y su canal oficial.',
  }),
  unknownFile: (path: string): ProblemText => ({
    message: `El archivo «${path}» no existe o no se muestra.`,
    remedy: 'Escriba la ruta desde la raíz de la carpeta, por ejemplo planes/iii-plan.md.',
  }),
  answeredElsewhere: (question: string, other: string): ProblemText => ({
    message: `«${question}» está como pregunta sin respuesta, pero «${other}» dice que la responde.`,
    remedy: 'Quítela de uno de los dos.',
  }),
} as const;

/** How each kind of personal data is called. */
export const personalDataNames = {
  cedula: 'una cédula o documento de identidad',
  nit: 'un NIT',
  mobile: 'un número de celular',
  landline: 'un número de teléfono fijo',
  email: 'un correo personal',
  address: 'una dirección',
  minor: 'datos de un menor de edad',
} as const;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The words of the report itself. */
export const reportTexts = {
  severities: { error: 'error', warning: 'aviso', hint: 'sugerencia' },
  count: (errors: number, warnings: number, hints: number, files: number): string =>
    `${plural(errors, 'error', 'errores')}, ${plural(warnings, 'aviso', 'avisos')} y ${plural(hints, 'sugerencia', 'sugerencias')} en ${plural(files, 'archivo', 'archivos')}.`,
  fixed: (path: string): string => `Reparado: ${path}`,
  notFixed: (path: string, code: string): string => `No se pudo reparar ${path} (${code}).`,
  unknownFormat: (format: string): string => `El formato «${format}» no existe. Use text, json o github.`,
  noFolder: (dir: string): string => `No se puede abrir la carpeta «${dir}». Revise la ruta.`,
} as const;
