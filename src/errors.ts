/** The knowledge folder cannot be read at all. The message names the folder and what to do. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}

/** The process cannot start. The message is for the operator: it names what failed and what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
