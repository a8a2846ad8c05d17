/** A reference in a message: `<@U1>`, `<#C1|general>`, `<!here>`, `<https://example.org|label>`. */
const REFERENCE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * The text of a Slack message as its author reads it: mentions of `me` left out, links and channels by their
 * label, the three entities decoded. See https://docs.slack.dev/messaging/formatting-message-text.
 */
export function readSlackText(text: string, me: string): string {
  const named = text
    .replaceAll(new RegExp(`\\s*<@${me}(?:\\|[^<>]*)?>[,:]?\\s*`, 'g'), ' ')
    .replaceAll(REFERENCE, readReference);
  return readEntities(named).trim();
}

/** A text with Slack's three entities decoded. */
export function readEntities(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function readReference(whole: string, sign: string, target: string, label?: string): string {
  switch (sign) {
    case '@':
      return label === undefined ? '' : `@${label}`;
    case '#':
      return label === undefined ? '' : `#${label}`;
    case '!':
      return label ?? `@${target}`;
    default:
      return /^[a-z][a-z+.-]*:/i.test(target) ? (label ?? target) : whole;
  }
}

/** Escapes the three characters that can open a mention or a link in the text of a message. */
export function escapeSlackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
