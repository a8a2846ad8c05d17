import type { Widen } from '../widen.ts';

const es = {
  failure: 'No pude responder. Escriba su pregunta otra vez.',
  pageOf: (number: number, count: number) => `Página ${number} de ${count}`,
  /** What the chat page says by itself; it travels to the browser, so there are strings alone. */
  page: {
    title: 'Asistente de gobierno abierto',
    subtitle: 'Responde sobre los planes de acción de Colombia y siempre cita la fuente.',
    skip: 'Ir al cuadro de la pregunta',
    log: 'Conversación',
    you: 'Usted',
    assistant: 'Asistente',
    form: 'Escribir una pregunta',
    question: 'Su pregunta',
    hint: 'Por favor, no escriba datos personales.',
    send: 'Enviar',
    waiting: 'Buscando la respuesta…',
    choices: 'Puede seguir por aquí',
    actions: 'Sobre esta respuesta',
    pages: 'Páginas de la respuesta',
    about: 'Sobre su mensaje:',
    newTab: '(se abre en otra pestaña)',
    retry: 'Intentar otra vez',
    offline: 'No pude enviar su mensaje. Revise su conexión. Su texto sigue aquí.',
    tooMany: 'Llegaron muchos mensajes seguidos. Espere un momento e intente otra vez. Su texto sigue aquí.',
    away: 'El asistente no está disponible en este momento. Espere un momento e intente otra vez.',
    unreadable: 'No pude leer ese mensaje. Escríbalo más corto, por favor.',
    repeated: 'Ese mensaje ya me había llegado. Si no ve la respuesta, escríbalo otra vez.',
    copied: 'Enlace copiado.',
    copy: 'Copie este enlace para compartir la respuesta:',
    noScript: 'Para conversar en esta página, encienda JavaScript en su navegador.',
  },
  /** What the button on another site says. */
  widget: {
    open: 'Pregunte al asistente',
    close: 'Cerrar el asistente',
    title: 'Asistente de gobierno abierto',
  },
};

const en: Widen<typeof es> = {
  failure: 'I could not answer. Please write your question again.',
  pageOf: (number: number, count: number) => `Page ${number} of ${count}`,
  page: {
    title: 'Open government assistant',
    subtitle: 'It answers about the action plans of Colombia and always cites the source.',
    skip: 'Go to the question box',
    log: 'Conversation',
    you: 'You',
    assistant: 'Assistant',
    form: 'Write a question',
    question: 'Your question',
    hint: 'Please do not write personal data.',
    send: 'Send',
    waiting: 'Looking for the answer…',
    choices: 'You can go on with',
    actions: 'About this answer',
    pages: 'Pages of the answer',
    about: 'About your message:',
    newTab: '(opens in another tab)',
    retry: 'Try again',
    offline: 'I could not send your message. Please check your connection. Your text is still here.',
    tooMany: 'Many messages came in a row. Please wait a moment and try again. Your text is still here.',
    away: 'The assistant is not available right now. Please wait a moment and try again.',
    unreadable: 'I could not read that message. Please write a shorter one.',
    repeated: 'I already had that message. If you do not see the answer, please write it again.',
    copied: 'Link copied.',
    copy: 'Copy this link to share the answer:',
    noScript: 'To talk on this page, please turn on JavaScript in your browser.',
  },
  widget: {
    open: 'Ask the assistant',
    close: 'Close the assistant',
    title: 'Open government assistant',
  },
};

export const webTexts = { es, en };

/** What a maintainer reads when a variable of the page is wrong. */
export const webOperatorTexts = {
  badPath:
    'No es una ruta. Escriba una como /chat: comienza con «/», lleva letras sin tilde, números, «_» o «-», y no termina en «/».',
  badOrigins:
    'No es una lista de sitios. Escríbalos separados por comas, con https:// y sin «/» al final, como https://example.org,https://www.example.org. Con http:// solo sirve localhost.',
  badProxies: 'No es una cantidad de servidores intermedios. Escriba un número entero de 0 a 9.',
} as const;
