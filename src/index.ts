export { type Assistant, type AssistantOptions, type AssistantResult, createAssistant } from './assistant.ts';
export type { KnowledgeFolder } from './knowledge/document.ts';
export { type IncomingMessage, plainText, type Reply } from './messaging/index.ts';
export { openKnowledge } from './open-knowledge.ts';
