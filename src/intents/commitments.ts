import type { Section } from '../knowledge/document.ts';
import { fold, isStopWord, planNumbers, stem, termsOf, words } from '../language/index.ts';
import type { CommandSpec } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent } from './intent.ts';
import type { KnowledgeBase, Place } from './knowledge-base.ts';
import { emptyList, isCommand, listOutcome } from './lists.ts';

const COMMAND: CommandSpec = {
  names: { es: ['compromisos'], en: ['commitments'] },
  description: {
    es: 'Los compromisos, por plan, entidad o tema',
    en: 'The commitments, by plan, entity or topic',
  },
};
const ASKS =
  /^((ver|lista|listado|muestreme|muestra|mostrar|dame|deme|quiero ver|cuales son|cuales fueron|que|enumere|show|list|see|what are)( me)?( de)? )?(todos |all )?(los |the )?(compromisos|commitments)( (de|del|sobre|en|con|para|a cargo de|of|about|in|on|from|by|for) (.{2,60}))?$/;

/** The commitments that a plan, an entity or a topic has, from the documents that hold one a section. */
export const commitments: Intent = {
  name: 'commitments',
  command: COMMAND,
  examples: {
    es: [
      '/compromisos',
      '/compromisos III plan',
      'compromisos del cuarto plan',
      '¿cuáles son los compromisos del II Plan?',
      'lista de compromisos de la Procuraduría',
    ],
    en: ['/commitments', 'list the commitments of the third plan'],
  },
  answer(turn, base) {
    const { input } = turn;
    let about: string | undefined;
    let page = 0;
    if (input.kind === 'command' && isCommand(input.name, COMMAND)) about = input.args;
    if (input.kind === 'choice' && input.id.startsWith('compromisos:')) {
      const [, topic = '', number = '0'] = input.id.split(':');
      about = topic;
      page = Number(number) || 0;
    }
    if (input.kind === 'text') {
      const asked = ASKS.exec(turn.forms.join(' '));
      if (asked !== null) about = asked[8] ?? '';
    }
    if (about === undefined || base.ofKind('compromisos').length === 0) return undefined;
    const found = commitmentsAbout(base, about.replace(/#(\d+)/g, 'plan $1'));
    const texts = textsFor(turn.language);
    if (found.length === 0)
      return input.kind === 'text' ? undefined : emptyList(turn, texts.list.noCommitments);
    const entries = found.map((place) => ({ place, label: place.section.heading }));
    const topic = Array.from(about.replaceAll(':', ' ')).slice(0, 40).join('');
    const id = `compromisos:${topic}`;
    return listOutcome(turn, base, texts.list.commitments, entries, id, page);
  },
};

/** Sections of the commitment documents: those of the plans named, with every other word of `about` in them. */
function commitmentsAbout(base: KnowledgeBase, about: string): Place[] {
  const plans = planNumbers(about);
  const wanted = words(about)
    .filter(
      (word) =>
        !word.form.startsWith('#') &&
        !/^(plan|planes|accion|nacional|action)$/.test(word.form) &&
        !isStopWord(word.form, 'es') &&
        !isStopWord(word.form, 'en'),
    )
    .map((word) => stem(word.form, 'es'));
  return base.ofKind('compromisos').flatMap((document) => {
    if (plans.length > 0 && !document.plans.some((plan) => plans.includes(plan))) return [];
    return document.sections
      .filter((section) => section.units.length > 0 && isCommitment(section) && holds(section, wanted))
      .map((section) => ({ document, section }));
  });
}

function isCommitment(section: Section): boolean {
  return /^(compromiso|commitment)\b/.test(fold(section.heading));
}

function holds(section: Section, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const stems = new Set(
    [section.heading, ...section.units.map((unit) => unit.text)].flatMap((text) =>
      termsOf(text, 'es').map((term) => term.stem),
    ),
  );
  return wanted.every((word) => stems.has(word));
}
