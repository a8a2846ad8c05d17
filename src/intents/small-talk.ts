import type { Language } from '../language/index.ts';
import { type Reply, type Suggestion, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Outcome, Turn } from './intent.ts';

/** An outcome that says nothing of the plans; what the conversation remembers stays. */
export function smallTalk(turn: Turn, reply: Reply, reason: string): Outcome {
  return {
    status: 'small-talk',
    reason,
    confidence: 1,
    reply,
    memory: { ...turn.memory, offered: reply.suggestions },
  };
}

/** The ways in that are always worth offering. */
export function waysIn(language: Language): Suggestion[] {
  const { suggestion } = textsFor(language);
  return [
    { id: 'desafios', label: suggestion.challenges },
    { id: 'planes', label: suggestion.plans },
    { id: 'ayuda', label: suggestion.help },
  ];
}

/** True when a text is nothing but words of `pattern`, in any order, and at most `most` of them. */
export function onlyWords(turn: Turn, pattern: RegExp, most = 7): boolean {
  return turn.forms.length > 0 && turn.forms.length <= most && turn.forms.every((form) => pattern.test(form));
}

const THANKS =
  /^(muchas|muchisimas|mil|gracias|graciass+|grax|thanks|thank|thx|you|a|so|much|very|ok|okay|vale|listo|perfecto|genial|excelente|bien|muy|amable|todo|claro|entendido|chevere|bacano|super|por|la|su|ayuda|informacion|great|good|nice|cool)$/;
const GOODBYE =
  /^(chao|chau|adios|hasta|luego|pronto|mañana|manana|la|proxima|nos|vemos|bye|goodbye|good|see|you|later|feliz|dia|tarde|noche|gracias|que|este|este|bien|muchas|listo|ok)$/;

export const thanks: Intent = {
  name: 'thanks',
  examples: {
    es: ['gracias', 'muchas gracias', 'listo gracias', 'ok, perfecto'],
    en: ['thanks', 'thank you so much'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text' || !onlyWords(turn, THANKS)) return undefined;
    if (
      !turn.forms.some((form) =>
        /^(gracias+|grax|thanks|thank|thx|ok|okay|vale|listo|perfecto|genial|excelente|entendido|chevere|bacano|super|great|cool)$/.test(
          form,
        ),
      )
    )
      return undefined;
    return smallTalk(turn, say(turn.language, [textsFor(turn.language).thanks]), 'thanks');
  },
};

export const goodbye: Intent = {
  name: 'goodbye',
  examples: { es: ['chao', 'hasta luego', 'adiós, gracias'], en: ['bye', 'see you later'] },
  answer(turn) {
    if (turn.input.kind !== 'text' || !onlyWords(turn, GOODBYE)) return undefined;
    if (!turn.forms.some((form) => /^(chao|chau|adios|bye|goodbye|vemos|see|hasta|feliz)$/.test(form)))
      return undefined;
    return smallTalk(turn, say(turn.language, [textsFor(turn.language).goodbye]), 'goodbye');
  },
};
