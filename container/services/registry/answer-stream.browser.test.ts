import { assert } from 'chai';
import { encodeFrame, type FrameKind } from '../../../sandbox/contract/answer-frames.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { readAnswer } from './answer-stream.ts';

const utf8 = new TextEncoder();
const frame = (kind: FrameKind, content: unknown = ''): Uint8Array<ArrayBuffer> =>
  encodeFrame(kind, utf8.encode(typeof content === 'string' ? content : JSON.stringify(content)));
const head = frame('head', { status: 206, headers: { 'content-type': 'text/plain' } });

/** A connection that gives one part after the other, each when it is asked for. */
function connection(parts: readonly (Uint8Array<ArrayBuffer> | Error)[]) {
  const seen = { taken: 0, hungUp: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const part = parts[seen.taken];
        seen.taken += 1;
        if (part === undefined) controller.close();
        else if (part instanceof Error) controller.error(part);
        else controller.enqueue(part);
      },
      cancel() {
        seen.hungUp = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, response: new Response(body) };
}
const signal = new AbortController().signal;
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof PorticoError ? error.code : String(error)),
  );
const textOf = (body: ReadableStream<Uint8Array>): Promise<string> => new Response(body as BodyInit).text();

describe('an answer that the gateway passes on as it arrives', () => {
  it('has a head, and then its bytes, however the network cut them', async () => {
    const all = [head, frame('bytes', 'one '), frame('bytes', 'two'), frame('end')].flatMap((part) => [...part]);
    const cut = [all.slice(0, 3), all.slice(3, head.length + 7), all.slice(head.length + 7)];
    const { response } = connection(cut.map((part) => Uint8Array.from(part)));
    const answer = await readAnswer(response, signal);
    assert.deepEqual([answer.status, answer.headers], [206, { 'content-type': 'text/plain' }]);
    assert.equal(await textOf(answer.body), 'one two');
  });

  it('is taken from the network only as fast as it is read', async () => {
    const { seen, response } = connection([head, frame('bytes', 'one'), frame('bytes', 'two'), frame('end')]);
    const { body } = await readAnswer(response, signal);
    assert.equal(seen.taken, 1);
    const reader = body.getReader();
    await reader.read();
    assert.equal(seen.taken, 2);
    await reader.cancel();
    assert.isTrue(seen.hungUp);
    assert.equal(seen.taken, 2);
  });

  it('fails with what the gateway says went wrong after the head', async () => {
    const problem = frame('problem', { code: 'ERR_GATEWAY_TIMEOUT' });
    const { body } = await readAnswer(connection([head, frame('bytes', 'one'), problem]).response, signal);
    const reader = body.getReader();
    assert.equal(utf8.encode('one').length, (await reader.read()).value?.length);
    assert.equal(await codeOf(reader.read()), 'ERR_GATEWAY_TIMEOUT');
  });

  it('is not believed when it ends without saying so, or has not the form agreed upon', async () => {
    const bodies = [[], [frame('head', { status: 200, headers: {} })], [frame('head')], [Uint8Array.of(9, 0, 0, 0, 0)]];
    for (const rest of bodies) {
      const { body } = await readAnswer(connection([head, ...rest]).response, signal);
      assert.equal(await codeOf(body.getReader().read()), 'ERR_CONTAINER_BAD_ANSWER');
    }
    for (const first of [frame('bytes', 'x'), frame('head', 'no JSON'), frame('head', { status: 'fine' })]) {
      const { seen, response } = connection([first, frame('end')]);
      assert.equal(await codeOf(readAnswer(response, signal)), 'ERR_CONTAINER_BAD_ANSWER');
      assert.isTrue(seen.hungUp);
    }
  });

  it('says offline when the connection breaks, and aborted when it was the caller who hung up', async () => {
    const broken = (): Response => connection([head, new TypeError('network error')]).response;
    const read = async (by: AbortSignal) => codeOf((await readAnswer(broken(), by)).body.getReader().read());
    assert.equal(await read(signal), 'ERR_CONTAINER_OFFLINE');
    assert.equal(await read(AbortSignal.abort()), 'ERR_BRIDGE_ABORTED');
  });
});
