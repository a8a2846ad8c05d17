import { type Rendered, render, type SlackMessage } from '../../adapters/slack/render.ts';
import { type Block, type Reply, type Suggestion, say } from '../../src/messaging/index.ts';
import { adapterTexts } from '../../src/texts/index.ts';
import { checkContent, type SlackBlocks, shownText, shownWords } from './slack-blocks.ts';

/** A message as Slack takes it: on the screen and in words. */
export interface TakenMessage {
  readonly shown: string;
  readonly words: string;
  readonly blocks: SlackBlocks;
}

/** The message once Slack has checked it. Throws Slack's code when it refuses. */
export function taken({ text: words, blocks }: SlackMessage): TakenMessage {
  const content = checkContent(words, JSON.parse(JSON.stringify(blocks)));
  if ('error' in content) throw new Error(content.error);
  return { shown: shownText(content.blocks), words: shownWords(words), blocks: content.blocks };
}

/** A reply as it is rendered, in Spanish. */
export function draw(content: Reply, share?: string): Rendered {
  return render(content, adapterTexts('es'), share);
}

/** The elements of a block that has some. */
export function elementsOf(
  block: SlackBlocks[number] | undefined,
): readonly { readonly type: string; readonly offset?: number | undefined }[] {
  return block !== undefined && 'elements' in block ? block.elements : [];
}

/** The messages of a reply of these blocks, checked. */
export function messages(
  blocks: readonly Block[],
  suggestions: readonly Suggestion[] = [],
): readonly TakenMessage[] {
  return draw(say('es', blocks, suggestions)).messages.map(taken);
}
