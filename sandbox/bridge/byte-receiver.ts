import { CallError } from './call-error.ts';
import { type ByteLimits, chunkCost } from './chunk-cost.ts';
import type { Received } from './connection.ts';

export interface ByteReceiverOptions {
  readonly limits: ByteLimits;
  /** Tells the other side how many more bytes it may send. */
  readonly grant: (n: number) => void;
  /** The reader wants no more; the other side goes on until it has heard of it. */
  readonly onCancel: () => void;
}

/**
 * The bytes that follow an answer, as a stream. The other side may send `bytesOnTheWay` and then as much again as has
 * been read, told in halves so that reading costs few messages; so an unread stream holds that much and no more.
 */
export function createByteReceiver({ limits, grant, onCancel }: ByteReceiverOptions) {
  let granted = 0;
  let nextSeq = 0;
  let wanted = true;
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;

  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(given) {
        controller = given;
      },
      pull({ desiredSize }) {
        const more = (desiredSize ?? 0) - granted;
        if (more < limits.bytesOnTheWay / 2) return;
        granted += more;
        grant(more);
      },
      cancel() {
        wanted = false;
        onCancel();
      },
    },
    { highWaterMark: limits.bytesOnTheWay, size: ({ byteLength }) => chunkCost(byteLength, limits) },
  );

  return {
    body,
    /**
     * Chunks on the way when the reader left are checked like any other and dropped.
     * @returns whether it was the last
     * @throws CallError ERR_BRIDGE_BAD_MESSAGE for one out of order, without credit, or empty before the end
     */
    take({ seq, bytes, last }: Received<'chunk'>): boolean {
      const cost = chunkCost(bytes.byteLength, limits);
      if (seq !== nextSeq || cost > granted || (cost === 0 && !last)) throw new CallError('ERR_BRIDGE_BAD_MESSAGE');
      nextSeq += 1;
      granted -= cost;
      if (wanted && cost > 0) controller?.enqueue(new Uint8Array(bytes));
      if (wanted && last) controller?.close();
      return last;
    },
    /** Ends the stream with an error, unless its reader has left. */
    fail(error: CallError): void {
      if (wanted) controller?.error(error);
      wanted = false;
    },
  };
}

export type ByteReceiver = ReturnType<typeof createByteReceiver>;
