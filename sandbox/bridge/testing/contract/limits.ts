import { assert } from 'chai';
import { manualClock } from '../manual-clock.ts';
import { endsWith, meetAnswering, meetListening, quiet, rejects, type Suite, until } from './meeting.ts';

const settled = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

/** Calls in flight, sizes and rates. */
export function limits({ it, transport }: Suite): void {
  it('keeps 128 calls in flight and refuses the next', async () => {
    const { seen, guest } = await meetAnswering(transport);
    const calls = Array.from({ length: 128 }, () => settled(guest.call('hang', null, null)));
    await until(() => seen.signals.length === 128);
    await rejects(guest.call('hang', null, null), 'ERR_BRIDGE_BUSY');
    assert.equal(seen.signals.length, 128);
    seen.release[0]?.();
    await calls[0];
    assert.equal(await guest.call('echo', 1, null), 1);
    for (const end of seen.release) end();
    await Promise.all(calls);
  });

  it('counts work in flight on the host, whatever the guest believes or cancels', async () => {
    const { seen, guest } = await meetAnswering(transport, { quotas: { callsInFlight: 4 }, guest: { credits: 1_000 } });
    const controller = new AbortController();
    const given = Array.from({ length: 4 }, () => settled(guest.call('hang', null, null, controller.signal)));
    await until(() => seen.signals.length === 4);
    controller.abort();
    await Promise.all(given);
    await rejects(guest.call('echo', null, null), 'ERR_BRIDGE_BUSY');
    assert.equal(seen.signals.length, 4);
  });

  it('heeds new credit', async () => {
    const { connection, guest } = await meetAnswering(transport);
    connection.send({ type: 'credit', n: 1 });
    await quiet();
    await rejects(guest.callTogether('later', [1, 2]), 'ERR_BRIDGE_BUSY');
    await quiet();
    assert.equal(await guest.call('later', 1, null), 1);
  });

  it('refuses what is too large before it leaves', async () => {
    const { seen, guest } = await meetAnswering(transport);
    await rejects(guest.call('echo', 'x'.repeat(1_048_577), null), 'ERR_BRIDGE_TOO_LARGE');
    assert.equal(((await guest.call('echo', 'x'.repeat(1_000_000), null)) as string).length, 1_000_000);
    assert.deepEqual(seen.ended, []);
  });

  it('closes on what is too large when it arrives', async () => {
    const { seen, guest } = await meetListening(transport);
    await guest.post({ type: 'call', id: 1, method: 'echo', args: 'x'.repeat(1_048_577) });
    await endsWith(seen.ended, 'ERR_BRIDGE_TOO_LARGE');
  });

  it('does not let many large calls of one task grow into one too large message', async () => {
    const { guest } = await meetAnswering(transport);
    const answers = await guest.callTogether('echo', Array(5).fill('y'.repeat(400_000)));
    assert.equal(answers.length, 5);
  });

  it('closes at the quota, counting the calls inside batches', async () => {
    const clock = manualClock();
    const { seen, guest } = await meetListening(transport, clock, { messageBurst: 100, messagesPerSecond: 10 });
    const batch = (from: number, n: number) => ({
      type: 'batch',
      messages: Array.from({ length: n }, (_, at) => ({ type: 'call', id: from + at, method: 'echo', args: null })),
    });
    const answers = async (): Promise<number> =>
      (await guest.seen()).heard.flatMap((words) => (words as { messages?: unknown[] }).messages ?? [words]).length;
    await guest.post(batch(1, 100));
    await until(async () => (await answers()) === 100);
    clock.advance(1_000);
    await guest.post(batch(101, 10));
    await until(async () => (await answers()) === 110);
    assert.deepEqual(seen.ended, []);
    await guest.post(batch(111, 1));
    await endsWith(seen.ended, 'ERR_BRIDGE_RATE');
  });
}
