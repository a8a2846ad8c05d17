import { list, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Turn } from './intent.ts';
import { showPlace } from './show.ts';
import { onlyWords, smallTalk, waysIn } from './small-talk.ts';

const GREETING =
  /^(hola|holi|holaa+|ola|buenas|buenos|buen|dia|dias|tardes|noches|saludos|cordial|saludo|que|tal|mas|como|esta|estas|estan|van|va|hey|hi|hello|good|morning|afternoon|evening|there|quiubo|quihubo|epa|alo|parce|amigo|amiga|señores|señor|señora|bot|asistente|empezar|comenzar|start|inicio)$/;

export const start: Intent = {
  name: 'start',
  command: {
    names: { es: ['start', 'inicio'], en: ['start'] },
    description: { es: 'Comenzar', en: 'Start' },
  },
  examples: { es: ['/start', 'hola', 'buenas tardes', 'holaa'], en: ['hello', 'good morning'] },
  answer(turn, base) {
    const { input } = turn;
    if (input.kind === 'text' && !isGreeting(turn)) return undefined;
    if (input.kind === 'choice' || input.kind === 'unsupported') return undefined;
    if (input.kind === 'command' && !/^(start|inicio)$/.test(input.name)) return undefined;
    const { greeting } = textsFor(turn.language);
    const payload = input.kind === 'command' ? input.args.trim() : '';
    if (payload !== '') {
      const place = base.place(payload);
      if (place !== undefined) return showPlace(turn, base, place, 0);
    }
    const blocks = [
      ...(payload === '' ? [] : [greeting.unknownLink]),
      greeting.hello,
      greeting.purpose,
      greeting.privacy,
      greeting.invite,
      list(greeting.examples),
    ];
    return smallTalk(turn, say(turn.language, blocks, waysIn(turn.language)), 'greeting');
  },
};

function isGreeting(turn: Turn): boolean {
  return onlyWords(turn, GREETING) && !/^(que|como|mas|esta)$/.test(turn.forms[0] ?? '');
}
