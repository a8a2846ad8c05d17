import { personalDataIn } from '../language/index.ts';
import { type CommandSpec, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Turn } from './intent.ts';
import { isCommand } from './lists.ts';
import { smallTalk, waysIn } from './small-talk.ts';

const SUBSCRIBE: CommandSpec = {
  names: { es: ['suscribirme'], en: ['subscribe'] },
  description: { es: 'Recibir las publicaciones nuevas', en: 'Receive the new posts' },
};
const CANCEL: CommandSpec = {
  names: { es: ['cancelar'], en: ['cancel', 'unsubscribe'] },
  description: { es: 'Dejar de recibir publicaciones', en: 'Stop receiving posts' },
};
const ASKS_SUBSCRIBE =
  /^(quiero )?(suscribirme|suscribame|inscribirme|subscribe)( (a|to))?( las| the)?( publicaciones| noticias| posts| news)?( nuevas)?$/;
const ASKS_CANCEL =
  /^(quiero )?(cancelar|desuscribirme|cancele|unsubscribe|cancel)( (la|mi|the|my))?( suscripcion| subscription)?$/;
/** Longest theme, in characters. */
const LONGEST_THEME = 60;

/** `/suscribirme` to new publications, all of them or those of a theme. */
export const subscribe: Intent = {
  name: 'subscribe',
  command: SUBSCRIBE,
  examples: { es: ['/suscribirme', '/suscribirme justicia', 'quiero suscribirme'], en: ['/subscribe'] },
  answer(turn) {
    const { input } = turn;
    const isOurs = input.kind === 'command' && isCommand(input.name, SUBSCRIBE);
    if (!isOurs && !asks(turn, ASKS_SUBSCRIBE)) return undefined;
    const { subscriptions } = textsFor(turn.language);
    if (!turn.keepsRecords) return notHere(turn);
    const theme = isOurs ? turn.text.slice(0, LONGEST_THEME).trim() : '';
    if (personalDataIn(theme).length > 0)
      return smallTalk(turn, say(turn.language, [subscriptions.personalData]), 'personal-data');
    const lines = [theme === '' ? subscriptions.all : subscriptions.theme(theme), subscriptions.howToCancel];
    return {
      ...smallTalk(turn, say(turn.language, lines), 'subscribed'),
      effect: { kind: 'subscribe', theme },
    };
  },
};

/** `/cancelar`: no more publications. */
export const cancel: Intent = {
  name: 'cancel',
  command: CANCEL,
  examples: { es: ['/cancelar', 'cancelar mi suscripción'], en: ['/cancel', 'unsubscribe'] },
  answer(turn) {
    const { input } = turn;
    const isOurs = input.kind === 'command' && isCommand(input.name, CANCEL);
    if (!isOurs && !asks(turn, ASKS_CANCEL)) return undefined;
    if (!turn.keepsRecords) return notHere(turn);
    const { subscriptions } = textsFor(turn.language);
    return {
      ...smallTalk(turn, say(turn.language, [subscriptions.cancelled]), 'unsubscribed'),
      effect: { kind: 'unsubscribe' },
    };
  },
};

function asks(turn: Turn, pattern: RegExp): boolean {
  return turn.input.kind === 'text' && pattern.test(turn.forms.join(' '));
}

function notHere(turn: Turn) {
  const { subscriptions } = textsFor(turn.language);
  return smallTalk(turn, say(turn.language, [subscriptions.notHere], waysIn(turn.language)), 'no-records');
}
