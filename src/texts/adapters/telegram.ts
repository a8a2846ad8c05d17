import type { Widen } from '../widen.ts';

const es = {
  failure: 'No pude responder. Escriba su pregunta otra vez.',
  previousPage: '◀ Anterior',
  nextPage: 'Siguiente ▶',
  page: (number: number, count: number) => `${number} de ${count}`,
  found: (excerpt: string, title: string) => `${excerpt}\nFuente: ${title}`,
  fullAnswer: 'Ver la respuesta completa',
  name: 'Asistente AGA Colombia',
  shortDescription:
    'Responde preguntas sobre los planes de gobierno abierto de Colombia. Siempre cita la fuente.',
  description:
    'Escriba una pregunta sobre los planes de gobierno abierto de Colombia. La respuesta se copia de documentos públicos y siempre cita la fuente. Si no está en los documentos, el asistente lo dice.\n\nNo necesita sus datos personales. No los escriba aquí.\n\nNo recibe peticiones ni denuncias.',
};

const en: Widen<typeof es> = {
  failure: 'I could not answer. Please write your question again.',
  previousPage: '◀ Previous',
  nextPage: 'Next ▶',
  page: (number, count) => `${number} of ${count}`,
  found: (excerpt, title) => `${excerpt}\nSource: ${title}`,
  fullAnswer: 'See the whole answer',
  name: 'AGA Colombia Assistant',
  shortDescription: 'Answers questions about the open government plans of Colombia. Always cites the source.',
  description:
    'Write a question about the open government plans of Colombia. The answer is copied from public documents and always cites the source. If the documents do not say it, the assistant tells you so.\n\nIt does not need your personal data. Please do not write them here.\n\nIt takes no petitions or complaints.',
};

export const telegramTexts = { es, en };

/** What a maintainer reads when Telegram cannot be used: problems of a variable, and refusals, with what was said. */
export const telegramOperatorTexts = {
  missingToken: 'Falta la clave del bot. Pídala a @BotFather con la orden /newbot.',
  badToken: 'No es la clave de un bot. Esa clave se ve así: 123456789:AAE… Cópiela otra vez de @BotFather.',
  badApiRoot:
    'No es una dirección web. Escriba una que comience con https:// o http://, sin la clave del bot, como http://localhost:8081.',
  badWebhook:
    'Telegram no puede usar esta dirección. Escriba una que comience con https://. Con http:// solo sirve en localhost.',
  badSecret:
    'No sirve para Telegram. Escriba de 1 a 256 signos: letras sin tilde ni «ñ», números, «_» o «-». Puede crearla con «openssl rand -hex 32».',
  missingSecret: 'Falta, y TELEGRAM_WEBHOOK_URL la necesita. Puede crearla con «openssl rand -hex 32».',
  refusedToken: (said: string) =>
    `Telegram no aceptó TELEGRAM_BOT_TOKEN (${said}). Copie la clave otra vez de @BotFather, o pídale una nueva con /revoke. Después arranque el asistente otra vez.`,
  otherProcess: (said: string) =>
    `Otro programa está recibiendo los mensajes de este bot (${said}). Solo uno puede hacerlo. Detenga el otro, o escriba en TELEGRAM_BOT_TOKEN la clave de otro bot. Después arranque el asistente otra vez.`,
  refusedWebhook: (said: string) =>
    `Telegram no aceptó TELEGRAM_WEBHOOK_URL (${said}). Escriba una dirección pública con https, en el puerto 443, 80, 88 u 8443. También puede quitar la variable: el asistente va a buscar los mensajes.`,
  ended: (said: string) =>
    `Se acabó la conexión con Telegram (${said}). Revise la red y TELEGRAM_API_ROOT. Después arranque el asistente otra vez.`,
} as const;
