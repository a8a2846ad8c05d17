import type { RespondFn } from '@slack/bolt';
import { type AdapterTexts, say, type Turns } from '../../src/messaging/index.ts';
import type { Acknowledge } from './acknowledge.ts';
import type { Answering, Show } from './answering.ts';
import { destinationOf, privateConversation } from './conversation.ts';
import type { Delivery } from './deliver.ts';
import type { Greeter } from './greet.ts';
import { HOME } from './home.ts';
import { ACTIONS } from './offers.ts';
import type { Press } from './press.ts';
import type { Shares } from './share.ts';
import type { Shows } from './show.ts';

/** Does what a press asks for. `respond` works for buttons of messages alone. */
export type OnPress = (press: Press, acknowledge: Acknowledge, respond: RespondFn) => Promise<void>;

/** What presses need. */
export interface PressTools {
  readonly turns: Turns;
  readonly answering: Answering;
  readonly delivery: Delivery;
  readonly shows: Shows;
  readonly shares: Shares;
  readonly greeter: Greeter;
  readonly texts: AdapterTexts;
}

/** A press is answered where its button stands: below, in its place, to one person alone, or in a modal. */
export function createOnPress(tools: PressTools): OnPress {
  const { turns, answering, shares, greeter, texts } = tools;
  return async (press, acknowledge, respond) => {
    const { action, user, search, conversation, message } = press;
    if (action === HOME.input || action === HOME.find || action === HOME.back) {
      await acknowledge();
      await turns.track(greeter.showHome(user, action === HOME.back ? '' : search));
    } else if (action === ACTIONS.share && message?.input.kind === 'choice') {
      await acknowledge();
      await turns.track(shares.press(message.input.id, conversation, respond));
    } else if (message === undefined) {
      await acknowledge();
      await turns.track(privateShow(press, respond, tools)(say('es', [texts.slack.outdated])));
    } else {
      await answering.receive(message, acknowledge, showOf(press, respond, tools));
    }
  };
}

function showOf(press: Press, respond: RespondFn, tools: PressTools): Show {
  const { action, conversation, place } = press;
  const isPage = action === ACTIONS.previous || action === ACTIONS.next;
  if (place.kind === 'modal' && isPage) return tools.shows.updated(conversation, place.view);
  if (place.kind !== 'message' || action === ACTIONS.feedback) return privateShow(press, respond, tools);
  const { delivery, shares } = tools;
  return (reply) => {
    const own = place.isPrivate ? { respond, share: shares.offer(conversation, reply) } : {};
    return isPage
      ? delivery.replace(conversation, place.ts, reply, own)
      : delivery.post(conversation, reply, own);
  };
}

/** Shows a reply to the person who pressed alone. */
function privateShow(press: Press, respond: RespondFn, { shows, delivery }: PressTools): Show {
  const { conversation, place, trigger, user } = press;
  switch (place.kind) {
    case 'home':
      return shows.opened(conversation, trigger);
    case 'modal':
      return shows.pushed(conversation, trigger, place.view);
    case 'message': {
      const { channel, thread } = destinationOf(conversation);
      return (reply) => delivery.post(privateConversation(channel, user, thread), reply, { respond });
    }
  }
}
