/**
 * What is to be kept of a message, beyond the reply and the conversation's memory. Intents are pure: they only
 * name it, and `src/effects.ts` carries it out.
 */
export type Effect =
  | { readonly kind: 'vote'; readonly place: string; readonly path: string; readonly isUseful: boolean }
  | {
      readonly kind: 'report';
      readonly place: string;
      readonly path: string;
      readonly anchor: string;
      readonly question?: string;
    }
  | { readonly kind: 'mute' }
  | { readonly kind: 'unmute' }
  | { readonly kind: 'ask-team'; readonly question: string; readonly quote?: string }
  /** Tells the person once the answer is published: of that ticket, else of their latest. */
  | { readonly kind: 'notify'; readonly ticket?: string }
  | { readonly kind: 'end-attention' }
  /** To new publications; an empty theme is all of them. */
  | { readonly kind: 'subscribe'; readonly theme: string }
  | { readonly kind: 'unsubscribe' }
  | { readonly kind: 'my-data' }
  | { readonly kind: 'erase' };
