import type { Message } from 'grammy/types';
import type { UnsupportedKind } from '../../src/messaging/index.ts';

/**
 * What a person can send that holds no text, by the field of the message. An animation comes with a
 * `document` and a venue with a `location` too, hence the order. A message with none of these is a service
 * message («X joined the group»).
 */
const KINDS: readonly (readonly [field: keyof Message, kind: UnsupportedKind])[] = [
  ['photo', 'photo'],
  ['live_photo', 'photo'],
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['animation', 'video'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['sticker', 'sticker'],
  ['document', 'file'],
  ['venue', 'location'],
  ['location', 'location'],
  ['contact', 'other'],
  ['poll', 'other'],
  ['dice', 'other'],
  ['game', 'other'],
  ['story', 'other'],
  ['paid_media', 'other'],
  ['checklist', 'other'],
  ['rich_message', 'other'],
];

/** The kind of a message without text, or nothing when nobody sent anything. */
export function unsupportedKind(message: Message): UnsupportedKind | undefined {
  return KINDS.find(([field]) => message[field] !== undefined)?.[1];
}
