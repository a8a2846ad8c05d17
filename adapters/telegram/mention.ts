import type { MessageEntity, UserFromGetMe } from 'grammy/types';

/** The places where a text names us: `@ourbot`, or our name as a link. Offsets count UTF-16 units. */
export function mentionsOf(
  text: string,
  entities: readonly MessageEntity[],
  me: Pick<UserFromGetMe, 'id' | 'username'>,
): readonly MessageEntity[] {
  const name = `@${me.username}`.toLowerCase();
  return entities.filter((entity) =>
    entity.type === 'text_mention'
      ? entity.user.id === me.id
      : entity.type === 'mention' &&
        text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === name,
  );
}

/** The text without these mentions, and without the comma or colon after one that opens it. */
export function withoutMentions(text: string, mentions: readonly MessageEntity[]): string {
  let rest = text;
  for (const { offset, length } of mentions.toSorted((a, b) => b.offset - a.offset)) {
    const before = rest.slice(0, offset).trimEnd();
    const after = rest.slice(offset + length);
    rest = before === '' ? after.replace(/^[\s,;:]+/, '') : `${before} ${after.trimStart()}`.trimEnd();
  }
  return rest;
}
