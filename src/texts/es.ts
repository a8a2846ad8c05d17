import type { Widen } from './widen.ts';

/** Every Spanish string that a person reads in a conversation. `en.ts` has the same shape. */
export const es = {
  greeting: {
    hello: 'Hola. Soy el asistente de la Alianza para el Gobierno Abierto (AGA) en Colombia.',
    purpose:
      'Respondo preguntas sobre los planes de acción de gobierno abierto. Solo digo lo que está escrito en mis documentos, y siempre cito la fuente.',
    privacy: 'No necesito su nombre ni sus datos. Por favor, no los escriba aquí.',
    invite: 'Escriba su pregunta con sus palabras. Por ejemplo:',
    examples: [
      '¿Cuántos compromisos tuvo el III Plan?',
      '¿Qué hizo el Consejo de Estado?',
      '¿Qué es el MRI?',
    ],
    unknownLink:
      'Ese enlace ya no existe. Puede que el documento haya cambiado. Escriba su pregunta y la busco.',
  },
  help: {
    intro: 'Puedo ayudarle de estas formas:',
    ask: 'Escriba una pregunta, con o sin tildes. Después de una respuesta también entiendo «¿y el cuarto?», «más», «¿por qué?» y «reportar».',
    limits: 'No recibo peticiones, quejas ni denuncias, y no doy opiniones.',
  },
  privacy: {
    who: 'Soy un programa de código abierto. No uso inteligencia artificial generativa: copio frases de documentos públicos.',
    nothing:
      'No guardo sus mensajes ni sus datos. Recuerdo la última pregunta hasta por 30 minutos, solo para entender la siguiente.',
    kept: [
      'No guardo su nombre, su usuario ni su teléfono. De cada pregunta guardo el día, el resultado y un código que no dice quién es usted, hasta por 90 días.',
      'El texto solo lo guardo si no supe responder y no trae datos personales. Si usted envía una pregunta al equipo, se guarda un año.',
      'Con /misdatos ve lo que guardo de usted y con /borrar lo borra todo al momento.',
    ],
    platform:
      'La plataforma en la que me escribe (por ejemplo, Telegram o Slack) está fuera de Colombia y tiene sus propias reglas.',
    law: 'La Ley 1581 de 2012 protege sus datos personales. Por favor, no escriba aquí su cédula, su teléfono ni su dirección.',
  },
  thanks: 'Con gusto. Si tiene otra pregunta, aquí estoy.',
  goodbye: 'Hasta luego. Vuelva cuando quiera.',
  smallTalk: 'Estoy listo para ayudarle con los planes de gobierno abierto. ¿Qué quiere saber?',
  unsupported: {
    photo: 'Recibí una imagen, pero no puedo verla.',
    voice: 'Recibí un audio, pero no puedo oírlo.',
    video: 'Recibí un video, pero no puedo verlo.',
    sticker: 'Recibí un sticker, pero solo entiendo texto.',
    file: 'Recibí un archivo, pero no puedo abrirlo.',
    location: 'Recibí una ubicación, pero no puedo usarla.',
    other: 'Recibí algo que no sé leer.',
    forward: 'Escríbame su pregunta en texto, por favor.',
  },
  empty: 'No encontré una pregunta en su mensaje. Escríbala con palabras, por favor.',
  unknownCommand: 'No conozco ese comando. Estos son los que tengo:',
  otherLanguage: 'Solo entiendo español e inglés. Por favor, escriba su pregunta en uno de esos idiomas.',
  failure: 'Tuve un problema y no pude responder. Intente otra vez, por favor.',
  list: {
    challenges: 'Estos son los desafíos:',
    plans: 'Estos son los planes de acción:',
    posts: 'Estas son las publicaciones más recientes:',
    postsOf: (year: string) => `Estas son las publicaciones de ${year}:`,
    noPostsOf: (year: string) => `No tengo publicaciones de ${year}.`,
    glossary: 'Puedo explicarle estos términos:',
    commitments: 'Estos son los compromisos que encontré:',
    noCommitments: 'No encontré compromisos con esas palabras en mis documentos.',
    nothing: 'Mis documentos todavía no tienen nada de eso.',
    page: (from: number, to: number, total: number) => `Del ${from} al ${to}, de ${total}.`,
    ended: 'No hay más que mostrar.',
    nothingToContinue: 'No hay una respuesta anterior para continuar. ¿Qué quiere saber?',
  },
  source: {
    label: 'Fuente: ',
    labels: 'Fuentes: ',
    none: 'Todavía no le he dado una respuesta con fuente.',
    intro: 'La última respuesta sale de aquí:',
  },
  actions: {
    useful: '👍 Me sirvió',
    useless: '👎 No me sirvió',
    why: '¿Por qué esta respuesta?',
    report: 'Reportar un error',
    share: 'Compartir',
  },
  why: {
    document: (title: string) => `La respuesta sale del documento «${title}».`,
    section: (heading: string, title: string) =>
      `La respuesta sale de la sección «${heading}», del documento «${title}».`,
    file: (path: string) => `Archivo: ${path}.`,
    chosen: 'La mostré porque usted la eligió o la pidió por su nombre.',
    held: 'Estas palabras de su pregunta están ahí:',
    missing: (wordsMissing: string) => `Estas no están: ${wordsMissing}.`,
    sure: (percent: number, least: number) =>
      `Mi seguridad es de ${percent} sobre 100. Con menos de ${least} no respondo: pregunto o digo que no lo sé.`,
    verbatim: 'Copié las frases tal como están escritas.',
  },
  feedback: {
    useful: 'Gracias. Me alegra que le haya servido.',
    useless: 'Gracias por decirlo. Puede preguntar de otra forma, o reportar el error.',
    reported: 'Gracias. Guardé su reporte para que el equipo revise esa respuesta.',
    nothingToReport: 'Todavía no le he dado una respuesta para reportar.',
  },
  silence: {
    quiet: 'De acuerdo: no respondo más aquí. Para que vuelva, escríbame «puede hablar aquí».',
    speaking: 'De acuerdo: vuelvo a responder aquí.',
    onlyInGroups: 'Eso solo sirve en grupos y canales. Aquí puede dejar de escribirme cuando quiera.',
  },
  team: {
    offer: 'Preguntar al equipo',
    consent: 'Puedo enviar esta pregunta al equipo de AGA Colombia, para que la responda una persona:',
    terms: [
      'Qué envío: solo el texto de la pregunta. No envío su nombre ni su usuario.',
      'A quién: al equipo, en su espacio de trabajo de Slack, que está fuera de Colombia.',
      'Por cuánto tiempo: la pregunta se guarda un año. La dirección de este chat, hasta un día después de la respuesta, o hasta el aviso si lo pide.',
      '¿La envío?',
    ],
    yes: 'Sí, enviar mi pregunta',
    no: 'No enviar mi pregunta',
    sent: 'Envié su pregunta al equipo. La respuesta le llegará a este chat.',
    sentNext:
      'Responden personas, en días hábiles. También le puedo avisar cuando la respuesta quede publicada.',
    notSent: 'De acuerdo, no envié nada.',
    noQuestion: 'Escriba primero su pregunta. Si no la sé, le ofrezco enviarla al equipo.',
    noTeam: 'Por ahora no hay un equipo que reciba preguntas aquí.',
    onlyInPrivate: 'Eso se hace en un chat privado conmigo, para cuidar sus datos.',
    personalData:
      'Su pregunta tiene datos personales y por eso no la envío. Escríbala sin cédula, teléfono, correo ni dirección.',
    notify: 'Avísame cuando se publique',
    willNotify: 'Listo. Le aviso una vez, cuando la respuesta quede publicada.',
    ended: 'De acuerdo. Desde ahora vuelve a responderle el asistente.',
  },
  subscriptions: {
    all: 'Listo. Le voy a avisar de cada publicación nueva.',
    theme: (theme: string) => `Listo. Le voy a avisar de las publicaciones nuevas sobre «${theme}».`,
    howToCancel: 'Para no recibir más, escriba /cancelar.',
    cancelled: 'Listo. No le envío más publicaciones.',
    notHere: 'Aquí no puedo guardar suscripciones.',
    personalData:
      'El tema tiene datos personales y no lo guardo. Escriba solo el tema, por ejemplo: justicia.',
  },
  myData: {
    nothing: 'No guardo ningún dato suyo.',
    memory: 'Solo recuerdo la última pregunta, hasta por 30 minutos, para entender la siguiente.',
  },
  ask: {
    clarify: 'No estoy seguro. ¿Se refiere a alguno de estos temas?',
    unknown: 'No lo sé. No encontré esa respuesta en mis documentos.',
    pending: 'No lo sé. El documento que habla de eso tiene ese dato pendiente.',
    otherCountry: 'No lo sé. Mis documentos tratan de los planes de Colombia.',
    otherCountryForward:
      'Los planes de otros países están en el sitio de la Alianza: https://www.opengovpartnership.org/members/',
    missingPlan: 'No lo sé. No tengo ningún documento de ese plan.',
    missingPlanButSaid: 'No lo sé: no tengo el documento de ese plan. Esto es lo que dicen los demás:',
    forward: 'Puede preguntar de otra forma, o escribir «ayuda» para ver qué temas conozco.',
    near: 'Quizás le sirva alguno de estos temas:',
  },
  outOfScope: {
    opinion:
      'No doy opiniones ni hago predicciones. Puedo contarle qué dicen los documentos sobre los planes de acción.',
    petition: 'Este chat no recibe peticiones, quejas ni denuncias, y lo que escriba aquí no queda radicado.',
    petitionForward:
      'Use el canal oficial de peticiones, quejas, reclamos, sugerencias y denuncias (PQRSD) de la entidad. Está en su página web o en su oficina de atención.',
    personal:
      'No puedo consultar casos personales. Solo conozco documentos públicos sobre los planes de gobierno abierto.',
    personalForward: 'Para su caso, pregunte en la entidad que lo lleva.',
    emergency: 'Si es una emergencia, llame ya al 123. Este chat no puede enviar ayuda.',
  },
  suggestion: {
    more: 'Ver más',
    back: 'Volver a lo anterior',
    readMore: (title: string) => `Leer más: ${title}`,
    help: 'Qué puedo preguntar',
    challenges: 'Ver los desafíos',
    plans: 'Ver los planes',
    posts: 'Ver las publicaciones',
  },
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  date: (day: number, month: string, year: string) => `${day} de ${month} de ${year}`,
};

export type Texts = Widen<typeof es>;
