import { type Content, readContent } from './content.ts';

/** What the contents of one message, a whole batch included, weigh together. */
export class MessageAccount {
  readonly #size: number;
  readonly #depth: number;
  /** How much of what is no JSON was read before that was found is left open, hence two sums. */
  #least = 0;
  #most = 0;

  constructor(size: number, depth: number) {
    this.#size = size;
    this.#depth = depth;
  }

  read(content: unknown): Content & { readonly mayBeTooMuch: boolean } {
    const read = readContent(content, this.#size - this.#least, this.#depth);
    if (read.tooLarge !== false) return { ...read, mayBeTooMuch: true };
    this.#most += read.size;
    if (read.json !== undefined) this.#least += read.size;
    return { ...read, mayBeTooMuch: this.#most > this.#size };
  }
}
