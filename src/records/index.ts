import type { AssistantResult } from '../assistant.ts';
import { type IncomingMessage, type Language, paragraph, type Reply, say } from '../messaging/index.ts';
import type { Attempt, Store } from '../store/index.ts';
import { questionKey, type Talks } from '../team/index.ts';
import { teamTexts } from '../texts/team.ts';
import { perform } from './perform.ts';

/** What is to be said of a message in place of an answer; without a reply, nothing. */
interface Instead {
  readonly reason: 'paused' | 'attended' | 'muted';
  readonly reply?: Reply;
}

/** What is kept of exchanges, and what was kept that changes them. Never rejects: a store that is down keeps nothing. */
export interface Records {
  /** Before the assistant is asked: it is paused on this platform, or a person attends. */
  before(message: IncomingMessage, languageOf: () => Language): Promise<Instead | undefined>;
  /** After it answered: carries out the effect, and resolves with what is said in the end. */
  after(message: IncomingMessage, result: AssistantResult): Promise<Reply | Instead>;
}

/** What records need. `show` shows a ticket in the team's room anew. */
export interface RecordsOptions {
  readonly store: Store;
  readonly attempt: Attempt;
  readonly talks: Talks;
  readonly show: (ticket: string) => Promise<void>;
}

/** People who are known to have written before; the one who was met first is forgotten first. */
const MOST_KNOWN = 10_000;

/** Intents that tell of privacy themselves. */
const TELL_OF_PRIVACY: ReadonlySet<string> = new Set(['privacy', 'my-data', 'erase']);

/** Records over a store. */
export function createRecords({ store, attempt, talks, show }: RecordsOptions): Records {
  const known = new Set<string>();

  async function isFirstContact(asker: string): Promise<boolean> {
    if (known.has(asker)) return false;
    known.add(asker);
    for (const first of known) {
      if (known.size <= MOST_KNOWN) break;
      known.delete(first);
    }
    return !(await store.questions.knows(asker));
  }

  /** Has the exchange recorded; the answer does not wait for that. */
  function note(message: IncomingMessage, result: AssistantResult, asker: string): void {
    const { input, platform } = message;
    const text = input.kind === 'text' ? input.text : '';
    const { intent, status, reason, milliseconds, reply } = result;
    const [source] = reply.sources;
    const question = {
      platform,
      language: reply.language,
      intent,
      status,
      milliseconds,
      asker,
      text,
      key: () => questionKey(text),
      ...(reason === undefined ? {} : { reason }),
      ...(source === undefined ? {} : { document: source.path }),
    };
    void attempt(() => store.questions.record(question));
  }

  return {
    async before(message, languageOf) {
      const { platform } = message;
      const found = await attempt(async (): Promise<Instead | undefined> => {
        if (await store.switches.isOff(platform)) return { reason: 'paused', reply: paused(languageOf()) };
        const reply = await talks.attend(message, languageOf);
        return reply === undefined ? undefined : { reason: 'attended', reply };
      });
      return found?.value;
    },
    async after(message, result) {
      const { platform, conversation, author } = message;
      const { effect, reply } = result;
      const done = await attempt(async (): Promise<Reply | Instead> => {
        if (
          conversation.kind === 'group' &&
          effect?.kind !== 'unmute' &&
          (await store.mutes.isMuted(platform, conversation.id))
        )
          return { reason: 'muted' };
        const asker = store.people.hash(platform, author.id);
        const isFirst = conversation.kind === 'direct' && (await isFirstContact(asker));
        const instead =
          effect === undefined
            ? undefined
            : await perform(effect, message, reply.language, { store, talks, show });
        if (effect?.kind !== 'erase') note(message, result, asker);
        const said = instead ?? reply;
        return isFirst && !TELL_OF_PRIVACY.has(result.intent) ? withNotice(said) : said;
      });
      if (done !== undefined) return done.value;
      return effect === undefined ? reply : say(reply.language, [teamTexts[reply.language].recordsDown]);
    },
  };
}

function paused(language: Language): Reply {
  return say(language, [teamTexts[language].paused]);
}

/** The reply, and at its end what is kept and how to erase it. */
function withNotice(reply: Reply): Reply {
  return { ...reply, blocks: [...reply.blocks, paragraph(teamTexts[reply.language].firstContact)] };
}
