/**
 * What is to be kept of a message, beyond the reply and the conversation's memory. Intents are pure: they only
 * name it, and `src/effects.ts` carries it out.
 */
export type Effect =
  | { readonly kind: 'vote'; readonly place: string; readonly isUseful: boolean }
  | {
      readonly kind: 'report';
      readonly place: string;
      readonly path: string;
      readonly anchor: string;
      readonly question?: string;
    }
  | { readonly kind: 'mute' }
  | { readonly kind: 'unmute' };
