/** Where a conversation takes place: a private chat or a group, and the thread or topic inside it. */
export interface ConversationRef {
  readonly id: string;
  readonly kind: 'direct' | 'group';
  readonly threadId?: string;
}

/** What a platform can hand us that holds no question. */
export type UnsupportedKind = 'photo' | 'voice' | 'video' | 'sticker' | 'file' | 'location' | 'other';

/** What the person did: wrote, ran a command, pressed a button, or sent what the assistant can't read. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly args: string }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'unsupported'; readonly what: UnsupportedKind };

/**
 * One event of a platform, as the assistant sees it. `id` is the platform's own, so that a redelivery has
 * the same one. `author.language` is an IETF tag when the platform tells it, and only breaks ties: the
 * reply follows the language of the question.
 */
export interface IncomingMessage {
  readonly id: string;
  readonly platform: string;
  readonly conversation: ConversationRef;
  readonly author: { readonly id: string; readonly language?: string };
  readonly input: Input;
  /** The platform's id of the person's own message, so that an answer can quote it, now or days later. */
  readonly quote?: string;
}
