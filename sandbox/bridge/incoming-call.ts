import type { Delivery } from './port.ts';

/** A call being worked on. Its abort signal is made only when somebody looks at it: most calls end before anyone does. */
export class IncomingCall {
  readonly id: number;
  readonly delivery: Delivery;
  #answered = false;
  #aborted = false;
  #controller: AbortController | undefined;

  constructor(id: number, delivery: Delivery) {
    this.id = id;
    this.delivery = delivery;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#aborted) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
  }

  /** True for the one who may answer: the first to ask. */
  answer(): boolean {
    if (this.#answered) return false;
    this.#answered = true;
    return true;
  }
}
