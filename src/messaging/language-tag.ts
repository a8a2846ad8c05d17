import type { Language } from './reply.ts';

/** The language to answer in for an IETF tag that a platform tells, such as `en-GB`; Spanish for any other. */
export function languageOfTag(tag: string | undefined): Language {
  return tag?.toLowerCase().startsWith('en') === true ? 'en' : 'es';
}
