import { say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent } from './intent.ts';
import { smallTalk } from './small-talk.ts';

const SILENCE =
  /^(silencio|callese|callate|no responda|no respondas|no hable|no hables|be quiet|silence)( mas)? (aqui|en este (canal|grupo|hilo)|here|in this (channel|group))$/;
const SPEAK =
  /^(puede|puedes|vuelva a|vuelve a|ya puede|ya puedes|you can|you may)? ?(hablar|hable|habla|responder|responda|responde|speak|talk|answer)( otra vez| de nuevo| again)? (aqui|en este (canal|grupo|hilo)|here|in this (channel|group))$/;

/** «Silencio aquí» and «puede hablar aquí», in a group: the assistant keeps quiet there until told otherwise. */
export const silence: Intent = {
  name: 'silence',
  examples: {
    es: ['silencio aquí', 'puede hablar aquí', 'no responda en este canal'],
    en: ['be quiet here', 'you can speak here'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text') return undefined;
    const words = turn.forms.join(' ');
    const isQuiet = SILENCE.test(words);
    if (!isQuiet && !SPEAK.test(words)) return undefined;
    const { silence: texts } = textsFor(turn.language);
    if (!turn.isGroup) return smallTalk(turn, say(turn.language, [texts.onlyInGroups]), 'not-a-group');
    return {
      ...smallTalk(
        turn,
        say(turn.language, [isQuiet ? texts.quiet : texts.speaking]),
        isQuiet ? 'muted' : 'unmuted',
      ),
      effect: { kind: isQuiet ? 'mute' : 'unmute' },
    };
  },
};
