/** What the command line tells a maintainer. */
export const commandTexts = {
  usage: `Uso: aga <orden> [opciones]

  aga ask "pregunta"           muestra la respuesta como la vería una persona
  aga ask --jsonl              lee preguntas como líneas JSON y escribe una línea por respuesta
  aga eval [--accept]          mide las respuestas con las preguntas de la carpeta;
                               con --accept deja acordadas las de hoy
  aga check [CARPETA]          busca errores en los archivos; con --fix repara lo que no se ve
                               --format text, json o github: cómo se muestra
  aga new TIPO "Título"        crea un borrador con sus partes; TIPO es desafio, publicacion, plan o termino
  aga preview "pregunta"       muestra la respuesta en cada plataforma, y por qué es esa;
                               con --raw, lo que se envía, en JSON
  aga stats                    cuenta lo que hay en la carpeta y muestra lo que falta
  aga diff REVISIÓN            muestra las respuestas que cambian desde una revisión de git

  aga report [--since DÍA]     cifras de lo que se preguntó, que se pueden publicar; --format md o csv
  aga inbox [--since DÍA]      preguntas sin respuesta, para el equipo; --format md o csv
  aga turn PLATAFORMA off "motivo"
                               pone una plataforma en pausa; con on, vuelve a responder

Opciones:
  --knowledge CARPETA          usa otra carpeta de documentos

En la carpeta del proyecto, «aga» se escribe así: npm run --silent aga --`,
} as const;

/** What `aga eval` prints. */
export const evalTexts = {
  took: (questions: number, seconds: number) => `${questions} preguntas en ${seconds.toFixed(1)} s`,
  figures: {
    sourceFirst: 'Fuente correcta en primer lugar',
    sourceInThree: 'Fuente correcta entre las tres primeras',
    textPresent: 'La respuesta trae el texto esperado',
    declined: 'Sin respuesta: declinadas',
    wrongButConfident: 'Equivocadas con confianza (de todas)',
    dialogues: 'Turnos de diálogo correctos',
  },
  byRegister: 'Por forma de escribir (preguntas, aciertos):',
  byFile: 'Por archivo (aciertos/preguntas):',
  curve: 'Riesgo y cobertura (umbral, preguntas respondidas, equivocadas entre ellas):',
  changed: 'Cambios desde las respuestas acordadas (+ nueva, - perdida). Acéptelos con --accept:',
  nowhere: 'ya no acierta',
  under: (figure: string, value: number, floor: number) =>
    `PISO: «${figure}» es ${value.toFixed(1)} % y el piso es ${floor} %.`,
  badFloors: (path: string, keys: readonly string[]) =>
    `${path}: No se entiende este archivo de pisos. Escriba estos datos, cada uno con un número, y ninguno más: ${keys.join(', ')}.`,
  badAgreed: (path: string) =>
    `${path}: No se entiende este archivo de respuestas acordadas. Recupere su última versión, o escríbalo otra vez con «aga eval --accept».`,
  problem: (path: string, line: number, message: string, remedy: string) =>
    `${path}:${line}: ${message} → ${remedy}`,
} as const;
