import { assert } from 'chai';
import { BRIDGE_VERSION } from '../../../contract/messages.ts';
import { quotas } from '../../../contract/quotas.ts';
import { rejects, type Suite, until } from './meeting.ts';

interface Chunk {
  readonly type: 'chunk';
  readonly id: number;
  readonly seq: number;
  readonly bytes: unknown;
  readonly last: boolean;
}
const chunk = (changes: Partial<Chunk> = {}): Chunk => ({
  type: 'chunk',
  id: 1,
  seq: 0,
  bytes: new ArrayBuffer(8),
  last: false,
  ...changes,
});
/** In the language since ES2024, and so not yet in the types. */
const growing = (): ArrayBuffer => Reflect.construct(ArrayBuffer, [8, { maxByteLength: 16 }]) as ArrayBuffer;
/** As large as the credit for everything on the way, in the fewest chunks. */
const everything = Array.from({ length: quotas.bytesOnTheWay / quotas.chunkBytes }, (_, seq) =>
  chunk({ seq, bytes: new ArrayBuffer(quotas.chunkBytes) }),
);

/** What ends the connection when it comes in place of honest chunks. */
const faults: Readonly<Record<string, readonly unknown[]>> = {
  'a chunk before its time': [chunk({ seq: 1 })],
  'the same chunk twice': [chunk(), chunk()],
  'a chunk of another call': [chunk({ id: 2 })],
  'a chunk after the last': [chunk({ last: true }), chunk({ seq: 1 })],
  'a chunk after an error': [{ type: 'error', id: 1, code: 'ERR_GATEWAY_TIMEOUT', message: 'late' }, chunk()],
  'an empty chunk before the end': [chunk({ bytes: new ArrayBuffer(0) })],
  'more than there is credit for': [...everything, chunk({ seq: everything.length })],
  'a view in place of a buffer': [chunk({ bytes: new Uint8Array(8) })],
  'text in place of bytes': [chunk({ bytes: 'words' })],
  'a chunk inside a batch': [{ type: 'batch', messages: [chunk()] }],
  'a chunk with more to say': [{ ...chunk(), note: 'extra' }],
  'a chunk that does not say whether it is the last': [{ ...chunk(), last: 1 }],
  'a buffer that can grow': [chunk({ bytes: growing() })],
  'credit for bytes that the guest does not send': [{ type: 'credit', id: 1, n: 1_000 }],
};

/** A host that does not keep to the contract; the same reading code stands wherever bytes arrive. */
export function hostileBytes({ it, transport }: Suite): void {
  const meet = async () => {
    const { host, guest } = await transport.meet({ role: 'asks', version: BRIDGE_VERSION });
    const heard: { readonly type?: unknown; readonly n?: unknown }[] = [];
    host.listen({
      receive: (data) => heard.push(data as object),
      unreadable: () => undefined,
      closed: () => undefined,
    });
    const opening = guest.open('stream', null, null);
    await until(() => heard.length === 1);
    host.post({ type: 'result', id: 1, value: null });
    const { body } = await opening;
    await until(() => heard.length === 2);
    assert.deepEqual(heard[1] as object, { type: 'credit', id: 1, n: quotas.bytesOnTheWay });
    return { host, guest, body };
  };
  const endOf = async (guest: Awaited<ReturnType<typeof meet>>['guest']): Promise<readonly string[]> => {
    await until(async () => (await guest.seen()).ended.length > 0, guest.seen);
    return (await guest.seen()).ended;
  };

  for (const [what, words] of Object.entries(faults)) {
    it(`ends on ${what}`, async () => {
      const { host, guest } = await meet();
      for (const message of words) host.post(message);
      assert.deepEqual(await endOf(guest), ['ERR_BRIDGE_BAD_MESSAGE']);
      await rejects(guest.call('echo', null, null), 'ERR_BRIDGE_CLOSED');
    });
  }

  it('ends on a chunk that is too large, and its reader learns that it is over', async () => {
    const { host, guest, body } = await meet();
    host.post(chunk({ bytes: new ArrayBuffer(quotas.chunkBytes + 1) }));
    assert.deepEqual(await endOf(guest), ['ERR_BRIDGE_TOO_LARGE']);
    await rejects(guest.read(body), 'ERR_BRIDGE_CLOSED');
  });

  it('drops what is on its way when the reader leaves, but not its faults', async () => {
    const { host, guest, body } = await meet();
    await guest.cancel(body);
    host.post(chunk());
    host.post(chunk({ seq: 1 }));
    assert.deepEqual((await guest.seen()).ended, []);
    host.post(chunk({ seq: 1 }));
    assert.deepEqual(await endOf(guest), ['ERR_BRIDGE_BAD_MESSAGE']);
  });
}
