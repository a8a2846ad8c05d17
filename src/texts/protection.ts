import type { PersonalDataKind } from '../language/personal-data.ts';
import type { Widen } from './widen.ts';

const es = {
  tooFast: (seconds: number) =>
    `Recibí muchos mensajes suyos en poco tiempo. Espere ${seconds === 1 ? 'un segundo' : `${seconds} segundos`} y escriba otra vez, por favor.`,
  tooMany: (seconds: number) =>
    `Hay muchas personas preguntando a la vez. Espere ${seconds === 1 ? 'un segundo' : `${seconds} segundos`} y escriba otra vez, por favor.`,
  tooLong: (length: number, most: number) =>
    `Su mensaje tiene ${length.toLocaleString('es-CO')} caracteres y leo hasta ${most.toLocaleString('es-CO')}. Escríbalo más corto, por favor: basta con la pregunta.`,
  personalData: (found: string) =>
    `Su mensaje trae ${found}. Para cuidar sus datos, no lo guardé ni busqué una respuesta.`,
  rephrase:
    'Escriba la pregunta sin ese dato, por favor. Por ejemplo: «¿Cuántos compromisos tuvo el III Plan?». También puede borrar ese mensaje de este chat.',
  kinds: {
    cedula: 'un número de cédula o de otro documento',
    nit: 'un NIT o un RUT',
    mobile: 'un número de celular',
    landline: 'un número de teléfono',
    email: 'un correo electrónico',
    address: 'una dirección',
    minor: 'datos de una niña, un niño o un adolescente',
  } satisfies Record<PersonalDataKind, string>,
};

const en: Widen<typeof es> = {
  tooFast: (seconds) =>
    `You sent many messages in a short time. Please wait ${seconds === 1 ? 'one second' : `${seconds} seconds`} and write again.`,
  tooMany: (seconds) =>
    `Many people are asking at once. Please wait ${seconds === 1 ? 'one second' : `${seconds} seconds`} and write again.`,
  tooLong: (length, most) =>
    `Your message has ${length.toLocaleString('en')} characters and I read up to ${most.toLocaleString('en')}. Please make it shorter: the question alone is enough.`,
  personalData: (found) =>
    `Your message has ${found}. To protect your data, I did not keep it or look for an answer.`,
  rephrase:
    'Please write the question without it. For example: “How many commitments did the third plan have?” You can also delete that message from this chat.',
  kinds: {
    cedula: 'an identity document number',
    nit: 'a tax number (NIT or RUT)',
    mobile: 'a mobile number',
    landline: 'a phone number',
    email: 'an email address',
    address: 'an address',
    minor: 'data of a child',
  },
};

/** What a person reads when a message is refused before it is handled. */
export const protectionTexts = { es, en };
