/** Answers in bytes through the whole wall: handler, realm, frame, SDK. */
import { assert } from 'chai';
import { Streamed } from '../bridge/index.ts';
import type { CallContext } from './realm.ts';
import { appRunning } from './testing/fixture-app.ts';
import { openOnStage, type Stage, type StageOptions } from './testing/stage.ts';

const asked = `{ backend: 'tea', method: 'GET', path: '/long' }`;

/** A body of parts without end, which tells what became of it. */
function endless(size: number) {
  const seen = { made: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(new Uint8Array(size).fill(seen.made / size));
        seen.made += size;
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

describe('a stream of an app', () => {
  const open: Stage[] = [];
  const stage = (options: StageOptions): Stage => {
    const opened = openOnStage(options);
    open.push(opened);
    return opened;
  };
  afterEach(() => {
    for (const { realm, mount } of open.splice(0)) {
      realm.close('the test is over');
      mount.remove();
    }
  });
  const until = async (come: () => boolean): Promise<void> => {
    for (let tries = 0; !come(); tries += 1) {
      if (tries === 500) assert.fail('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const streaming = (body: ReadableStream<Uint8Array>, calls: CallContext[] = []) => ({
    'net.stream': (_: unknown, call: CallContext) => {
      calls.push(call);
      return new Streamed({ status: 200, headers: { 'content-type': 'text/plain' } }, body);
    },
  });

  it('gives status, headers and a body like that of fetch', async () => {
    const bytes = new Blob(['茶'.repeat(400_000)]);
    const { reported } = stage({
      handlers: streaming(bytes.stream()),
      files: await appRunning(`
        const { status, headers, body } = await portico.net.stream(${asked});
        const text = await new Response(body).text();
        const whole = text === '茶'.repeat(400_000);
        await portico.storage.set({ key: 'seen', value: { status, headers, whole } });`),
    });
    assert.deepEqual(await reported('seen'), { status: 200, headers: { 'content-type': 'text/plain' }, whole: true });
  });

  it('waits for an app that does not read, and ends with it when the app cancels', async () => {
    const { seen, body } = endless(65_536);
    const calls: CallContext[] = [];
    const { reported } = stage({
      handlers: streaming(body, calls),
      files: await appRunning(`
        const { body } = await portico.net.stream(${asked});
        const reader = body.getReader();
        const first = (await reader.read()).value;
        await new Promise((resolve) => setTimeout(resolve, 200));
        await portico.storage.set({ key: 'waiting', value: [first.length, first[0]] });
        await new Promise((resolve) => setTimeout(resolve, 200));
        await reader.cancel();
        await portico.storage.set({ key: 'done', value: 1 });`),
    });
    assert.deepEqual(await reported('waiting'), [65_536, 0]);
    assert.isAtMost(seen.made, 1_048_576 + 3 * 65_536);
    await reported('done');
    await until(() => seen.cancelled);
    assert.isTrue(calls[0]?.signal.aborted);
  });

  it('ends with the AbortSignal of its call', async () => {
    const { seen, body } = endless(65_536);
    const { reported } = stage({
      handlers: streaming(body),
      files: await appRunning(`
        const controller = new AbortController();
        const { body } = await portico.net.stream(${asked}, { signal: controller.signal });
        const reader = body.getReader();
        await reader.read();
        controller.abort();
        const code = await reader.read().then(() => 'no error', (error) => error.code);
        await portico.storage.set({ key: 'code', value: code });`),
    });
    assert.equal(await reported('code'), 'ERR_BRIDGE_ABORTED');
    await until(() => seen.cancelled);
  });

  it('ends with the realm', async () => {
    const { seen, body } = endless(65_536);
    const { realm, reported } = stage({
      handlers: streaming(body),
      files: await appRunning(`
        const { body } = await portico.net.stream(${asked});
        window.kept = body;
        await portico.storage.set({ key: 'open', value: 1 });`),
    });
    await reported('open');
    realm.close('left');
    assert.isTrue(seen.cancelled);
  });

  it('needs the capability like every other call', async () => {
    const { reported } = stage({
      capabilities: ['storage'],
      handlers: streaming(endless(1).body),
      files: await appRunning(`
        const code = await portico.net.stream(${asked}).then(() => 'no error', (error) => error.code);
        await portico.storage.set({ key: 'code', value: code });`),
    });
    assert.equal(await reported('code'), 'ERR_BRIDGE_NOT_DECLARED');
  });

  it('is refused to an app when the handler gives no stream, or a result that its schema refuses', async () => {
    const wrong = [
      { status: 200, headers: {} } as unknown as Streamed<{ status: number; headers: Record<string, string> }>,
      new Streamed({ status: 7, headers: {} }, endless(1).body),
    ];
    for (const answer of wrong) {
      const { reported } = stage({
        handlers: { 'net.stream': () => answer },
        files: await appRunning(`
          const code = await portico.net.stream(${asked}).then(() => 'no error', (error) => error.code);
          await portico.storage.set({ key: 'code', value: code });`),
      });
      assert.equal(await reported('code'), 'ERR_BRIDGE_INTERNAL');
    }
  });

  for (const [what, words] of Object.entries({
    'sends a chunk of its own': `{ type: 'chunk', id: 1, seq: 0, bytes: new ArrayBuffer(8), last: true }, [new ArrayBuffer(8)]`,
    'grants itself more than may be on the way': `{ type: 'credit', id: 1, n: 1048577 }`,
    'grants calls to the container': `{ type: 'credit', n: 1000 }`,
  })) {
    it(`is no way in: an app ends that ${what}`, async () => {
      const { seen, body } = endless(65_536);
      const opened = stage({
        handlers: streaming(body),
        files: await appRunning(`
          const ports = [];
          const post = MessagePort.prototype.postMessage;
          MessagePort.prototype.postMessage = function (...words) { ports.push(this); return post.apply(this, words); };
          const { body } = await portico.net.stream(${asked});
          setTimeout(() => post.call(ports[0], ${words}), 100);`),
      });
      assert.deepEqual(await opened.until('failed'), { phase: 'failed', code: 'ERR_BRIDGE_BAD_MESSAGE' });
      await until(() => seen.cancelled || seen.made === 0);
    });
  }
});
