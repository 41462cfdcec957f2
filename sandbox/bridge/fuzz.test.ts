import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isErrorCode } from '../contract/errors/index.ts';
import type { Port, PortListener } from './port.ts';
import { answerOn } from './testing/conversation.ts';
import { manualClock } from './testing/manual-clock.ts';

/** A port whose other side is the test: what it says arrives at once. */
function directPort() {
  const said: unknown[] = [];
  let listener: PortListener | undefined;
  const port: Port = {
    post: (message) => said.push(message),
    listen: (given) => {
      listener = given;
    },
    close: () => {
      listener = undefined;
    },
  };
  return { port, said, tell: (data: unknown) => listener?.receive(data, { ports: [] }) };
}

const type = fc.constantFrom(
  'call',
  'abort',
  'result',
  'error',
  'event',
  'credit',
  'ping',
  'pong',
  'batch',
  '__proto__',
);
const method = fc.constantFrom('echo', 'later', 'refuse', 'unsayable', 'toString', '__proto__', 'constructor', '');
const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
/** Messages that are nearly right: right names, now and then a wrong value, one too many or one missing. */
const nearly = fc.record(
  {
    type: fc.oneof({ weight: 9, arbitrary: type }, anything),
    id: fc.oneof(fc.nat(), anything),
    method: fc.oneof(method, anything),
    args: anything,
    deadline: fc.oneof(fc.nat(), anything),
    name: fc.oneof(fc.string(), anything),
    payload: anything,
    extra: anything,
  },
  { requiredKeys: ['type'] },
);
const call = fc.record({ type: fc.constant('call'), id: fc.nat(), method, args: anything });
const message = fc.oneof(call, nearly, anything);
const batch = fc.record({ type: fc.constant('batch'), messages: fc.array(message, { maxLength: 8 }) });

describe('whatever arrives', () => {
  it('is answered in the contract’s own words or ends the connection, and throws nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(message, batch), { maxLength: 12 }), (conversation) => {
        const { port, said, tell } = directPort();
        const { ended } = answerOn(port, manualClock()).seen;
        for (const words of conversation) tell(words);
        assert.ok(ended.length <= 1);
        for (const code of ended) assert.match(code, /^ERR_BRIDGE_(?:BAD_MESSAGE|TOO_LARGE|RATE)$/);
        const answers = said.flatMap((words) => (words as { messages?: unknown[] }).messages ?? [words]);
        for (const answer of answers as { type: string; code?: unknown }[]) {
          assert.ok(['result', 'error', 'pong'].includes(answer.type));
          if (answer.type === 'error') assert.ok(isErrorCode(answer.code), String(answer.code));
        }
      }),
      { numRuns: 500 },
    );
    assert.equal(Object.getPrototypeOf(Object.prototype), null);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});
