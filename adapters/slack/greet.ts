import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { AdapterContext } from '../../src/messaging/index.ts';
import type { Decorate } from './decorate.ts';
import { homeView } from './home.ts';
import type { Insist } from './insist.ts';
import { createPublish } from './publish.ts';
import { unfurlOf } from './unfurl.ts';

/** Slack does not say which language a person has, outside of what the person writes. */
const LANGUAGE = 'es';

const openedSchema = z.object({ user: z.string(), channel: z.string(), tab: z.string().optional() });
const startedSchema = z.object({
  assistant_thread: z.object({ channel_id: z.string(), thread_ts: z.string() }),
});

/** What is shown before anybody asks. None of these rejects but `showHome`. */
export interface Greeter {
  /** Draws the Home, or suggests questions in the Messages tab (`agent_view`). */
  homeOpened(event: unknown): Promise<void>;
  /** Suggests questions in a new thread, where the workspace still has `assistant_view`. */
  threadStarted(event: unknown): Promise<void>;
  /** Shows what is behind a link to a document of the folder. */
  linkShared(event: unknown): Promise<void>;
  /** Draws the Home with what a search found; without a query, as it was at first. */
  showHome(user: string, query: string): Promise<void>;
}

/** What greeting needs. */
export interface GreeterTools {
  readonly client: webApi.WebClient;
  readonly context: AdapterContext;
  readonly insist: Insist;
  readonly decorate: Decorate;
  readonly cut: AbortSignal;
}

/** Greets in Spanish. */
export function createGreeter({ client, context, insist, decorate, cut }: GreeterTools): Greeter {
  const texts = context.texts(LANGUAGE);
  const publish = createPublish(client, insist, cut);
  const prompts = [...texts.slack.prompts];

  const draw = (query: string) => () =>
    homeView({
      texts,
      language: LANGUAGE,
      commands: context.commands,
      findings: context.find(query, LANGUAGE),
      ...(query === '' ? {} : { query }),
    });

  return {
    homeOpened: async (event) => {
      const parsed = openedSchema.safeParse(event);
      if (!parsed.success) return;
      const { user, channel, tab } = parsed.data;
      if (tab === 'messages')
        await decorate('prompts', () =>
          client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts }),
        );
      else await decorate('home', () => publish.opened(user, draw('')));
    },
    threadStarted: async (event) => {
      const parsed = startedSchema.safeParse(event);
      if (!parsed.success) return;
      const { channel_id, thread_ts } = parsed.data.assistant_thread;
      await decorate('thread', () =>
        client.assistant.threads.setSuggestedPrompts({ channel_id, thread_ts, prompts }),
      );
    },
    linkShared: async (event) => {
      const unfurl = unfurlOf(event, (url) => context.placeOf(url, LANGUAGE));
      if (unfurl !== undefined) await decorate('unfurl', () => client.chat.unfurl(unfurl));
    },
    showHome: (user, query) => publish.show(user, draw(query)),
  };
}
