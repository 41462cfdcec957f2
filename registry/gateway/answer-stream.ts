import { encodeFrame, FRAME_BYTES } from '../../sandbox/contract/answer-frames.ts';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { StreamedAnswer } from './backend-client.ts';

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/**
 * The back end's answer as frames, at the pace at which they are taken.
 * @param isWanted false once the app has gone: then nothing is worth saying
 * @param over called once, before the last frame, with the fault if there is one
 */
export async function* answerFrames(
  { status, headers, body }: StreamedAnswer,
  isWanted: () => boolean,
  over: (fault?: unknown) => void,
): AsyncGenerator<Uint8Array> {
  yield encodeFrame('head', json({ status, headers }));
  try {
    for await (const bytes of body) {
      for (let from = 0; from < bytes.length; from += FRAME_BYTES) {
        yield encodeFrame('bytes', bytes.subarray(from, from + FRAME_BYTES));
      }
    }
  } catch (cause) {
    over(cause);
    if (!isWanted()) return;
    const { code, detail } = cause instanceof PorticoError ? cause : new PorticoError('ERR_PLATFORM_INTERNAL');
    yield encodeFrame('problem', json({ code, detail }));
    return;
  }
  over();
  yield encodeFrame('end', new Uint8Array(0));
}
