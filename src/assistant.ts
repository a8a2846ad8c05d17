import {
  choiceMeant,
  commands,
  createFind,
  createKnowledgeBase,
  createPlaceOf,
  EMPTY_MEMORY,
  intents,
  type KnowledgeBase,
  type Memory,
  type Outcome,
  type Turn,
} from './intents/index.ts';
import type { Document, KnowledgeFolder } from './knowledge/document.ts';
import { detectLanguage, expandChat, type Language, visible, words } from './language/index.ts';
import { createMemories } from './memories.ts';
import {
  type CommandSpec,
  type Find,
  type IncomingMessage,
  languageOfTag,
  type PlaceOf,
  say,
} from './messaging/index.ts';
import type { QuestionsOf } from './search/index.ts';
import { textsFor } from './texts/index.ts';

/** What came of one message: the reply, and what there is to count without reading anyone's text. */
export interface AssistantResult extends Omit<Outcome, 'memory'> {
  readonly intent: string;
  /** Time that the answer took. */
  readonly milliseconds: number;
  /** What went wrong, when the status is `error`. */
  readonly error?: unknown;
}

export interface Assistant {
  /** Answers one message, remembering its conversation. Never throws: a bug in an intent becomes `error`. */
  answer(message: IncomingMessage): AssistantResult;
  /** Finds places of the folder without a conversation. */
  readonly find: Find;
  /** Finds the place published at an address. */
  readonly placeOf: PlaceOf;
  /** The permanent short id of a document. */
  idOf(document: Document): string;
  /** Serves another folder from the next message on; conversations go on. */
  serve(folder: KnowledgeFolder): void;
  readonly commands: readonly CommandSpec[];
}

export interface AssistantOptions {
  readonly folder: KnowledgeFolder;
  readonly now?: () => Date;
  /** There is a team that answers what the folder does not hold. */
  readonly hasTeam?: () => boolean;
  /** What people ask to be kept outlives the process. */
  readonly keepsRecords?: boolean;
  /** Which golden questions help find a passage; by default those of its document. */
  readonly questionsOf?: QuestionsOf;
}

/**
 * Longest text that is read, in UTF-16 units; what follows is ignored. A bound for who calls the assistant as a
 * library: messages of a platform are refused far below it, and told so.
 */
const MOST_TEXT = 4000;

/** The whole assistant over one folder: a function of messages, and a bounded memory of conversations. */
export function createAssistant({
  folder,
  now = () => new Date(),
  hasTeam = () => false,
  keepsRecords = false,
  questionsOf,
}: AssistantOptions): Assistant {
  let base = createKnowledgeBase(folder, questionsOf);
  const memories = createMemories(() => now().getTime());
  return {
    commands,
    find: (query, language) => createFind(base)(query, language),
    placeOf: (url, language) => createPlaceOf(base)(url, language),
    idOf: (document) => base.idOf(document),
    serve(next) {
      base = createKnowledgeBase(next, questionsOf);
    },
    answer(message) {
      const started = performance.now();
      const key = conversationKey(message);
      const memory = memories.recall(key);
      const { name, outcome, error } = run(
        { ...readTurn(message, memory), hasTeam: hasTeam(), keepsRecords },
        base,
      );
      memories.remember(key, outcome.memory);
      const { memory: _, ...result } = outcome;
      return {
        ...result,
        intent: name,
        milliseconds: performance.now() - started,
        ...(error === undefined ? {} : { error }),
      };
    },
  };
}

function conversationKey({ platform, conversation }: IncomingMessage): string {
  return JSON.stringify([platform, conversation.id, conversation.threadId ?? '']);
}

function readTurn(message: IncomingMessage, memory: Memory): Omit<Turn, 'hasTeam' | 'keepsRecords'> {
  const { input } = message;
  const written = input.kind === 'text' ? input.text : input.kind === 'command' ? input.args : '';
  const text = visible(written.slice(0, MOST_TEXT))
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const forms = expandChat(words(text)).map((word) => word.form);
  const turn = {
    input,
    text,
    forms,
    language: languageOf(message, forms, memory),
    isGroup: message.conversation.kind === 'group',
    memory,
    ...(message.quote === undefined ? {} : { quote: message.quote }),
  };
  const chosen = choiceMeant(turn);
  return chosen === undefined ? turn : { ...turn, input: { kind: 'choice', id: chosen } };
}

/** The language of the words, else of the command, else of the conversation, else of the platform, else Spanish. */
function languageOf({ input, author }: IncomingMessage, forms: readonly string[], memory: Memory): Language {
  const detected = detectLanguage(forms);
  if (detected !== undefined) return detected;
  if (input.kind === 'command') {
    const spoken = (language: Language) => commands.some(({ names }) => names[language].includes(input.name));
    if (spoken('en') && !spoken('es')) return 'en';
    if (spoken('es') && !spoken('en')) return 'es';
  }
  return memory.language ?? languageOfTag(author.language);
}

function run(turn: Turn, base: KnowledgeBase): { name: string; outcome: Outcome; error?: unknown } {
  for (const intent of intents) {
    try {
      const outcome = intent.answer(turn, base);
      if (outcome !== undefined)
        return {
          name: intent.name,
          outcome: { ...outcome, memory: { ...answersOf(turn), ...outcome.memory, language: turn.language } },
        };
    } catch (error) {
      const reply = say(turn.language, [textsFor(turn.language).failure]);
      return {
        name: intent.name,
        outcome: { status: 'error', reason: 'bug', confidence: 0, reply, memory: turn.memory },
        error,
      };
    }
  }
  const reply = say(turn.language, [textsFor(turn.language).empty]);
  return {
    name: 'none',
    outcome: { status: 'error', reason: 'no-intent', confidence: 0, reply, memory: EMPTY_MEMORY },
  };
}

/** What was answered earlier can still be asked about, whatever comes between. */
function answersOf({ memory: { answers } }: Turn): Pick<Memory, 'answers'> {
  return answers === undefined ? {} : { answers };
}
