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
]);
const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(element).min(1),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(element).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          offset: z.int().min(1).optional(),
          elements: z.array(section).min(1),
        }),
      ]),
    )
    .min(1),
});
const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().min(1).max(255),
  value: z.string().min(1).max(2_000),
  text: z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(75),
    emoji: z.literal(false),
  }),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z.array(button).min(1).max(25),
});
const blocksSchema = z.array(z.discriminatedUnion('type', [richText, actions])).max(50);

/** The blocks of an accepted message. */
export type SlackBlocks = z.output<typeof blocksSchema>;

/** A button as a person finds it under a message. */
export interface ShownButton {
  readonly label: string;
  readonly value: string;
  readonly actionId: string;
}

/** The content of a message as Slack takes it, or its refusal. Only what the bot may use is known here. */
export function checkContent(
  text: unknown,
  blocks: unknown,
): { readonly blocks: SlackBlocks; readonly text: string } | { readonly error: string } {
  const words = typeof text === 'string' ? text : '';
  if (/\p{Surrogate}/u.test(words)) return { error: 'invalid_arguments' };
  if (blocks === undefined) return words.trim() === '' ? { error: 'no_text' } : { blocks: [], text: words };
  const parsed = blocksSchema.safeParse(blocks);
  if (!parsed.success) return { error: 'invalid_blocks' };
  const ids = buttonsOf(parsed.data).map(({ actionId }) => actionId);
  if (parsed.data.length === 0) return { error: 'no_text' };
  if (new Set(ids).size < ids.length) return { error: 'invalid_blocks' };
  if (JSON.stringify(parsed.data).length > 13_200) return { error: 'msg_blocks_too_long' };
  if (/[<>]|&(?!(lt|gt|amp);)/.test(words)) return { error: 'a text that is not escaped' };
  return words.length > 4_000 ? { error: 'msg_too_long' } : { blocks: parsed.data, text: words };
}

/** The buttons of these blocks, in order. */
export function buttonsOf(blocks: SlackBlocks): readonly ShownButton[] {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map(({ text, value, action_id }) => ({ label: text.text, value, actionId: action_id }))
      : [],
  );
}

/** What is read on the screen, a line for each paragraph, item and button. List markers are left out. */
export function shownText(blocks: SlackBlocks): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'actions') return block.elements.map((shown) => shown.text.text);
      return block.elements.flatMap((part) =>
        part.type === 'rich_text_list' ? part.elements.map(sectionText) : [sectionText(part)],
      );
    })
    .join('\n');
}

function sectionText({ elements }: { readonly elements: readonly z.output<typeof element>[] }): string {
  return elements.map((part) => (part.type === 'text' ? part.text : (part.text ?? part.url))).join('');
}

/** The words of a message that has no blocks, its three entities decoded. */
export function shownWords(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
