import type { ChunkMessage } from '../contract/messages.ts';
import { CallError } from './call-error.ts';
import { type ByteLimits, chunkCost } from './chunk-cost.ts';

export interface ByteSenderOptions {
  /** Of the call that is answered. */
  readonly id: number;
  readonly body: ReadableStream<Uint8Array>;
  readonly limits: ByteLimits;
  readonly sendChunk: (chunk: ChunkMessage) => void;
  /** Once, when nothing more is read from the body: with its error where it failed. */
  readonly onEnd: (error?: unknown) => void;
}

/**
 * Sends a body in chunks as the other side gives credit for them, and reads no more of it than that: what the other side
 * does not take stays with whoever makes the body.
 */
export function createByteSender({ id, body, limits, sendChunk, onEnd }: ByteSenderOptions) {
  const reader = body.getReader();
  let credit = 0;
  let seq = 0;
  let cancelled = false;
  let wake: (() => void) | undefined;

  const send = (bytes: ArrayBuffer, last: boolean): void => {
    sendChunk({ type: 'chunk', id, seq, bytes, last });
    seq += 1;
  };
  const room = async (): Promise<void> => {
    while (credit < limits.chunkFloor && !cancelled) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const sendAll = async (bytes: Uint8Array): Promise<void> => {
    for (let from = 0; from < bytes.length; ) {
      await room();
      if (cancelled) return;
      // A copy, since it is transferred: the body's maker may go on using its own buffer.
      const part = new Uint8Array(bytes.subarray(from, from + Math.min(limits.chunkBytes, credit)));
      from += part.length;
      credit -= chunkCost(part.length, limits);
      send(part.buffer, false);
    }
  };
  const pump = async (): Promise<void> => {
    for (;;) {
      await room();
      if (cancelled) return;
      const { done, value } = await reader.read();
      if (cancelled) return;
      if (done) {
        send(new ArrayBuffer(0), true);
        return;
      }
      if (!(value instanceof Uint8Array)) throw new TypeError('the body of an answer must be made of bytes');
      await sendAll(value);
    }
  };
  pump().then(
    () => onEnd(),
    (error: unknown) => onEnd(cancelled ? undefined : error),
  );

  return {
    /** @throws CallError ERR_BRIDGE_BAD_MESSAGE for more than may ever be on the way */
    give(n: number): void {
      credit += n;
      if (credit > limits.bytesOnTheWay) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      wake?.();
    },
    /** Lets go of the body; nothing more is sent. */
    cancel(): void {
      if (cancelled) return;
      cancelled = true;
      wake?.();
      // A body that has failed already refuses to be cancelled; nobody waits for it any more.
      reader.cancel().catch(() => undefined);
    },
  };
}

export type ByteSender = ReturnType<typeof createByteSender>;
