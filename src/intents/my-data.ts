import { type CommandSpec, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Effect } from './effect.ts';
import type { Intent } from './intent.ts';
import { isCommand } from './lists.ts';
import { smallTalk } from './small-talk.ts';

const SHOW: CommandSpec = {
  names: { es: ['misdatos'], en: ['mydata'] },
  description: { es: 'Ver qué guardo de usted', en: 'See what I keep of you' },
};
const ERASE: CommandSpec = {
  names: { es: ['borrar'], en: ['erase'] },
  description: { es: 'Borrar lo que guardo de usted', en: 'Erase what I keep of you' },
};
const ASKS_SHOW =
  /^((ver |muestreme |cuales son )?mis datos( personales)?|que (guarda|guardan|sabe|saben|tiene|tienen) (usted )?de mi|(see |show )?my data|what do you (keep|know) (of|about) me)$/;
const ASKS_ERASE =
  /^((borre|borrar|elimine|eliminar|quiero borrar|quiero que borren)( todos)? mis datos( personales)?|(erase|delete) my data)$/;

/** `/misdatos`: what is kept of the person who asks. The store knows; without one, nothing is. */
export const myData = dataIntent(
  'my-data',
  SHOW,
  ASKS_SHOW,
  { kind: 'my-data' },
  {
    es: ['/misdatos', 'mis datos', '¿qué guardan de mí?'],
    en: ['/mydata', 'what do you know about me?'],
  },
);

/** `/borrar`: erases it at once. */
export const erase = dataIntent(
  'erase',
  ERASE,
  ASKS_ERASE,
  { kind: 'erase' },
  {
    es: ['/borrar', 'borre mis datos'],
    en: ['/erase', 'delete my data'],
  },
);

function dataIntent(
  name: string,
  command: CommandSpec,
  asks: RegExp,
  effect: Effect,
  examples: Intent['examples'],
): Intent {
  return {
    name,
    command,
    examples,
    answer(turn) {
      const { input } = turn;
      const isOurs = input.kind === 'command' && isCommand(input.name, command);
      if (!isOurs && !(input.kind === 'text' && asks.test(turn.forms.join(' ')))) return undefined;
      const { myData: texts } = textsFor(turn.language);
      const outcome = smallTalk(turn, say(turn.language, [texts.nothing, texts.memory]), name);
      return turn.keepsRecords ? { ...outcome, effect } : outcome;
    },
  };
}
