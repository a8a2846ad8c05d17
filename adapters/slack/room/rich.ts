import type { types } from '@slack/bolt';

/** Words that Slack shows as given: no markup, no mentions and no links are read in them. */
export function words(text: string): types.RichTextText {
  return { type: 'text', text };
}

/** Words in bold. */
export function boldWords(text: string): types.RichTextText {
  return { ...words(text), style: { bold: true } };
}

/** A person's name, which Slack fills in. */
export function mention(user: string): types.RichTextUserMention {
  return { type: 'user', user_id: user };
}

/** A line of words and names. */
export function line(...elements: types.RichTextElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** A text set apart as somebody's own. */
export function quotation(text: string): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [words(text)] }] };
}
