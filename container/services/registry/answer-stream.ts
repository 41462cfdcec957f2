/** A back end's answer as the gateway passes it on: frames in, and out of them the head and a stream of the body. */
import { createFrameReader, type Frame } from '../../../sandbox/contract/answer-frames.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { networkFault, readProblem } from './http.ts';
import { count, record, type Shaped, texts } from './shape.ts';

const headShape = { status: count, headers: texts };
export type AnswerHead = Shaped<typeof headShape>;

/** A problem that comes after the head has no status of its own any more; its code says all. */
const BAD_GATEWAY = 502;
const badAnswer = (cause?: unknown): PorticoError => new PorticoError('ERR_CONTAINER_BAD_ANSWER', { cause });

/** @throws PorticoError, also out of the body: the gateway's own fault, or one of the network */
export async function readAnswer(
  response: Response,
  signal: AbortSignal,
): Promise<AnswerHead & { readonly body: ReadableStream<Uint8Array> }> {
  if (response.body === null) throw badAnswer();
  const reader = response.body.getReader();
  const next = frameSource(reader, signal);
  const orHangUp = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      // Where it is the connection that failed there is nothing left to hang up on, which is as well.
      reader.cancel().catch(() => undefined);
      throw fault;
    }
  };
  const head = await orHangUp(async () => {
    const first = await next();
    if (first.kind !== 'head') throw badAnswer();
    return record(headShape)(jsonOf(first), response.url);
  });
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) =>
        orHangUp(async () => {
          const { kind, content } = await next();
          if (kind === 'bytes') controller.enqueue(content);
          else if (kind === 'end') controller.close();
          else throw badAnswer();
        }),
      cancel: () => reader.cancel(),
    },
    // Nothing is read ahead: what nobody takes stays with the gateway.
    { highWaterMark: 0 },
  );
  return { ...head, body };
}

/** Gives one frame after the other; throws the problem, where that is what comes next. */
function frameSource(reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal): () => Promise<Frame> {
  const read = createFrameReader();
  const ready: Frame[] = [];
  const more = async (): Promise<void> => {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw networkFault(cause, signal);
    });
    if (done) throw badAnswer();
    try {
      ready.push(...read(value));
    } catch (cause) {
      throw badAnswer(cause);
    }
  };
  return async () => {
    for (;;) {
      const frame = ready.shift();
      if (frame?.kind === 'problem') throw readProblem(BAD_GATEWAY, jsonOf(frame));
      if (frame !== undefined) return frame;
      await more();
    }
  };
}

function jsonOf({ content }: Frame): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch (cause) {
    throw badAnswer(cause);
  }
}
