import { assert } from 'chai';
import { BRIDGE_VERSION } from '../../../contract/messages.ts';
import { manualClock } from '../manual-clock.ts';
import { meetAnswering, meetListening, quiet, rejects, type Suite, until } from './meeting.ts';

/** Calls, errors, events, deadlines, cancelling, heartbeat, version. */
export function calls({ it, transport }: Suite): void {
  it('answers calls with what the method gave', async () => {
    const { guest } = await meetAnswering(transport);
    const args = { text: 'two fen', list: [1, null, true, { deep: 'yes' }] };
    assert.deepEqual(await guest.call('echo', args, null), args);
    assert.deepEqual(await guest.call('later', [1.5, -0], null), [1.5, 0]);
  });

  it('sends calls made in one task as one message and answers each', async () => {
    const { guest } = await meetAnswering(transport);
    const numbers = [...Array(100).keys()];
    assert.deepEqual(await guest.callTogether('later', numbers), numbers);
    assert.equal((await guest.seen()).posted, 1);
  });

  it('gives the code, the sentence and the data of an error, and no stack', async () => {
    const { guest } = await meetAnswering(transport);
    const refused = await rejects(guest.call('refuse', null, null), 'ERR_BRIDGE_NOT_GRANTED');
    assert.deepEqual([refused.message, refused.data], ['no', { asked: 'twice' }]);
    const { message, data, stack } = await rejects(guest.call('crash', null, null), 'ERR_BRIDGE_INTERNAL');
    assert.notMatch(`${message} ${JSON.stringify(data)} ${stack}`, /secret/);
    await rejects(guest.call('unsayable', null, null), 'ERR_BRIDGE_INTERNAL');
  });

  it('knows own methods only', async () => {
    const { guest } = await meetAnswering(transport);
    for (const method of ['none', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
      await rejects(guest.call(method, null, null), 'ERR_BRIDGE_UNKNOWN_METHOD', method);
    }
  });

  it('delivers events and answers pings', async () => {
    const { connection, seen, guest } = await meetAnswering(transport);
    connection.send({ type: 'event', name: 'theme', payload: { theme: 'dark' } });
    connection.send({ type: 'ping' });
    await until(async () => seen.pongs === 1 && (await guest.seen()).events.length === 1, guest.seen);
    assert.deepEqual((await guest.seen()).events, [{ name: 'theme', payload: { theme: 'dark' } }]);
    assert.deepEqual(seen.ended, []);
  });

  it('gives up at the caller’s deadline and tells the work', async () => {
    const { seen, guest } = await meetAnswering(transport);
    await rejects(guest.call('hang', null, 20), 'ERR_BRIDGE_DEADLINE');
    await until(() => seen.signals[0]?.aborted === true);
  });

  it('gives up by itself on a peer that never answers', async () => {
    const { guest } = await transport.meet({ role: 'asks', version: BRIDGE_VERSION });
    await rejects(guest.call('echo', null, 20), 'ERR_BRIDGE_DEADLINE');
  });

  it('ends a call at the method’s deadline even if the caller would wait', async () => {
    const clock = manualClock();
    const { seen, guest } = await meetAnswering(transport, { clock, quotas: { pingsUnanswered: 1_000 } });
    const answer = guest.call('hang', null, null);
    await until(() => seen.signals.length === 1);
    clock.advance(29_999);
    assert.equal(seen.signals[0]?.aborted, false);
    clock.advance(2);
    assert.equal(seen.signals[0]?.aborted, true);
    await rejects(answer, 'ERR_BRIDGE_DEADLINE');
  });

  it('cancels with an AbortSignal', async () => {
    const { seen, guest } = await meetAnswering(transport);
    const controller = new AbortController();
    const answer = guest.call('hang', null, null, controller.signal);
    await until(() => seen.signals.length === 1);
    controller.abort();
    await rejects(answer, 'ERR_BRIDGE_ABORTED');
    await until(() => seen.signals[0]?.aborted === true);
  });

  it('stays alive as long as its pings are answered', async () => {
    const clock = manualClock();
    const { seen } = await meetAnswering(transport, { clock });
    for (let beat = 1; beat <= 6; beat += 1) {
      clock.advance(5_000);
      await until(() => seen.pongs === beat);
    }
    assert.deepEqual(seen.ended, []);
  });

  it('ends 15 s after the first ping that a guest does not answer', async () => {
    const clock = manualClock();
    const { seen, guest } = await meetListening(transport, clock);
    for (let beat = 1; beat <= 3; beat += 1) {
      clock.advance(5_000);
      await until(async () => (await guest.seen()).heard.length === beat);
    }
    clock.advance(4_999);
    assert.deepEqual(seen.ended, []);
    clock.advance(1);
    assert.deepEqual(seen.ended, ['ERR_REALM_UNRESPONSIVE']);
  });

  it('is not begun with a guest that is handed another version', async () => {
    for (const version of [0, BRIDGE_VERSION + 1]) {
      await rejects(transport.meet({ role: 'asks', version }), 'ERR_BRIDGE_VERSION');
    }
  });

  it('tells the work when the host ends it, and answers nothing from then on', async () => {
    const { seen, end, guest } = await meetListening(transport);
    for (const id of [1, 2]) await guest.post({ type: 'call', id, method: 'hang', args: null });
    await until(() => seen.signals.length === 2);
    end();
    assert.deepEqual(
      seen.signals.map(({ aborted }) => aborted),
      [true, true],
    );
    for (const release of seen.release) release();
    await guest.post({ type: 'call', id: 3, method: 'echo', args: null });
    await quiet();
    const words = (await guest.seen()).heard.filter((heard) => heard !== 'closed');
    assert.deepEqual(words, []);
  });

  if (transport.tellsOfClosing) {
    it('fails everything in flight and later at the guest when the host ends it', async () => {
      const { seen, end, guest } = await meetAnswering(transport);
      const answer = guest.call('hang', null, null);
      await until(() => seen.signals.length === 1);
      end();
      await rejects(answer, 'ERR_BRIDGE_CLOSED');
      await rejects(guest.call('echo', null, null), 'ERR_BRIDGE_CLOSED');
      await quiet();
      assert.deepEqual((await guest.seen()).ended, ['ERR_BRIDGE_CLOSED']);
    });
  }
}
