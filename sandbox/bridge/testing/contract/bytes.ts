import { assert } from 'chai';
import { quotas } from '../../../contract/quotas.ts';
import { byteAt } from '../bodies.ts';
import type { Guest } from '../guest.ts';
import { manualClock } from '../manual-clock.ts';
import { endsWith, meetAnswering, meetListening, quiet, rejects, type Suite, until } from './meeting.ts';

const WINDOW = quotas.bytesOnTheWay;

/** Reads `parts` parts, or all; checks every byte against its place. */
async function readOn(guest: Guest, body: number, from = 0, parts = Number.POSITIVE_INFINITY): Promise<number> {
  let place = from;
  for (let part = 0; part < parts; part += 1) {
    const bytes = await guest.read(body);
    if (bytes === undefined) break;
    const wrong = bytes.findIndex((byte, at) => byte !== byteAt(place + at));
    assert.equal(wrong, -1, `byte ${place + wrong}`);
    place += bytes.length;
  }
  return place;
}

/** Answers that go on in bytes. */
export function bytes({ it, transport }: Suite): void {
  it('gives the result and then every byte in order, in chunks of 256 kB at most', async () => {
    const { guest, sizes, posted } = await meetAnswering(transport);
    const parts = [1, 700_001, 0, 262_144, 5, 1_500_000];
    const sum = parts.reduce((total, size) => total + size, 0);
    const { value, body } = await guest.open('stream', parts, null);
    assert.deepEqual(value, { kind: 'bytes' });
    assert.equal(await readOn(guest, body), sum);
    assert.equal(
      sizes.reduce((total, size) => total + size, 0),
      sum,
    );
    assert.isAtMost(Math.max(...sizes), quotas.chunkBytes);
    assert.ok(
      posted.every(({ bytes }) => bytes === undefined || bytes.byteLength === 0),
      'what was sent is gone from the host',
    );
  });

  it('gives an empty body, and one whose result was ready at once', async () => {
    const { guest } = await meetAnswering(transport);
    assert.equal(await readOn(guest, (await guest.open('stream', [], null)).body), 0);
    assert.equal(await readOn(guest, (await guest.open('stream at once', [3], null)).body), 3);
  });

  it('keeps streams apart that run side by side, and calls go on between them', async () => {
    const { guest } = await meetAnswering(transport);
    const sizes = Array.from({ length: 8 }, (_, n) => Array(6).fill(90_000 + n));
    const opened = await Promise.all(sizes.map((parts) => guest.open('stream', parts, null)));
    const reading = opened.map(({ body }) => readOn(guest, body));
    assert.equal(await guest.call('echo', 'between', null), 'between');
    assert.deepEqual(
      await Promise.all(reading),
      sizes.map((parts) => 6 * (parts[0] as number)),
    );
  });

  it('makes no more of a body than 1 MB beyond what the guest has read', async () => {
    const { seen, guest } = await meetAnswering(transport);
    const { body } = await guest.open('stream for ever', 100_000, null);
    const made = (): number => seen.bodies[0]?.made ?? 0;
    await until(() => made() >= WINDOW / 2);
    await quiet();
    assert.isAtMost(made(), WINDOW + 100_000);
    const before = made();
    const read = await readOn(guest, body, 0, 8);
    await until(() => made() > before);
    await quiet();
    assert.isAtMost(made(), read + WINDOW + 100_000);
  });

  it('counts small chunks for more than they hold, so that no heap of them piles up', async () => {
    const { seen, guest } = await meetAnswering(transport);
    const { body } = await guest.open('stream for ever', 1, null);
    const most = WINDOW / quotas.chunkFloor;
    await until(() => seen.bodies[0]?.made === most);
    await quiet();
    assert.equal(seen.bodies[0]?.made, most);
    assert.equal(await readOn(guest, body, 0, 2 * most), 2 * most);
  });

  it('costs the guest two messages for each 1 MB it reads', async () => {
    const { guest } = await meetAnswering(transport);
    const { body } = await guest.open('stream', Array(40).fill(200_000), null);
    assert.equal(await readOn(guest, body), 8_000_000);
    const { posted } = await guest.seen();
    assert.isAtMost(posted, 1 + Math.ceil((8_000_000 / WINDOW) * 2) + 1);
  });

  it('sends nothing before the guest gives credit, and then no more than that', async () => {
    const { seen, guest } = await meetListening(transport);
    await guest.post({ type: 'call', id: 1, method: 'stream for ever', args: 10_000 });
    await quiet();
    assert.equal((await guest.seen()).heard.length, 1);
    assert.equal(seen.bodies[0]?.made, 0);
    await guest.post({ type: 'credit', id: 1, n: 30_000 });
    await until(async () => (await guest.seen()).heard.length >= 4, guest.seen);
    await quiet();
    const chunks = (await guest.seen()).heard.slice(1) as { seq: number; bytes: ArrayBuffer }[];
    assert.deepEqual(
      chunks.map(({ seq, bytes }) => [seq, bytes.byteLength]),
      [0, 1, 2].map((seq) => [seq, 10_000]),
    );
  });

  it('closes on credit for more than may ever be on the way', async () => {
    for (const gifts of [[WINDOW + 1], [WINDOW, WINDOW]]) {
      const { seen, guest } = await meetListening(transport);
      await guest.post({ type: 'call', id: 1, method: 'stream late', args: 10_000 });
      await until(() => seen.release.length === 1);
      seen.release[0]?.();
      await until(async () => (await guest.seen()).heard.length === 1);
      const credits = gifts.map((n) => ({ type: 'credit', id: 1, n }));
      await guest.post({ type: 'batch', messages: credits });
      await endsWith(seen.ended, 'ERR_BRIDGE_BAD_MESSAGE');
      await until(() => seen.bodies[0]?.cancelled === true);
    }
  });

  it('has no ear for credit for what is over or never was', async () => {
    const { seen, guest } = await meetListening(transport);
    for (const id of [1, 99]) await guest.post({ type: 'credit', id, n: 5_000 });
    await guest.post({ type: 'call', id: 2, method: 'echo', args: 'alive' });
    await until(async () => (await guest.seen()).heard.length === 1);
    assert.deepEqual(seen.ended, []);
  });

  it('counts an open stream among the calls of the guest, which then asks no more', async () => {
    const { guest } = await meetAnswering(transport, { guest: { credits: 1 } });
    const { body } = await guest.open('stream for ever', 100_000, null);
    await quiet();
    const { posted } = await guest.seen();
    await rejects(guest.call('echo', null, null), 'ERR_BRIDGE_BUSY');
    assert.equal((await guest.seen()).posted, posted);
    await guest.cancel(body);
    await quiet();
    assert.equal(await guest.call('echo', 1, null), 1);
  });

  it('lets go of a body that the guest cancels, and of its place in flight', async () => {
    const { seen, guest } = await meetAnswering(transport, { quotas: { callsInFlight: 1 } });
    const { body } = await guest.open('stream for ever', 100_000, null);
    await rejects(guest.call('echo', null, null), 'ERR_BRIDGE_BUSY');
    await readOn(guest, body, 0, 3);
    await guest.cancel(body);
    await until(() => seen.bodies[0]?.cancelled === true);
    assert.equal(await guest.call('echo', 1, null), 1);
    const made = seen.bodies[0]?.made;
    await quiet();
    assert.equal(seen.bodies[0]?.made, made);
    assert.deepEqual([seen.ended, (await guest.seen()).ended], [[], []]);
  });

  it('ends with its AbortSignal, as fetch does', async () => {
    const { seen, guest } = await meetAnswering(transport);
    const controller = new AbortController();
    const { body } = await guest.open('stream for ever', 100_000, null, controller.signal);
    await readOn(guest, body, 0, 1);
    controller.abort();
    await until(() => seen.bodies[0]?.cancelled === true);
    await rejects(readOn(guest, body), 'ERR_BRIDGE_ABORTED');
    assert.equal(await guest.call('echo', 1, null), 1);
  });

  it('ends at the deadline of the guest, and at that of the method, however far it has come', async () => {
    const first = await meetAnswering(transport);
    const { body } = await first.guest.open('stream for ever', 100_000, 1_000);
    await until(() => first.seen.bodies[0]?.cancelled === true);
    await rejects(readOn(first.guest, body), 'ERR_BRIDGE_DEADLINE');

    const clock = manualClock();
    const second = await meetAnswering(transport, { clock, quotas: { pingsUnanswered: 1_000 } });
    const late = await second.guest.open('stream within 30 s', 100_000, null);
    await readOn(second.guest, late.body, 0, 1);
    clock.advance(29_999);
    assert.equal(second.seen.bodies[0]?.cancelled, false);
    clock.advance(2);
    assert.equal(second.seen.bodies[0]?.cancelled, true);
    await rejects(readOn(second.guest, late.body, 100_000), 'ERR_BRIDGE_DEADLINE');
  });

  it('never starts for a guest that has given up before the result', async () => {
    const { seen, guest, sizes } = await meetAnswering(transport);
    const controller = new AbortController();
    const opening = guest.open('stream late', 10_000, null, controller.signal);
    await until(() => seen.release.length === 1);
    controller.abort();
    await rejects(opening, 'ERR_BRIDGE_ABORTED');
    await until(() => seen.signals[0]?.aborted === true);
    seen.release[0]?.();
    await until(() => seen.bodies[0]?.cancelled === true);
    assert.deepEqual(sizes, []);
  });

  it('fails with the code of what went wrong, and no stack', async () => {
    const { guest } = await meetAnswering(transport);
    const refused = await guest.open('stream and refuse', null, null);
    const { message, data } = await rejects(readOn(guest, refused.body), 'ERR_BRIDGE_NOT_GRANTED');
    assert.deepEqual([message, data], ['no more', { after: 10 }]);
    const crashed = await guest.open('stream and crash', null, null);
    const error = await rejects(readOn(guest, crashed.body), 'ERR_BRIDGE_INTERNAL');
    assert.notMatch(`${error.message} ${error.stack}`, /secret/);
    const words = await guest.open('stream words', null, null);
    await rejects(readOn(guest, words.body), 'ERR_BRIDGE_INTERNAL');
    assert.equal(await guest.call('echo', 1, null), 1);
  });

  it('refuses a result that cannot be said, and lets its body go', async () => {
    const { seen, guest } = await meetAnswering(transport);
    await rejects(guest.open('stream with an unsayable result', null, null), 'ERR_BRIDGE_INTERNAL');
    await until(() => seen.bodies[0]?.cancelled === true);
  });

  it('lets the body go when the host ends the connection', async () => {
    const { seen, end, guest } = await meetAnswering(transport);
    const { body } = await guest.open('stream for ever', 100_000, null);
    await readOn(guest, body, 0, 1);
    end();
    assert.equal(seen.bodies[0]?.cancelled, true);
    if (transport.tellsOfClosing) await rejects(readOn(guest, body, 100_000), 'ERR_BRIDGE_CLOSED');
  });
}
