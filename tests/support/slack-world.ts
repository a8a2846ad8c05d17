import type { Delivery } from './slack-server.ts';
import { checkView, type SlackView } from './slack-views.ts';

/** A view that Slack shows, or showed. */
export interface ShownView {
  readonly id: string;
  /** How it came: a method, or `ack`. */
  readonly method: string;
  readonly user?: string;
  readonly view: SlackView;
}

/** A message that the bot may change. */
export interface KeptMessage {
  readonly channel: string;
  readonly thread?: string;
  readonly ts: string;
  readonly metadata?: unknown;
}

/** What Slack remembers of its workspace. */
export interface SlackWorld {
  readonly views: ShownView[];
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
  /** Uses a trigger up: nothing when it is good, else Slack's code. */
  useTrigger(trigger: string | undefined): string | undefined;
  /** No trigger given so far is good any longer. */
  expireTriggers(): void;
  /** Shows a view in a new modal, on top of the trigger's, or in the place of `id`; or says Slack's code. */
  show(
    method: string,
    view: unknown,
    where: { trigger?: string; id?: string; user?: string },
  ): string | ShownView;
}

/** Most views on top of each other: https://docs.slack.dev/surfaces/modals */
const DEEPEST = 3;

/** A workspace where nothing has happened. */
export function createSlackWorld(): SlackWorld {
  const views: ShownView[] = [];
  const links = new Set<string>();
  const triggers = new Map<string, { isGood: boolean; depth: number }>();
  const depths = new Map<string, number>();
  let count = 0;

  return {
    views,
    links,
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
      if (typeof trigger === 'string') triggers.set(trigger, { isGood: true, depth: depths.get(id) ?? 0 });
      const shared = isRecord(event) && Array.isArray(event.links) ? event.links : [];
      for (const link of shared) if (isRecord(link)) links.add(String(link.url));
    },
    useTrigger: (trigger) => {
      const known = triggers.get(trigger ?? '');
      if (known === undefined) return 'invalid_trigger_id';
      if (!known.isGood) return 'expired_trigger_id';
      known.isGood = false;
      return undefined;
    },
    expireTriggers: () => {
      for (const trigger of triggers.values()) trigger.isGood = false;
    },
    show: (method, view, { trigger, id, user }) => {
      const type = method === 'views.publish' ? 'home' : 'modal';
      const checked = checkView(view, type);
      if ('error' in checked) return checked.error;
      const below = triggers.get(trigger ?? '')?.depth ?? 0;
      if (method === 'views.push' && below === 0) return 'invalid_arguments';
      if (method === 'views.push' && below >= DEEPEST) return 'push_limit_reached';
      if (method === 'views.update' && !views.some((one) => one.id === id)) return 'not_found';
      count += 1;
      const shown = {
        id: id ?? `V${count}`,
        method,
        view: checked.view,
        ...(user === undefined ? {} : { user }),
      };
      if (id === undefined) depths.set(shown.id, method === 'views.push' ? below + 1 : 1);
      views.push(shown);
      return shown;
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
