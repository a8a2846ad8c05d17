import type { webApi } from '@slack/bolt';

/** Whether a person is in the room. Rejects with the SDK's error when Slack does not say. */
export type IsMember = (user: string) => Promise<boolean>;

/** How long a list of members holds, in milliseconds. */
const FRESH = 60_000;

/** Members asked for at a time; Slack gives 1000 at most: https://docs.slack.dev/reference/methods/conversations.members */
const PAGE = 200;

/** Most pages that are read: a room of more people is no team's. */
const MOST_PAGES = 50;

/** Looks people up among the members of `channel`; a list that could not be read is read again. */
export function createMembers(client: webApi.WebClient, channel: string): IsMember {
  let known: { readonly members: Promise<ReadonlySet<string>>; readonly since: number } | undefined;

  async function read(): Promise<ReadonlySet<string>> {
    const members = new Set<string>();
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await client.conversations.members({
        channel,
        limit: PAGE,
        ...(cursor === '' ? {} : { cursor }),
      });
      for (const member of answer.members ?? []) members.add(member);
      cursor = answer.response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return members;
  }

  return async (user) => {
    if (known === undefined || performance.now() - known.since >= FRESH) {
      known = { members: read(), since: performance.now() };
    }
    const asked = known;
    try {
      return (await asked.members).has(user);
    } catch (error) {
      if (known === asked) known = undefined;
      throw error;
    }
  };
}
