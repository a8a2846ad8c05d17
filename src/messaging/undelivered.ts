/** Why a message did not go out. A final one never will: the person left, or blocked the assistant. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  readonly isFinal: boolean;
  /** Milliseconds that the platform asked to wait. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: { readonly isFinal: boolean; readonly retryAfter?: number }) {
    super(message);
    this.isFinal = options.isFinal;
    this.retryAfter = options.retryAfter;
  }
}
