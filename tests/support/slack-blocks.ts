import { z } from 'zod';

const style = z.strictObject({ bold: z.literal(true) }).optional();
const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z
      .string()
      .regex(/^(https?:\/\/|mailto:)/i)
      .max(3_000),
    text: z.string().min(1).optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) }),
]);
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(element).min(1),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(element).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          offset: z.int().min(1).optional(),
          elements: z.array(richSection).min(1),
        }),
      ]),
    )
    .min(1),
});

/** A plain text of at most `limit` characters. */
export function plain(limit: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(limit).regex(/\S/),
    emoji: z.literal(false),
  });
}

const said = z.string().min(1).max(75).optional();
const name = z.string().min(1).max(255);
const value = z.string().min(1).max(2_000);
const button = z.strictObject({
  type: z.literal('button'),
  action_id: name,
  value,
  text: plain(75),
  accessibility_label: said,
});
const actions = z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) });
const context = z.strictObject({
  type: z.literal('context'),
  elements: z.array(plain(3_000)).min(1).max(10),
});
const half = z.strictObject({ text: plain(75), accessibility_label: said, value });
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  elements: z
    .array(
      z.strictObject({
        type: z.literal('feedback_buttons'),
        action_id: name,
        positive_button: half,
        negative_button: half,
      }),
    )
    .min(1)
    .max(5),
});
const section = z.strictObject({
  type: z.literal('section'),
  text: plain(3_000),
  accessory: button.optional(),
});
const header = z.strictObject({ type: z.literal('header'), text: plain(150) });
const textField = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: name,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3_000).optional(),
    max_length: z.int().min(1).max(3_000),
    initial_value: z.string().min(1).max(3_000).optional(),
    focus_on_load: z.boolean().optional(),
    placeholder: plain(150).optional(),
    dispatch_action_config: z
      .strictObject({
        trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
      })
      .optional(),
  })
  .refine(({ initial_value = '', max_length }) => initial_value.length <= max_length);
const select = z.strictObject({
  type: z.literal('static_select'),
  action_id: name,
  options: z
    .array(z.strictObject({ text: plain(75), value: z.string().min(1).max(150) }))
    .min(1)
    .max(100),
});
const personSelect = z.strictObject({
  type: z.literal('users_select'),
  action_id: name,
  initial_user: z
    .string()
    .regex(/^[UW]\w+$/)
    .optional(),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: name,
  dispatch_action: z.boolean().optional(),
  label: plain(2_000),
  hint: plain(2_000).optional(),
  element: z.discriminatedUnion('type', [textField, select, personSelect]),
  accessibility_label: z.string().min(1).max(75).optional(),
});

/** Something to fill in. */
export type SlackInput = z.output<typeof input>;

/** Blocks of a message; `context_actions` stands in messages alone. */
const messageBlocks = z
  .array(z.discriminatedUnion('type', [richText, actions, context, contextActions, section]))
  .max(50);

/** Blocks of a modal or of a Home. */
export const viewBlocks = z
  .array(z.discriminatedUnion('type', [richText, actions, context, section, header, input]))
  .min(1)
  .max(100);

/** The blocks of an accepted message or view. */
export type SlackBlocks = (z.output<typeof messageBlocks>[number] | z.output<typeof viewBlocks>[number])[];

/** A button as a person finds it. */
export interface ShownButton {
  readonly label: string;
  readonly value: string;
  readonly actionId: string;
  /** What a screen reader says. */
  readonly said: string;
}

