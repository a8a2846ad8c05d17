import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { AdapterTexts } from '../texts/index.ts';
import type { ConversationRef, IncomingMessage } from './message.ts';
import type { Language, Reply, Source } from './reply.ts';
import type { TeamDesk, TeamRoom } from './team.ts';

/**
 * Answers one message; with nothing when the assistant should keep silent. Never rejects: a failure inside is
 * told to the person as a reply.
 */
export type Handle = (message: IncomingMessage) => Promise<Reply | undefined>;

/**
 * The messages that a platform hands over, so that none is lost and none answered twice. An adapter calls
 * `receive` before it tells the platform that a message arrived, answers those that come back, and settles
 * each once the platform took its reply (or there is none to give), or releases it. Never rejects.
 */
export interface Inbox {
  /** Records messages and resolves with those that were not known yet, in their order. */
  receive(messages: readonly IncomingMessage[]): Promise<readonly IncomingMessage[]>;
  settle(message: IncomingMessage): Promise<void>;
  /** The platform did not take the reply and may later: leaves the message open, for the next look of `leftOpen`. */
  release(message: IncomingMessage): Promise<void>;
  /**
   * Messages of `platform` that were released, or that a process which is gone left open, oldest first; they are
   * this one's now. `takeUp`
   * calls it as often as it takes.
   */
  leftOpen(platform: string): Promise<readonly IncomingMessage[]>;
}

/** A place of the folder that a search found, and what the assistant says of it. */
export interface Finding {
  /** The permanent short id, which `/start` and the choice `ver:id` open. */
  readonly id: string;
  readonly title: string;
  /** The sentence of the place that comes nearest, word for word. */
  readonly excerpt: string;
  readonly source: Source;
  readonly reply: Reply;
}

/** Finds places, best first, 50 at most. With nothing to look for, the ways in: challenges, then latest posts. */
export type Find = (query: string, language: Language) => readonly Finding[];

/** The place that is published at an address; nothing for an address that is not of the folder. */
export type PlaceOf = (url: string, language: Language) => Finding | undefined;

/** A structured log: the event's name first, then plain fields. Never a text, a name or an id of a person. */
export interface Logger {
  debug(event: string, fields?: Readonly<Record<string, unknown>>): void;
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A command as a platform's menu shows it: `names[language]` are the spellings, the first one is listed. */
export interface CommandSpec {
  readonly names: Readonly<Record<Language, readonly string[]>>;
  readonly description: Readonly<Record<Language, string>>;
}

/** A path that an adapter serves on the process's one HTTP listener. */
export interface Route {
  readonly path: string;
  readonly handle: (request: HttpRequest, response: ServerResponse) => void;
}

/** All that an adapter is given. */
export interface AdapterContext {
  readonly handle: Handle;
  readonly inbox: Inbox;
  readonly find: Find;
  /** What the team can do, where questions are kept; the platform with a room offers it there. */
  readonly desk?: TeamDesk;
  readonly placeOf: PlaceOf;
  readonly logger: Logger;
  readonly commands: readonly CommandSpec[];
  readonly texts: (language: Language) => AdapterTexts;
}

/**
 * A platform. `run` settles when the platform is done or the signal aborts (at once if it already is), after
 * the replies under way have been sent; it rejects if the connection dies for good. Creating an adapter does
 * no input or output. `routes` are served by the process's HTTP listener, which is open before `run` starts.
 */
export interface Adapter {
  readonly name: string;
  readonly routes?: readonly Route[];
  /** Where the team works, when the platform is set up with such a place. */
  readonly room?: TeamRoom;
  run(signal: AbortSignal): Promise<void>;
  /** Whether messages can come and replies can go now; an adapter without it always can. */
  isConnected?(): boolean;
  /** Says something that nobody asked for just now. Rejects with `Undelivered`. */
  send?(to: ConversationRef, reply: Reply, delivery?: Delivery): Promise<void>;
}

/**
 * How an unasked message goes out: below the person's message `quote`, and at most once for each `key` where the
 * platform can tell.
 */
export interface Delivery {
  readonly quote?: string;
  readonly key?: string;
}

/** How a platform shows a reply, in as many messages as it takes. */
export interface Preview {
  /** What a person reads, buttons as `[label]`; one text a message. */
  readonly shown: readonly string[];
  /** What is sent to the platform, one value a message, without the conversation. */
  readonly payloads: readonly unknown[];
}

/**
 * How an adapter is registered. `settings` is the zod object of its own environment variables. `isConfigured`
 * says whether they ask for this platform when `ADAPTERS` names none. Names of variables in `secrets` are
 * never logged. `create` loads the platform's SDK, so that one which does not run takes no memory. `preview` is pure:
 * what `send` would show, with the texts of the reply's language.
 */
export interface AdapterDefinition<Settings extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly settings: Settings;
  readonly secrets: readonly string[];
  isConfigured(env: Readonly<Record<string, string | undefined>>): boolean;
  create(settings: z.output<Settings>, context: AdapterContext): Promise<Adapter>;
  preview?(reply: Reply, texts: AdapterTexts): Preview;
}
