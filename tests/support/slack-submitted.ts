import type { Delivery } from './slack-server.ts';
import type { SlackWorld } from './slack-world.ts';

/** Most windows on top of each other: https://docs.slack.dev/surfaces/modals */
export const DEEPEST = 3;

/**
 * Does what the app answered to a submission: https://docs.slack.dev/surfaces/modals#updating_response. Says why
 * when Slack would show its own error. An empty answer closes the window.
 */
export function takeAnswer({ type, view }: Delivery, answer: unknown, world: SlackWorld): string | undefined {
  if (type !== 'view_submission') return undefined;
  const id = typeof view === 'object' && view !== null && 'id' in view ? String(view.id) : '';
  if (typeof answer !== 'object' || answer === null || Object.keys(answer).length === 0) {
    world.screen.close(id);
    return undefined;
  }
  const { response_action: action, view: next, errors } = answer as Delivery;
  switch (action) {
    case 'clear':
      world.screen.close();
      return undefined;
    case 'errors':
      return world.screen.complain(id, errors);
    case 'update':
      return refusalIn(world.show('ack', next, { id }));
    case 'push':
      if (world.screen.windows().length >= DEEPEST) return 'push_limit_reached';
      return refusalIn(world.show('ack.push', next, {}));
    default:
      return `Slack knows no ${String(action)}`;
  }
}

function refusalIn(shown: string | object): string | undefined {
  return typeof shown === 'string' ? shown : undefined;
}
