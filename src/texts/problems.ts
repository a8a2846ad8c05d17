/** What is wrong in a file and what to do about it, for the person who keeps the files. */
export interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

const YAML_CAUSES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'los espacios al comienzo de la línea no coinciden con los de las otras líneas',
  TAB_AS_INDENT: 'la línea comienza con un tabulador; use espacios',
  DUPLICATE_KEY: 'el mismo dato está escrito dos veces',
  BLOCK_AS_IMPLICIT_KEY: 'hay dos puntos dentro del texto y faltan las comillas',
  MULTILINE_IMPLICIT_KEY: 'falta el signo «:» después del nombre del dato, o faltan unas comillas',
  MISSING_CHAR: 'falta un signo: unas comillas, un corchete o los dos puntos',
  BAD_SCALAR_START: 'el texto comienza con un signo especial y debe ir entre comillas',
  BAD_DQ_ESCAPE: 'hay una barra «\\» dentro de comillas dobles; use comillas sencillas',
  BAD_ALIAS: 'hay un asterisco «*» al comienzo de un texto sin comillas',
  UNEXPECTED_TOKEN: 'hay un signo que no se esperaba en esta línea',
};

/** The sentences of every problem that reading the folder can find. */
export const problemTexts = {
  noFiles: (): ProblemText => ({
    message: 'No hay archivos: la carpeta no tiene ningún documento que se pueda servir.',
    remedy: 'Agregue al menos un archivo terminado en .md con texto.',
  }),
  tooDeep: (levels: number): ProblemText => ({
    message: `La carpeta está a más de ${levels} niveles de profundidad y no se lee.`,
    remedy: 'Mueva sus archivos a una carpeta menos profunda.',
  }),
  outside: (): ProblemText => ({
    message: 'Es un enlace a algo que está fuera de la carpeta de contenidos y no se lee.',
    remedy: 'Ponga una copia del archivo dentro de la carpeta.',
  }),
  unreadable: (code: string): ProblemText => ({
    message: `No se puede abrir (${code}).`,
    remedy: 'Revise que exista, que sea un archivo de texto y que se tenga permiso para leerlo.',
  }),
  tooLarge: (bytes: number, limit: number): ProblemText => ({
    message: `El archivo pesa ${Math.ceil(bytes / 1024)} kB; el máximo es ${Math.floor(limit / 1024)} kB.`,
    remedy: 'Divídalo en varios archivos, uno por tema.',
  }),
  binary: (): ProblemText => ({
    message: 'El archivo no es de texto: contiene caracteres nulos.',
    remedy: 'Ábralo en su editor y guárdelo como texto con codificación UTF-8.',
  }),
  notUtf8: (): ProblemText => ({
    message: 'El archivo no está guardado en UTF-8.',
    remedy: 'Ábralo en su editor y guárdelo de nuevo con la codificación UTF-8.',
  }),
  emptyBody: (): ProblemText => ({
    message: 'El archivo no tiene texto para mostrar.',
    remedy: 'Escriba el texto después del encabezado, o borre el archivo.',
  }),
  notMarkdown: (): ProblemText => ({
    message: 'El texto tiene demasiados niveles, uno dentro de otro, y no se puede leer.',
    remedy: 'Quite los signos «>» o las listas que estén unas dentro de otras.',
  }),
  unclosedFrontMatter: (fence: string): ProblemText => ({
    message: `El encabezado comienza con «${fence}», pero no se cierra.`,
    remedy: `Escriba otra línea «${fence}» después del último dato del encabezado.`,
  }),
  frontMatterLanguage: (name: string): ProblemText => ({
    message: `El encabezado está escrito en «${name}» y no se lee, por seguridad.`,
    remedy: 'Escríbalo en YAML, entre dos líneas «---».',
  }),
  badYaml: (code: string): ProblemText => ({
    message: `No se entiende esta línea: ${YAML_CAUSES[code] ?? 'no está bien escrita'}.`,
    remedy: 'Corrija la línea. Si el texto tiene «:», «#» o comillas, enciérrelo entre comillas.',
  }),
  badToml: (): ProblemText => ({
    message: 'No se entiende esta línea del encabezado.',
    remedy: 'Corríjala, o escriba el encabezado en YAML, entre dos líneas «---».',
  }),
  frontMatterShape: (): ProblemText => ({
    message: 'El encabezado no tiene la forma «dato: valor».',
    remedy: 'Escriba un dato por línea, por ejemplo «title: Segundo plan».',
  }),
  wrongType: (key: string, expected: string): ProblemText => ({
    message: `El dato «${key}» no es ${expected}.`,
    remedy: `Escriba ${expected}; los textos van entre comillas.`,
  }),
  badDate: (key: string, value: string): ProblemText => ({
    message: `La fecha de «${key}» no se entiende: «${value}».`,
    remedy: 'Escríbala como año-mes-día, por ejemplo 2017-04-17.',
  }),
  badUrl: (key: string, value: string): ProblemText => ({
    message: `La dirección de «${key}» no sirve: «${value}».`,
    remedy: 'Escriba una dirección completa que comience con https:// o http://.',
  }),
  unknownKind: (value: string): ProblemText => ({
    message: `El tipo «${value}» no existe.`,
    remedy: 'Use desafio, plan, compromisos, publicacion, glosario, preguntas o pagina.',
  }),
  unknownLanguage: (value: string): ProblemText => ({
    message: `El idioma «${value}» no se reconoce.`,
    remedy: 'Use es para español o en para inglés.',
  }),
  badQuestion: (): ProblemText => ({
    message: 'Esta pregunta no es un texto.',
    remedy: 'Escriba la pregunta en una sola línea y entre comillas dobles.',
  }),
  badReference: (): ProblemText => ({
    message: 'Esta fuente no tiene nombre.',
    remedy: 'Escriba «nombre:» con el nombre de la fuente y, si existe, «url:» con su dirección.',
  }),
  placeholder: (text: string): ProblemText => ({
    message: `Hay un texto sin completar: «${text}».`,
    remedy: 'Escriba el dato que falta o quite esa parte. Mientras tanto no se muestra.',
  }),
  duplicate: (other: string): ProblemText => ({
    message: `El texto es igual al de «${other}» y no se sirve dos veces.`,
    remedy: 'Borre uno de los dos archivos.',
  }),
  synonymsShape: (): ProblemText => ({
    message: 'El archivo de sinónimos no es una lista de grupos.',
    remedy: 'Escriba un grupo por línea, por ejemplo «- [trámite, gestión, diligencia]».',
  }),
  synonymGroupShape: (): ProblemText => ({
    message: 'Este grupo de sinónimos no es una lista de palabras.',
    remedy: 'Escríbalo entre corchetes, por ejemplo «- [trámite, gestión, diligencia]».',
  }),
  synonymNotText: (value: string): ProblemText => ({
    message: `El sinónimo «${value}» no es un texto y no se usa.`,
    remedy: 'Escriba una palabra o una frase; si es un número, enciérrelo entre comillas.',
  }),
  synonymAlone: (word: string): ProblemText => ({
    message: `El grupo de «${word}» tiene una sola palabra y no se usa.`,
    remedy: 'Agregue otra palabra que signifique lo mismo, o quite el grupo.',
  }),
  synonymTwice: (word: string, line: number): ProblemText => ({
    message: `La palabra «${word}» ya está en el grupo de la línea ${line}; solo se usa allá.`,
    remedy: 'Déjela en un solo grupo, o junte los dos grupos.',
  }),
  evaluationShape: (): ProblemText => ({
    message: 'El archivo de evaluación no tiene la forma esperada.',
    remedy: 'Use las listas «sin_respuesta» y «dialogos».',
  }),
  unknownKey: (key: string, known: readonly string[]): ProblemText => ({
    message: `El dato «${key}» no se conoce y no se usa.`,
    remedy: `Los datos que se pueden usar son: ${known.join(', ')}.`,
  }),
  missingKey: (key: string): ProblemText => ({
    message: `Falta el dato «${key}», o no es un texto; esta parte no se usa.`,
    remedy: `Escriba «${key}:» con su texto.`,
  }),
  turnWithoutGold: (): ProblemText => ({
    message: 'No se dice qué archivo responde esta pregunta; el diálogo no se usa.',
    remedy: 'Escriba «archivo:» con la ruta del archivo, o «declina: true» si nadie la responde.',
  }),
  turnWithTwoGolds: (): ProblemText => ({
    message: 'La pregunta tiene un archivo que la responde y también «declina: true».',
    remedy: 'Deje solo uno de los dos.',
  }),
};

/** How the expected type of a key is named in `wrongType`. */
export const typeNames = {
  text: 'un texto',
  number: 'un número',
  truth: 'true o false',
  list: 'una lista',
  map: 'un grupo de datos',
  plan: 'el número de un plan',
} as const;

/** Why a file is not served, when nothing is wrong with it. */
export const skipTexts = {
  draft: (): string => 'Es un borrador (draft: true).',
  future: (day: string): string => `Se publica el ${day}.`,
  expired: (day: string): string => `Dejó de publicarse el ${day}.`,
  section: (): string => 'Solo presenta su carpeta y no tiene texto.',
};