/** The content of a message as Slack takes it, or its refusal. Only what the bot may use is known here. */
export function checkContent(
  text: unknown,
  blocks: unknown,
): { readonly blocks: SlackBlocks; readonly text: string } | { readonly error: string } {
  const words = typeof text === 'string' ? text : '';
  if (/\p{Surrogate}/u.test(words)) return { error: 'invalid_arguments' };
  if (blocks === undefined) return words.trim() === '' ? { error: 'no_text' } : { blocks: [], text: words };
  const parsed = messageBlocks.safeParse(blocks);
  if (!parsed.success) return { error: 'invalid_blocks' };
  if (parsed.data.length === 0) return { error: 'no_text' };
  if (hasTwins(parsed.data)) return { error: 'invalid_blocks' };
  if (JSON.stringify(parsed.data).length > 13_200) return { error: 'msg_blocks_too_long' };
  const named = usersOf(parsed.data).reduce((left, user) => left.replaceAll(`<@${user}>`, ''), words);
  if (/[<>]|&(?!(lt|gt|amp);)/.test(named)) return { error: 'a text that is not escaped' };
  return words.length > 4_000 ? { error: 'msg_too_long' } : { blocks: parsed.data, text: words };
}

/** Whether two elements have the same `action_id`. */
export function hasTwins(blocks: SlackBlocks): boolean {
  const ids = blocks.flatMap((block) =>
    block.type === 'context_actions'
      ? block.elements.map(({ action_id }) => action_id)
      : buttonsOf([block]).map(({ actionId }) => actionId),
  );
  return new Set(ids).size < ids.length;
}

/** The buttons of these blocks, in order; those for feedback are two. */
export function buttonsOf(blocks: SlackBlocks): readonly ShownButton[] {
  return blocks.flatMap((block) => {
    if (block.type === 'actions') return block.elements.map(toShown);
    if (block.type === 'section') return block.accessory === undefined ? [] : [toShown(block.accessory)];
    if (block.type !== 'context_actions') return [];
    return block.elements.flatMap(({ action_id, positive_button, negative_button }) =>
      [positive_button, negative_button].map((one) => toShown({ ...one, action_id })),
    );
  });
}

function toShown(shown: z.output<typeof half> & { readonly action_id: string }): ShownButton {
  const label = shown.text.text;
  return {
    label,
    value: shown.value,
    actionId: shown.action_id,
    said: shown.accessibility_label ?? label,
  };
}

/** The people whom these blocks mention, in order. */
export function usersOf(blocks: SlackBlocks): readonly string[] {
  return blocks.flatMap((block) =>
    block.type !== 'rich_text'
      ? []
      : block.elements
          .flatMap((part) => (part.type === 'rich_text_list' ? part.elements : [part]))
          .flatMap(({ elements }) =>
            elements.flatMap((leaf) => (leaf.type === 'user' ? [leaf.user_id] : [])),
          ),
  );
}

/** What is read on the screen, a line for each paragraph, item and button. List markers are left out. */
export function shownText(blocks: SlackBlocks): string {
  return blocks.flatMap(shownLines).join('\n');
}

function shownLines(block: SlackBlocks[number]): string[] {
  switch (block.type) {
    case 'rich_text':
      return block.elements.flatMap((part) =>
        part.type === 'rich_text_list' ? part.elements.map(sectionText) : [sectionText(part)],
      );
    case 'context':
      return block.elements.map(({ text }) => text);
    case 'header':
      return [block.text.text];
    case 'section':
      return [block.text.text, ...buttonsOf([block]).map(({ label }) => label)];
    case 'input':
      return [block.label, placeholderOf(block), block.hint].flatMap((said) => said?.text ?? []);
    case 'actions':
    case 'context_actions':
      return buttonsOf([block]).map(({ label }) => label);
  }
}

function placeholderOf({ element: field }: SlackInput) {
  return field.type === 'plain_text_input' ? field.placeholder : undefined;
}

function sectionText({ elements }: { readonly elements: readonly z.output<typeof element>[] }): string {
  return elements.map(leafText).join('');
}

function leafText(leaf: z.output<typeof element>): string {
  switch (leaf.type) {
    case 'text':
      return leaf.text;
    case 'link':
      return leaf.text ?? leaf.url;
    case 'user':
      return `@${leaf.user_id}`;
  }
}

/** The words of a message that has no blocks, its three entities decoded. */
export function shownWords(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
