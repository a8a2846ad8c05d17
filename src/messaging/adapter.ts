import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { AdapterTexts } from '../texts/index.ts';
import type { ConversationRef, IncomingMessage } from './message.ts';
import type { Language, Reply } from './reply.ts';

/** Answers one message. Never rejects: a failure inside is told to the person as a reply. */
export type Handle = (message: IncomingMessage) => Promise<Reply>;

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
  run(signal: AbortSignal): Promise<void>;
  send?(to: ConversationRef, reply: Reply): Promise<void>;
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
 * never logged. `preview` is pure: what `send` would show, with the texts of the reply's language.
 */
export interface AdapterDefinition<Settings extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly settings: Settings;
  readonly secrets: readonly string[];
  isConfigured(env: Readonly<Record<string, string | undefined>>): boolean;
  create(settings: z.output<Settings>, context: AdapterContext): Adapter;
  preview?(reply: Reply, texts: AdapterTexts): Preview;
}
