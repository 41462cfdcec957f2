import { CallError } from '../call-error.ts';
import type { Method } from '../responder.ts';
import { Streamed } from '../streamed.ts';

/** What became of one body on the side that makes it. */
export interface SeenBody {
  /** Bytes that have been asked of it. */
  made: number;
  cancelled: boolean;
}

/** The byte at a place, by a rule that both sides know; no short cycle, so that parts cannot be taken for one another. */
export const byteAt = (place: number): number => (place * 31 + (place >> 8)) & 255;
const bytesFrom = (place: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => byteAt(place + at));

type Step = number | Error | string;

function bodyOf(steps: Iterator<Step>, seen: SeenBody): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull(controller) {
        const { done, value } = steps.next();
        if (done) controller.close();
        else if (value instanceof Error) controller.error(value);
        else if (typeof value === 'string') controller.enqueue(value as unknown as Uint8Array);
        else {
          controller.enqueue(bytesFrom(seen.made, value));
          seen.made += value;
        }
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
}

function* endless(length: number): Generator<Step> {
  for (;;) yield length;
}

/** Methods whose answers go on in bytes. */
export function streamingMethods(seen: SeenBody[], wait: (signal: AbortSignal) => Promise<void>): [string, Method][] {
  const streaming = (steps: Iterator<Step>, value: unknown = { kind: 'bytes' }): Streamed => {
    const body = { made: 0, cancelled: false };
    seen.push(body);
    return new Streamed(value, bodyOf(steps, body));
  };
  const method = (run: Method['run'], deadlineMs: number | null = 30_000): Method => ({ run, deadlineMs });
  return [
    ['stream', method(async (sizes) => streaming((sizes as number[])[Symbol.iterator]()))],
    ['stream at once', method((sizes) => streaming((sizes as number[])[Symbol.iterator]()))],
    ['stream for ever', method((size) => streaming(endless(size as number)), null)],
    ['stream within 30 s', method((size) => streaming(endless(size as number)))],
    [
      'stream late',
      method(async (size, { signal }) => {
        await wait(signal);
        return streaming(endless(size as number));
      }),
    ],
    [
      'stream and refuse',
      method(() => streaming([10, new CallError('ERR_BRIDGE_NOT_GRANTED', 'no more', { after: 10 })].values())),
    ],
    ['stream and crash', method(() => streaming([10, new Error('secret at /srv/secret.ts:1')].values()))],
    ['stream words', method(() => streaming(['not bytes'].values()))],
    ['stream with an unsayable result', method(() => streaming(endless(1), new Map()))],
  ];
}
