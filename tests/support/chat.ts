import { type Assistant, type AssistantResult, createAssistant } from '../../src/assistant.ts';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import type { ConversationRef, IncomingMessage, Input } from '../../src/messaging/index.ts';
import { NOW } from './knowledge-folder.ts';

/** One person who talks with an assistant. */
export interface Chat {
  say(text: string): AssistantResult;
  command(name: string, args?: string): AssistantResult;
  choose(id: string): AssistantResult;
  send(input: Input): AssistantResult;
}

const DIRECT: ConversationRef = { id: 'conversation', kind: 'direct' };

/** A conversation with an assistant that may have others. */
export function chatWith(
  assistant: Assistant,
  conversation: ConversationRef = DIRECT,
  author: IncomingMessage['author'] = { id: 'author' },
): Chat {
  const send = (input: Input): AssistantResult =>
    assistant.answer({ id: 'message', platform: 'test', conversation, author, input });
  return {
    send,
    say: (text) => send({ kind: 'text', text }),
    command: (name, args = '') => send({ kind: 'command', name, args }),
    choose: (id) => send({ kind: 'choice', id }),
  };
}

/** A first conversation over a folder, on a fixed day. */
export function chatOver(folder: KnowledgeFolder): Chat {
  return chatWith(createAssistant({ folder, now: () => NOW }));
}
