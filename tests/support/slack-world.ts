import { createSlackScreen, type SlackScreen } from './slack-screen.ts';
import type { Delivery } from './slack-server.ts';
import { DEEPEST } from './slack-submitted.ts';
import { checkView, type SlackView } from './slack-views.ts';

/** A view that Slack shows, or showed. */
interface ShownView {
  readonly id: string;
  /** How it came: a method, or `ack` and `ack.push` when a submission was answered with it. */
  readonly method: string;
  readonly user?: string;
  readonly view: SlackView;
}

/** A message that the bot may change. */
interface KeptMessage {
  readonly channel: string;
  readonly thread?: string;
  readonly ts: string;
  readonly metadata?: unknown;
}

/** What Slack remembers of its workspace. */
export interface SlackWorld {
  readonly views: ShownView[];
  /** The windows that are open. */
  readonly screen: SlackScreen;
  /** Who is in every channel. */
  readonly members: Set<string>;
  readonly kept: KeptMessage[];
  readonly prompts: { readonly channel: string; readonly thread?: string; readonly prompts: unknown }[];
  readonly statuses: { readonly channel: string; readonly thread: string; readonly status: string }[];
  readonly unfurled: { readonly url: string; readonly blocks: unknown }[];
  /** Channels that refuse every message, with the code. */
  readonly shut: Map<string, string>;
  /** Links of messages that were delivered. */
  readonly links: Set<string>;
  newTs(): string;
  /** Lets the body's trigger be used once, and remembers the links that it tells of. */
  deliver(body: Delivery): void;
  /** Shows a view in a new modal, on top of the trigger's, or in the place of `id`; or says Slack's code. A trigger is good for one. */
  show(
    method: string,
    view: unknown,
    where: { trigger?: string; id?: string; user?: string },
  ): string | ShownView;
}

/** A workspace where nothing has happened. */
export function createSlackWorld(): SlackWorld {
  const views: ShownView[] = [];
  const links = new Set<string>();
  const triggers = new Map<string, { isUsed: boolean; depth: number }>();
  const screen = createSlackScreen();
  let count = 0;

  const depthOf = (id: string) => screen.windows().findIndex((one) => one.id === id) + 1;

  function refusalOf(method: string, trigger: string | undefined, id: string | undefined) {
    if (method === 'views.update')
      return screen.windows().some((one) => one.id === id) ? undefined : 'not_found';
    if (method !== 'views.open' && method !== 'views.push') return undefined;
    const known = triggers.get(trigger ?? '');
    if (known === undefined) return 'invalid_trigger_id';
    if (known.isUsed) return 'exchanged_trigger_id';
    if (method === 'views.open') return undefined;
    if (known.depth === 0) return 'invalid_arguments';
    return known.depth >= DEEPEST ? 'push_limit_reached' : undefined;
  }

  return {
    views,
    links,
    screen,
    members: new Set(['UBOT', 'UANA', 'UBETO', 'UCARLA']),
    kept: [],
    prompts: [],
    statuses: [],
    unfurled: [],
    shut: new Map(),
    newTs: () => {
      count += 1;
      return `1700000099.${String(count).padStart(6, '0')}`;
    },
    deliver: (body) => {
      const { trigger_id: trigger, view, event } = body;
      const id = isRecord(view) && view.type === 'modal' ? String(view.id) : '';
      if (typeof trigger === 'string' && !triggers.has(trigger))
        triggers.set(trigger, { isUsed: false, depth: depthOf(id) });
      const shared = isRecord(event) && Array.isArray(event.links) ? event.links : [];
      for (const link of shared) if (isRecord(link)) links.add(String(link.url));
    },
    show: (method, view, { trigger, id, user }) => {
      const refused = refusalOf(method, trigger, id);
      if (refused !== undefined) return refused;
      const checked = checkView(view, method === 'views.publish' ? 'home' : 'modal');
      if ('error' in checked) return checked.error;
      count += 1;
      const shown = {
        id: id ?? `V${count}`,
        method,
        view: checked.view,
        ...(user === undefined ? {} : { user }),
      };
      const used = triggers.get(trigger ?? '');
      if (used !== undefined) used.isUsed = true;
      if (checked.view.type === 'modal') {
        if (id === undefined) screen.open(shown.id, checked.view, method !== 'views.open');
        else screen.replace(id, checked.view);
      }
      views.push(shown);
      return shown;
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
