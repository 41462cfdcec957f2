/** The bridge's contract, written once and held against every transport. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CallError } from './call-error.ts';
import { systemClock } from './clock.ts';
import { messagePort } from './message-port.ts';
import type { Port } from './port.ts';
import { answerOn, askOn } from './testing/conversation.ts';
import { manualClock } from './testing/manual-clock.ts';
import { memoryPorts } from './testing/memory-ports.ts';

const transports: Record<string, () => readonly [Port, Port]> = {
  'memory ports': memoryPorts,
  'a MessageChannel': () => {
    const { port1, port2 } = new MessageChannel();
    return [messagePort(port1), messagePort(port2)];
  },
};

const code = (wanted: string) => (error: unknown) => error instanceof CallError && error.code === wanted;
/** Waits until what is expected has come, 3 s at most on a busy machine; then, or without it, until all is quiet. */
const settle = async (come: () => boolean = () => true): Promise<void> => {
  for (let tries = 0; !come() && tries < 300; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 30));
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

for (const [name, makePorts] of Object.entries(transports)) {
  describe(`a bridge over ${name}`, () => {
    const open: Port[] = [];
    const ports = () => {
      const pair = makePorts();
      open.push(...pair);
      return pair;
    };
    afterEach(() => {
      for (const port of open.splice(0)) port.close();
    });

    it('answers calls with what the method gave', async () => {
      const [host, guest] = ports();
      answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      const args = { text: 'two fen', list: [1, null, true, { deep: 'yes' }] };
      assert.deepEqual(await call('echo', args, null), args);
      assert.deepEqual(await call('later', [1.5, -0], null), [1.5, 0]);
    });

    it('sends calls made in one task as one message and answers each', async () => {
      const [host, guest] = ports();
      answerOn(host, systemClock);
      const crossings: unknown[] = [];
      const counted: Port = {
        ...guest,
        post(message) {
          crossings.push(message);
          guest.post(message);
        },
      };
      const { call } = askOn(counted, systemClock);
      const results = await Promise.all(Array.from({ length: 100 }, (_, n) => call('later', n, null)));
      assert.deepEqual(results, [...Array(100).keys()]);
      assert.equal(crossings.length, 1);
    });

    it('gives the code, the sentence and the data of an error, and no stack', async () => {
      const [host, guest] = ports();
      answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      await assert.rejects(call('refuse', null, null), (error: unknown) => {
        assert.ok(error instanceof CallError);
        assert.deepEqual([error.code, error.message, error.data], ['ERR_BRIDGE_NOT_GRANTED', 'no', { asked: 'twice' }]);
        return true;
      });
      await assert.rejects(call('crash', null, null), (error: unknown) => {
        assert.ok(error instanceof CallError && error.code === 'ERR_BRIDGE_INTERNAL');
        assert.doesNotMatch(`${error.message} ${JSON.stringify(error.data)} ${error.stack}`, /secret/);
        return true;
      });
      await assert.rejects(call('unsayable', null, null), code('ERR_BRIDGE_INTERNAL'));
    });

    it('knows own methods only', async () => {
      const [host, guest] = ports();
      answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      for (const method of ['none', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
        await assert.rejects(call(method, null, null), code('ERR_BRIDGE_UNKNOWN_METHOD'), method);
      }
    });

    it('gives up at the caller’s deadline and tells the work', async () => {
      const [host, guest] = ports();
      const { signals } = answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      await assert.rejects(call('hang', null, 20), code('ERR_BRIDGE_DEADLINE'));
      await settle();
      assert.equal(signals[0]?.aborted, true);
    });

    it('gives up by itself on a peer that never answers', async () => {
      const [, guest] = ports();
      await assert.rejects(askOn(guest, systemClock).call('echo', null, 20), code('ERR_BRIDGE_DEADLINE'));
    });

    it('ends a call at the method’s deadline even if the caller would wait', async () => {
      const clock = manualClock();
      const [host, guest] = ports();
      const { signals } = answerOn(host, clock);
      const { call } = askOn(guest, systemClock);
      const answer = call('hang', null, null);
      await settle();
      clock.advance(29_999);
      assert.equal(signals[0]?.aborted, false);
      clock.advance(2);
      assert.equal(signals[0]?.aborted, true);
      await assert.rejects(answer, code('ERR_BRIDGE_DEADLINE'));
    });

    it('cancels with an AbortSignal', async () => {
      const [host, guest] = ports();
      const { signals } = answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      const controller = new AbortController();
      const answer = call('hang', null, null, controller.signal);
      await settle();
      controller.abort();
      await assert.rejects(answer, code('ERR_BRIDGE_ABORTED'));
      await settle();
      assert.equal(signals[0]?.aborted, true);
      await assert.rejects(call('echo', null, null, controller.signal), code('ERR_BRIDGE_ABORTED'));
    });

    it('keeps 128 calls in flight and refuses the next', async () => {
      const [host, guest] = ports();
      const { signals, release } = answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      const calls = Array.from({ length: 129 }, () => call('hang', null, null));
      await assert.rejects(calls[128] as Promise<unknown>, code('ERR_BRIDGE_BUSY'));
      await settle();
      assert.equal(signals.length, 128);
      release[0]?.();
      await calls[0];
      assert.equal(await call('echo', 1, null), 1);
      for (const end of release) end();
      await Promise.allSettled(calls);
    });

    it('counts work in flight on the host, whatever the guest believes or cancels', async () => {
      const [host, guest] = ports();
      const { signals } = answerOn(host, systemClock, { callsInFlight: 4 });
      const { call } = askOn(guest, systemClock, 1_000);
      const controller = new AbortController();
      const given = Array.from({ length: 4 }, () => call('hang', null, null, controller.signal).catch(() => undefined));
      await settle();
      controller.abort();
      await Promise.all(given);
      await assert.rejects(call('echo', null, null), code('ERR_BRIDGE_BUSY'));
      assert.equal(signals.length, 4);
    });

    it('heeds new credit', async () => {
      const [host, guest] = ports();
      const { connection } = answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      connection.send({ type: 'credit', n: 1 });
      await settle();
      const first = call('later', 1, null);
      await assert.rejects(call('later', 2, null), code('ERR_BRIDGE_BUSY'));
      assert.equal(await first, 1);
    });

    it('delivers events and answers pings', async () => {
      const [host, guest] = ports();
      const { connection, ended } = answerOn(host, systemClock);
      const { events } = askOn(guest, systemClock);
      connection.send({ type: 'event', name: 'theme', payload: { theme: 'dark' } });
      connection.send({ type: 'ping' });
      await settle(() => events.length >= 1);
      assert.deepEqual(events, [{ name: 'theme', payload: { theme: 'dark' } }]);
      assert.deepEqual(ended, []);
    });

    it('refuses what is too large before it leaves, and closes on it when it arrives', async () => {
      const [host, guest] = ports();
      const { ended } = answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      await assert.rejects(call('echo', 'x'.repeat(1_048_577), null), code('ERR_BRIDGE_TOO_LARGE'));
      assert.equal(((await call('echo', 'x'.repeat(1_000_000), null)) as string).length, 1_000_000);
      guest.post({ type: 'call', id: 99, method: 'echo', args: 'x'.repeat(1_048_577) });
      await settle(() => ended.length >= 1);
      assert.deepEqual(ended, ['ERR_BRIDGE_TOO_LARGE']);
    });

    it('does not let many large calls of one task grow into one too large message', async () => {
      const [host, guest] = ports();
      answerOn(host, systemClock);
      const { call } = askOn(guest, systemClock);
      const answers = await Promise.all(Array.from({ length: 5 }, () => call('echo', 'y'.repeat(400_000), null)));
      assert.equal(answers.length, 5);
    });

    it('closes at the quota, counting the calls inside batches', async () => {
      const [host, guest] = ports();
      const clock = manualClock();
      const { ended } = answerOn(host, clock, { messageBurst: 100, messagesPerSecond: 10 });
      const batch = (from: number, n: number) => ({
        type: 'batch',
        messages: Array.from({ length: n }, (_, at) => ({ type: 'call', id: from + at, method: 'echo', args: null })),
      });
      guest.post(batch(1, 100));
      await settle();
      clock.advance(1_000);
      guest.post(batch(101, 10));
      await settle(() => ended.length >= 1);
      assert.deepEqual(ended, []);
      guest.post(batch(111, 1));
      await settle(() => ended.length >= 1);
      assert.deepEqual(ended, ['ERR_BRIDGE_RATE']);
    });

    const malformed: Record<string, unknown> = {
      'no object': 'call',
      null: null,
      'an array': [],
      'an unknown type': { type: 'eval' },
      'an inherited type': { type: 'constructor' },
      'an extra field': { type: 'call', id: 1, method: 'echo', args: null, appId: 'com.other.app' },
      'a fractional id': { type: 'call', id: 1.5, method: 'echo', args: null },
      'a negative deadline': { type: 'call', id: 1, method: 'echo', args: null, deadline: -1 },
      'an answer nobody asked for': { type: 'result', id: 1, value: null },
      'credit for the host': { type: 'credit', n: 5 },
      'a chunk': { type: 'chunk', id: 1, seq: 0, bytes: new ArrayBuffer(8), last: true },
      'an empty batch': { type: 'batch', messages: [] },
      'a batch in a batch': { type: 'batch', messages: [{ type: 'batch', messages: [{ type: 'ping' }] }] },
      'a batch without messages': { type: 'batch' },
    };
    for (const [what, message] of Object.entries(malformed)) {
      it(`closes on ${what}`, async () => {
        const [host, guest] = ports();
        const { ended } = answerOn(host, systemClock);
        guest.post(message);
        await settle(() => ended.length >= 1);
        assert.deepEqual(ended, ['ERR_BRIDGE_BAD_MESSAGE']);
      });
    }

    it('closes on an id that does not rise', async () => {
      const [host, guest] = ports();
      const { ended } = answerOn(host, systemClock);
      guest.post({ type: 'call', id: 7, method: 'hang', args: null });
      guest.post({ type: 'call', id: 7, method: 'echo', args: null });
      await settle(() => ended.length >= 1);
      assert.deepEqual(ended, ['ERR_BRIDGE_BAD_MESSAGE']);
    });

    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    const unsayable: Record<string, unknown> = {
      'a Map': new Map([[1, 2]]),
      'a Date': new Date(0),
      'a cycle': cycle,
      'an array with holes': new Array(3),
      NaN: Number.NaN,
      'a bigint': 1n,
      bytes: new Uint8Array(4),
      'an ArrayBuffer': new ArrayBuffer(4),
      'a RegExp': /x/,
      'an Error': new Error('x'),
      'a key __proto__': JSON.parse('{"__proto__":{"polluted":true}}'),
      'a key constructor': { constructor: { prototype: {} } },
      'a key prototype': [{ prototype: 1 }],
      'one level too many': JSON.parse('['.repeat(65) + ']'.repeat(65)),
    };
    for (const [what, args] of Object.entries(unsayable)) {
      it(`refuses ${what} as an argument, on both sides, and goes on`, async () => {
        const [host, guest] = ports();
        const { ended } = answerOn(host, systemClock);
        const heard: unknown[] = [];
        guest.listen({ receive: (data) => heard.push(data), unreadable: () => undefined, closed: () => undefined });
        guest.post({ type: 'call', id: 1, method: 'echo', args });
        guest.post({ type: 'call', id: 2, method: 'echo', args: 'alive' });
        await settle(() => heard.length >= 2);
        const message = 'The arguments are not plain JSON data.';
        assert.deepEqual(heard, [
          { type: 'error', id: 1, code: 'ERR_BRIDGE_BAD_ARGUMENTS', message },
          { type: 'result', id: 2, value: 'alive' },
        ]);
        assert.deepEqual(ended, []);
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
        await assert.rejects(askOn(ports()[1], systemClock).call('echo', args, null), code('ERR_BRIDGE_BAD_ARGUMENTS'));
      });
    }

    it('rejects everything in flight when either side closes', async () => {
      const [host, guest] = ports();
      const { signals, connection } = answerOn(host, systemClock);
      const { call, ended } = askOn(guest, systemClock);
      const answer = call('hang', null, null);
      await settle(() => ended.length >= 1);
      connection.close();
      await assert.rejects(answer, code('ERR_BRIDGE_CLOSED'));
      await assert.rejects(call('echo', null, null), code('ERR_BRIDGE_CLOSED'));
      assert.deepEqual(ended, ['ERR_BRIDGE_CLOSED']);
      assert.equal(signals.length, 1);
    });
  });
}

describe('a port handed in with a message', () => {
  it('closes the connection', async () => {
    const { port1, port2 } = new MessageChannel();
    const { ended } = answerOn(messagePort(port1), systemClock);
    const extra = new MessageChannel();
    port2.postMessage({ type: 'call', id: 1, method: 'echo', args: null }, [extra.port1]);
    await settle(() => ended.length >= 1);
    for (const port of [extra.port2, port2]) port.close();
    assert.deepEqual(ended, ['ERR_BRIDGE_BAD_MESSAGE']);
  });
});

describe('hostile objects on a transport that does not clone', () => {
  it('are read once and used as they were read', async () => {
    const [host, guest] = memoryPorts();
    answerOn(host, systemClock);
    const { call } = askOn(guest, systemClock);
    let reads = 0;
    const args = {
      get amount() {
        reads += 1;
        return reads;
      },
      toJSON: undefined,
    };
    assert.deepEqual(await call('echo', args, null), { amount: 1 });
    const changing = { amount: 1 };
    const answer = call('echo', changing, null);
    changing.amount = 2;
    assert.deepEqual(await answer, { amount: 1 });
    host.close();
    guest.close();
  });
});
