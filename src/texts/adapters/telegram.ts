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
