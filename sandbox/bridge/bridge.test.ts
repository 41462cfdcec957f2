/** The bridge's contract where both ends are in one realm; `bridge.browser.test.ts` holds it against frames and workers. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { systemClock } from './clock.ts';
import { messagePort } from './message-port.ts';
import type { Port } from './port.ts';
import { bridgeContract, type Transport } from './testing/contract/index.ts';
import { answerOn, askOn } from './testing/conversation.ts';
import { createGuest } from './testing/guest.ts';
import { memoryPorts } from './testing/memory-ports.ts';

const runner = {
  describe: (name: string, body: () => void) => void describe(name, body),
  it: (name: string, body: () => Promise<void>) => void it(name, body),
  afterEach,
};

function oneRealm(
  name: string,
  isReal: boolean,
  make: () => { host: Port; guest: Port; withPort: (message: unknown) => void },
): Transport {
  const open: Port[] = [];
  return {
    name,
    isReal,
    tellsOfClosing: true,
    async meet(options) {
      const { host, guest, withPort } = make();
      open.push(host, guest);
      return { host, guest: createGuest(guest, withPort, options) };
    },
    clear() {
      for (const port of open.splice(0)) port.close();
    },
  };
}

bridgeContract(
  runner,
  oneRealm('memory ports', false, () => {
    const [host, guest] = memoryPorts();
    return { host, guest, withPort: guest.post };
  }),
);
bridgeContract(
  runner,
  oneRealm('a MessageChannel', true, () => {
    const { port1, port2 } = new MessageChannel();
    const withPort = (message: unknown): void => {
      const extra = new MessageChannel();
      port2.postMessage(message, [extra.port1]);
      extra.port2.close();
    };
    return { host: messagePort(port1), guest: messagePort(port2), withPort };
  }),
);

describe('hostile objects on a transport that does not clone', () => {
  it('are read once and used as they were read', async () => {
    const [host, guest] = memoryPorts();
    const { end } = answerOn(host, systemClock);
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
    end();
    guest.close();
  });
});
