import { type CommandSpec, list, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Turn } from './intent.ts';
import { isCommand } from './lists.ts';
import { smallTalk, waysIn } from './small-talk.ts';

const HELP: CommandSpec = {
  names: { es: ['ayuda'], en: ['help', 'settings'] },
  description: { es: 'Qué puedo preguntar', en: 'What you can ask' },
};
const ASKS_HELP =
  /^(ayuda|help|ayudame|ayudeme|necesito ayuda|(que|q) (puedo|se puede|podria) (preguntar|hacer|consultar)( te| le| aqui)?|(que|q) (sabe|sabes|puede|puedes) (hacer|responder)|(como|para que) (funciona|funcionas|sirve|sirves|te uso|lo uso|se usa)( esto| este bot| este chat| usted)?|menu|opciones|comandos|what can (you|i) (do|ask)( you)?|how does this work|commands)$/;

/** What the assistant can do, with its commands. `specs` are those of the whole table, known once it is built. */
export function createHelp(specs: () => readonly CommandSpec[]): Intent {
  return {
    name: 'help',
    command: HELP,
    examples: {
      es: ['/ayuda', 'ayuda', '¿qué puedo preguntar?', 'q puedes hacer'],
      en: ['/help', 'what can you do?'],
    },
    answer(turn) {
      const { input } = turn;
      const asked =
        (input.kind === 'command' && isCommand(input.name, HELP)) ||
        (input.kind === 'choice' && input.id === 'ayuda') ||
        (input.kind === 'text' && ASKS_HELP.test(turn.forms.join(' ')));
      if (!asked) return undefined;
      const { help } = textsFor(turn.language);
      return smallTalk(
        turn,
        say(
          turn.language,
          [help.intro, commandList(turn, specs()), help.ask, help.limits],
          waysIn(turn.language),
        ),
        'help',
      );
    },
  };
}

/** The commands with what they show, in the language of the conversation. */
export function commandList(turn: Turn, specs: readonly CommandSpec[]) {
  return list(
    specs.map(({ names, description }) => `/${names[turn.language][0] ?? ''}: ${description[turn.language]}`),
  );
}

const PRIVACY: CommandSpec = {
  names: { es: ['privacidad'], en: ['privacy'] },
  description: { es: 'Quién soy y qué pasa con sus datos', en: 'Who I am and what happens to your data' },
};
const ASKS_PRIVACY =
  /^(privacidad|privacy|acerca de|about|(quien|que) (eres|es usted|sos)|(eres|es usted|esto es) (un |una )?(bot|robot|persona|humano|maquina|ia|inteligencia artificial|chatgpt)|quien (te|lo) (hizo|creo|programo)|who (are|made) you|are you (a )?(bot|robot|human|real|person)|(que hacen|que pasa|que hace usted) con mis (datos|mensajes)|guardan? mis (datos|mensajes)|what do you do with my data)$/;

/** Who the assistant is, and what happens to what people write. */
export const privacy: Intent = {
  name: 'privacy',
  command: PRIVACY,
  examples: {
    es: ['/privacidad', '¿qué hacen con mis datos?', '¿quién eres?', 'eres un robot'],
    en: ['/privacy', 'who are you?'],
  },
  answer(turn) {
    const { input } = turn;
    const asked =
      (input.kind === 'command' && isCommand(input.name, PRIVACY)) ||
      (input.kind === 'text' && ASKS_PRIVACY.test(turn.forms.join(' ')));
    if (!asked) return undefined;
    const { privacy: texts } = textsFor(turn.language);
    return smallTalk(
      turn,
      say(
        turn.language,
        [texts.who, ...(turn.keepsRecords ? texts.kept : [texts.nothing]), texts.platform, texts.law],
        waysIn(turn.language),
      ),
      'about',
    );
  },
};
