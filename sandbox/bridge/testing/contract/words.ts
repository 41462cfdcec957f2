import { assert } from 'chai';
import { endsWith, meetAnswering, meetListening, rejects, type Suite, until } from './meeting.ts';

const call = { type: 'call', id: 1, method: 'echo', args: null };
const chunk = { type: 'chunk', id: 1, seq: 0, bytes: new ArrayBuffer(8), last: true };

/** What ends the connection when a guest says it to the host. */
const malformed: Readonly<Record<string, unknown>> = {
  'no object': 'call',
  null: null,
  'an array': [],
  'an unknown type': { type: 'eval' },
  'an inherited type': { type: 'constructor' },
  'an extra field': { ...call, appId: 'com.other.app' },
  'a fractional id': { ...call, id: 1.5 },
  'a negative deadline': { ...call, deadline: -1 },
  'an answer nobody asked for': { type: 'result', id: 1, value: null },
  'credit for the host’s calls': { type: 'credit', n: 5 },
  'credit that is no number': { type: 'credit', id: 1, n: Number.NaN },
  'negative credit': { type: 'credit', id: 1, n: -1 },
  'a chunk nobody asked for': chunk,
  'a chunk without bytes': { ...chunk, bytes: null },
  'a chunk of a view': { ...chunk, bytes: new Uint8Array(8) },
  'a chunk that names its app': { ...chunk, appId: 'com.other.app' },
  'an empty batch': { type: 'batch', messages: [] },
  'a batch in a batch': { type: 'batch', messages: [{ type: 'batch', messages: [{ type: 'ping' }] }] },
  'a batch without messages': { type: 'batch' },
};

const cycle: { self?: unknown } = {};
cycle.self = cycle;
/** What no argument may be, and structured clone carries. */
const unsayable: Readonly<Record<string, unknown>> = {
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

/** Words that are not of the contract. */
export function words({ it, transport }: Suite): void {
  for (const [what, message] of Object.entries(malformed)) {
    it(`closes on ${what}`, async () => {
      const { seen, guest } = await meetListening(transport);
      await guest.post(message);
      await endsWith(seen.ended, 'ERR_BRIDGE_BAD_MESSAGE');
    });
  }

  it('closes on an id that does not rise', async () => {
    const { seen, guest } = await meetListening(transport);
    await guest.post({ ...call, id: 7, method: 'hang' });
    await guest.post({ ...call, id: 7 });
    await endsWith(seen.ended, 'ERR_BRIDGE_BAD_MESSAGE');
  });

  it('closes on a chunk that is too large, whoever it is for', async () => {
    const { seen, guest } = await meetListening(transport);
    await guest.post({ ...chunk, bytes: new ArrayBuffer(262_145) });
    await endsWith(seen.ended, 'ERR_BRIDGE_TOO_LARGE');
  });

  for (const [what, args] of Object.entries(unsayable)) {
    it(`refuses ${what} as an argument, on both sides, and goes on`, async () => {
      const { seen, guest } = await meetListening(transport);
      await guest.post({ ...call, args });
      await guest.post({ ...call, id: 2, args: 'alive' });
      await until(async () => (await guest.seen()).heard.length === 2, guest.seen);
      const message = 'The arguments are not plain JSON data.';
      assert.deepEqual((await guest.seen()).heard, [
        { type: 'error', id: 1, code: 'ERR_BRIDGE_BAD_ARGUMENTS', message },
        { type: 'result', id: 2, value: 'alive' },
      ]);
      assert.deepEqual(seen.ended, []);
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
      const honest = await meetAnswering(transport);
      await rejects(honest.guest.call('echo', args, null), 'ERR_BRIDGE_BAD_ARGUMENTS');
    });
  }

  if (transport.isReal) {
    it('closes on a port handed in with a message', async () => {
      const { seen, guest } = await meetListening(transport);
      await guest.postPort(call);
      await endsWith(seen.ended, 'ERR_BRIDGE_BAD_MESSAGE');
    });
  }
}
