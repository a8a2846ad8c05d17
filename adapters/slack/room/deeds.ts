/** What a member can do with a question: the buttons of a card. */
export const DEEDS = ['take', 'assign', 'answer', 'save', 'discard'] as const;
export type Deed = (typeof DEEDS)[number];

/** The windows that a member can submit: those of the buttons, and the one that shows an answer before it goes. */
export const WINDOWS = ['assign', 'answer', 'preview', 'save', 'discard'] as const;
export type WindowKind = (typeof WINDOWS)[number];

/** Begins the `action_id` of each button and the `callback_id` of each window of the room, and of nothing else. */
export const PREFIX = 'room-';

/** Which of `names` an id of the room stands for, or nothing. */
export function readName<Name extends string>(id: string, names: readonly Name[]): Name | undefined {
  return names.find((name) => `${PREFIX}${name}` === id);
}
