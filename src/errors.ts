/** The knowledge folder, or what it is measured with, cannot be read. The message names it and what to do. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}

/** The process cannot start. The message is for the operator: it names what failed and what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
