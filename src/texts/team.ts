import type { Language } from '../language/language.ts';
import type { Widen } from './widen.ts';

const es = {
  answer: 'Una persona del equipo de AGA Colombia respondió su pregunta:',
  asked: 'Su pregunta:',
  answered: 'Respuesta:',
  byPerson: 'Esta respuesta la escribió una persona. No sale de los documentos del asistente.',
  writeBack:
    'Si quiere decirle algo al equipo, escriba aquí mismo. Mientras tanto, el asistente no responde.',
  notify: 'Avísame cuando se publique',
  end: 'Terminar con el equipo',
  forwarded: 'Le pasé su mensaje al equipo.',
  discarded: 'El equipo leyó su pregunta y no la va a responder.',
  reasons: {
    'off-topic': 'No trata de los planes de gobierno abierto.',
    'already-answered': 'La respuesta ya está publicada. Pregúnteme otra vez, con otras palabras.',
    'not-a-question': 'No encontramos una pregunta en el mensaje.',
    unknown: 'Buscamos la respuesta y no la encontramos.',
  },
  published: 'Ya está publicada la respuesta a una pregunta que usted hizo:',
  newPost: 'Hay una publicación nueva:',
  read: (title: string) => `Leer: ${title}`,
  howToCancel: 'Para no recibir más publicaciones, escriba /cancelar.',
  kept: (count: number) =>
    count === 1 ? 'Guardo un registro de sus preguntas.' : `Guardo ${count} registros de sus preguntas.`,
  keptHow: 'Están bajo un código que no dice quién es usted, y se borran a los 90 días.',
  keptTexts: 'Estos textos, de preguntas que no supe responder:',
  keptTickets: 'Estas preguntas que usted envió al equipo:',
  keptThemes: 'Su suscripción a las publicaciones:',
  allThemes: 'todas',
  keptNothing: 'No guardo ningún dato suyo.',
  howToErase: 'Para borrar todo ahora, escriba /borrar.',
  erased: 'Listo. Borré todo lo que guardaba de usted.',
  paused: 'El asistente está en pausa aquí. Intente más tarde, por favor.',
  firstContact:
    'Es la primera vez que me escribe: guardo sus preguntas sin su nombre, bajo un código, hasta por 90 días. Con /privacidad le cuento más y con /borrar lo borro todo.',
  recordsDown: 'En este momento no puedo guardar ni consultar datos. Intente más tarde, por favor.',
};

const en: Widen<typeof es> = {
  answer: 'A person of the AGA Colombia team answered your question:',
  asked: 'Your question:',
  answered: 'Answer:',
  byPerson: 'A person wrote this answer. It does not come from the documents of the assistant.',
  writeBack: 'To say something to the team, write here. Meanwhile the assistant does not answer.',
  notify: 'Tell me when it is published',
  end: 'Finish with the team',
  forwarded: 'I passed your message on to the team.',
  discarded: 'The team read your question and will not answer it.',
  reasons: {
    'off-topic': 'It is not about the open government plans.',
    'already-answered': 'The answer is published already. Ask me again, in other words.',
    'not-a-question': 'We found no question in the message.',
    unknown: 'We looked for the answer and did not find it.',
  },
  published: 'The answer to a question that you asked is published:',
  newPost: 'There is a new post:',
  read: (title: string) => `Read: ${title}`,
  howToCancel: 'To receive no more posts, write /cancel.',
  kept: (count: number) =>
    count === 1 ? 'I keep one record of your questions.' : `I keep ${count} records of your questions.`,
  keptHow: 'They are under a code that does not say who you are, and are erased after 90 days.',
  keptTexts: 'These texts, of questions that I could not answer:',
  keptTickets: 'These questions that you sent to the team:',
  keptThemes: 'Your subscription to the posts:',
  allThemes: 'all',
  keptNothing: 'I keep no data of yours.',
  howToErase: 'To erase everything now, write /erase.',
  erased: 'Done. I erased all that I kept of you.',
  paused: 'The assistant is paused here. Please try later.',
  firstContact:
    'This is the first time you write to me: I keep your questions without your name, under a code, for up to 90 days. /privacy tells you more and /erase erases everything.',
  recordsDown: 'I cannot keep or look up data right now. Please try later.',
};

/** What people read of the team's work and of what is kept. */
export const teamTexts: Readonly<Record<Language, Widen<typeof es>>> = { es, en };

/** What the team reads, and what stands in the drafts that it makes. */
export const roomTexts = {
  fromPerson: (number: number) => `La persona ${number} escribió:`,
  reminder: 'Esta pregunta lleva dos días hábiles sin respuesta.',
  noTicket: 'Esa pregunta ya no está. Puede que se haya borrado.',
  closed: 'Esa pregunta ya está cerrada.',
  empty: 'Escriba la respuesta antes de enviarla.',
  tooLong: (limit: number) => `La respuesta pasa de ${limit} caracteres. Acórtela.`,
  personalData: (kinds: string) => `El texto tiene datos personales (${kinds}). Quítelos antes de seguir.`,
  noTitle: 'Escriba un título con letras o números.',
  fileExists: (path: string) => `Ya existe el archivo ${path}. Use otro título.`,
  notWritten: (path: string) =>
    `No pude escribir ${path}. Revise que el asistente pueda escribir en esa carpeta.`,
  recordsDown: 'La base de datos no responde. Intente otra vez en un momento.',
  noPlatform: (name: string) => `No hay una plataforma que se llame «${name}» en marcha.`,
  turnedOff: (name: string, reason: string) => `${name} quedó apagada. Motivo: ${reason}`,
  turnedOn: (name: string) => `${name} quedó encendida.`,
  draft: {
    author: 'Equipo de AGA Colombia',
    note: 'quite esta línea para publicarlo',
    sources: [
      'Agregue la fuente de cada dato. Por ejemplo:',
      'fuentes:',
      '  - nombre: Informe final del MRI',
      '    url: https://www.opengovpartnership.org/',
    ],
  },
};
