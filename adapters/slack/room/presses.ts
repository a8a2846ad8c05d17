import type { types, webApi } from '@slack/bolt';
import type { AdapterTexts, Logger, Ticket } from '../../../src/messaging/index.ts';
import { describeFailure, refusalCode } from '../failure.ts';
import type { Insist } from '../insist.ts';
import type { Access } from './access.ts';
import type { Deed } from './deeds.ts';
import type { Press } from './requests.ts';
import { answerView, assignView, discardView, noticeView, saveView } from './windows.ts';

/** What a button works with. `tell` says a sentence to whoever pressed, and to nobody else. */
export interface PressTools {
  readonly client: webApi.WebClient;
  readonly insist: Insist;
  readonly channel: string;
  readonly access: Access;
  readonly texts: AdapterTexts['slackRoom'];
  readonly logger: Logger;
  readonly tell: (sentence: string) => Promise<void>;
}

type Window = Exclude<Deed, 'take'>;

const FORMS: Readonly<Record<Window, (ticket: Ticket, texts: AdapterTexts['slackRoom']) => types.ModalView>> =
  { answer: answerView, assign: assignView, discard: discardView, save: saveView };

/**
 * Does what a button asks for. A window opens at once, since Slack allows it for 3 s only, and is filled in
 * when the desk has said what is known.
 */
export async function press(pressed: Press, tools: PressTools): Promise<void> {
  const { channel, access, texts, tell } = tools;
  const { deed, ticket, user } = pressed;
  if (pressed.channel !== channel) return tell(texts.elsewhere);
  if (deed !== 'take') return openForm(deed, pressed, tools);
  const found = await access.look(user, ticket);
  const taken = 'problem' in found ? found : await access.ask(user, (desk) => desk.assign(ticket, user));
  if ('problem' in taken) await tell(taken.problem);
}

async function openForm(
  window: Window,
  { ticket, user, trigger }: Press,
  { client, insist, access, texts, logger, tell }: PressTools,
): Promise<void> {
  const title = texts.titles[window];
  const say = (sentence: string) => noticeView(title, sentence, texts.close, true);
  const looking = access.look(user, ticket);
  try {
    const { view } = await insist(() => client.views.open({ trigger_id: trigger, view: say(texts.wait) }));
    const found = await looking;
    const filled = 'problem' in found ? say(found.problem) : FORMS[window](found.ticket, texts);
    await insist(() => client.views.update({ view_id: view?.id ?? '', view: filled }));
  } catch (error) {
    logger.warn('slack.room.window.refused', { error: describeFailure(error) });
    if (refusalCode(error) !== CLOSED) await tell(texts.tooLate);
  }
}

/** Slack's code for a window that its person has closed: https://docs.slack.dev/reference/methods/views.update */
const CLOSED = 'not_found';
