import { quotas } from '../../../contract/quotas.ts';
import { BODY_PIECES } from '../conversation.ts';

const WHOLE = BODY_PIECES.reduce((sum, bytes) => sum + bytes, 0);

/** The bytes that follow one answer: never more than credit was given for, in order, and with one end. */
export class StreamForecast {
  /** Codes with which it may come to nothing. */
  readonly ends = new Set<string>();
  /** The answer has been given and the bytes have not ended. */
  isLive = false;
  #sure = 0;
  #perhaps = 0;
  #spent = 0;
  #seq = 0;
  #bytes = 0;

  /** Credit from the guest; `surely` unless the answer may not have been given yet. Says whether it is too much. */
  credit(n: number, surely: boolean): 'no' | 'maybe' | 'yes' {
    this.#perhaps += n;
    if (surely) this.#sure += n;
    if (surely && this.#sure - this.#spent > quotas.bytesOnTheWay) return 'yes';
    return this.#perhaps > quotas.bytesOnTheWay ? 'maybe' : 'no';
  }

  /** What is wrong with a chunk that the host has sent; `undefined` when nothing is. */
  chunk({ seq, bytes, last }: { readonly seq?: unknown; readonly bytes?: unknown; readonly last?: unknown }) {
    if (!this.isLive) return 'bytes where none are due';
    if (seq !== this.#seq) return `chunk ${String(seq)} in the place of ${this.#seq}`;
    if (!(bytes instanceof ArrayBuffer) || bytes.byteLength > quotas.chunkBytes) return 'a chunk of too many bytes';
    this.#seq += 1;
    this.#bytes += bytes.byteLength;
    this.#spent += bytes.byteLength === 0 ? 0 : Math.max(bytes.byteLength, quotas.chunkFloor);
    if (this.#spent > this.#perhaps) return `${this.#spent} bytes for a credit of ${this.#perhaps}`;
    if (last !== true) return bytes.byteLength === 0 ? 'a chunk of nothing' : undefined;
    this.isLive = false;
    return this.#bytes === WHOLE ? undefined : `${this.#bytes} of ${WHOLE} bytes`;
  }
}
