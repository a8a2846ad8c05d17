import type { Widen } from '../widen.ts';

const es = {
  failure: 'No pude responder. Escriba su pregunta otra vez.',
  searching: 'Buscando…',
  /** At most four: a short title, and the question that it sends. */
  prompts: [
    { title: 'Cuántos compromisos tuvo el III Plan', message: '¿Cuántos compromisos tuvo el III Plan?' },
    { title: 'Qué hizo el Consejo de Estado', message: '¿Qué hizo el Consejo de Estado?' },
    { title: 'Qué es el MRI', message: '¿Qué es el MRI?' },
    { title: 'Qué puedo preguntar', message: 'ayuda' },
  ],
  page: (number: number, count: number) => `Página ${number} de ${count}`,
  share: 'Compartir en el canal',
  alreadyShared: 'Esta respuesta ya está en el canal.',
  shareLost: 'Ya no tengo esa respuesta. Haga la pregunta otra vez con /aga y compártala.',
  shareFailed:
    'No pude publicar la respuesta en este canal. Invíteme con /invite, haga la pregunta otra vez y compártala.',
  outdated: 'Ese botón es de una versión anterior y ya no sirve. Escriba su pregunta y la busco.',
  notHere: 'En este canal no respondo. Escríbame un mensaje directo, o use /aga con su pregunta.',
  modal: {
    ask: 'Preguntar',
    answer: 'Respuesta',
    question: 'Su pregunta',
    example: 'Por ejemplo: ¿cuántos compromisos tuvo el III Plan?',
    send: 'Buscar',
    close: 'Cerrar',
    notOpened: 'No pude abrir la ventana. Escriba aquí su pregunta.',
  },
  home: {
    welcome:
      'Respondo preguntas sobre los planes de acción de gobierno abierto de Colombia, con la fuente de cada respuesta.',
    search: 'Busque en los planes',
    example: 'Por ejemplo: datos de contratación',
    find: 'Buscar',
    back: 'Volver al inicio',
    results: (count: number, query: string) => `Resultados para «${query}»: ${count}`,
    nothing: (query: string) => `No encontré nada sobre «${query}». Pruebe con otras palabras.`,
    open: 'Leer',
    openOf: (title: string) => `Leer: ${title}`,
    topics: 'Desafíos y últimas publicaciones',
    help: 'Ayuda y listas',
  },
};

const en: Widen<typeof es> = {
  failure: 'I could not answer. Please write your question again.',
  searching: 'Searching…',
  prompts: [
    {
      title: 'How many commitments did the third plan have',
      message: 'How many commitments did the III Plan have?',
    },
    { title: 'What did the Council of State do', message: 'What did the Council of State do?' },
    { title: 'What is the IRM', message: 'What is the IRM?' },
    { title: 'What can I ask', message: 'help' },
  ],
  page: (number, count) => `Page ${number} of ${count}`,
  share: 'Share in the channel',
  alreadyShared: 'This answer is already in the channel.',
  shareLost: 'I no longer have that answer. Ask again with /aga and share it.',
  shareFailed: 'I could not post the answer in this channel. Invite me with /invite, ask again and share it.',
  outdated:
    'That button is from an earlier version and no longer works. Write your question and I will look.',
  notHere: 'I do not answer in this channel. Send me a direct message, or use /aga with your question.',
  modal: {
    ask: 'Ask',
    answer: 'Answer',
    question: 'Your question',
    example: 'For example: how many commitments did the third plan have?',
    send: 'Search',
    close: 'Close',
    notOpened: 'I could not open the window. Write your question here.',
  },
  home: {
    welcome:
      "I answer questions about Colombia's open government action plans, with the source of each answer.",
    search: 'Search the plans',
    example: 'For example: contracting data',
    find: 'Search',
    back: 'Back to the start',
    results: (count, query) => `Results for “${query}”: ${count}`,
    nothing: (query) => `I found nothing about “${query}”. Try other words.`,
    open: 'Read',
    openOf: (title) => `Read: ${title}`,
    topics: 'Challenges and latest posts',
    help: 'Help and lists',
  },
};

export const slackTexts = { es, en };

/** What a maintainer reads when Slack cannot be used: problems of a variable, and refusals, with Slack's code. */
export const slackOperatorTexts = {
  missingBotToken:
    'Falta la clave del bot. Copie «Bot User OAuth Token» de la página de su aplicación de Slack, en «OAuth & Permissions».',
  badBotToken:
    'No es la clave de un bot. Esa clave comienza con xoxb-. Copie otra vez «Bot User OAuth Token».',
  missingWay:
    'Falta. Escríbala para recibir los mensajes sin una dirección pública, o escriba SLACK_SIGNING_SECRET para recibirlos por HTTP.',
  badAppToken:
    'No es la clave de una aplicación. Esa clave comienza con xapp-. Cree una con el permiso connections:write, en «Basic Information».',
  badSigningSecret:
    'El secreto de firma es muy corto. Copie otra vez «Signing Secret» de «Basic Information».',
  badApiUrl:
    'No es una dirección web. Escriba una que comience con https:// o http://, como https://slack.com/api/.',
  badChannels:
    'No es una lista de identificadores de canales. Escríbalos como C0123ABCD,C0456EFGH. Cópielos de «Acerca de», en cada canal.',
  badTeamChannel:
    'No es el identificador de un canal. Escriba uno como C0123456789. Está al final de «Acerca de», en el canal.',
  refusedBotToken: (code: string) =>
    `Slack no aceptó SLACK_BOT_TOKEN (${code}). Instale la aplicación otra vez y copie «Bot User OAuth Token» de «OAuth & Permissions». Después arranque el asistente otra vez.`,
  refusedAppToken: (code: string) =>
    `Slack no aceptó SLACK_APP_TOKEN (${code}). Active «Socket Mode» y cree una clave con el permiso connections:write, en «Basic Information». Después arranque el asistente otra vez.`,
} as const;
