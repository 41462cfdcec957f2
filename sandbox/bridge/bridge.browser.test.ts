/** The bridge's contract where it counts: the guest in a frame of another origin, and in a worker. */
import { messagePort } from './message-port.ts';
import type { Port } from './port.ts';
import { bridgeContract, type Transport } from './testing/contract/index.ts';
import { command } from './testing/remote-guest.ts';

const runner = {
  describe: (name: string, body: () => void) => void describe(name, body),
  it: (name: string, body: () => Promise<void>) => void it(name, body),
  afterEach: (body: () => void) => void afterEach(body),
};

/** @param start makes the realm and gives it the port by which it is driven */
function otherRealm(name: string, start: (control: MessagePort) => Promise<void>): Transport {
  const open: Port[] = [];
  let guests = 0;
  let driver: Promise<ReturnType<typeof command>> | undefined;
  const begin = async () => {
    const { port1, port2 } = new MessageChannel();
    await start(port2);
    return command(port1);
  };
  return {
    name,
    isReal: true,
    // Chromium fires no `close` at a port whose other end is in another realm and was closed.
    tellsOfClosing: false,
    async meet(options) {
      driver ??= begin();
      const { port1, port2 } = new MessageChannel();
      guests += 1;
      const guest = await (await driver)(guests, port2, options);
      const host = messagePort(port1);
      open.push(host);
      return { host, guest };
    },
    clear() {
      for (const port of open.splice(0)) port.close();
    },
  };
}

bridgeContract(
  runner,
  otherRealm('the port of a sealed frame', async (control) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.src = `http://a-fixture.localhost:${location.port}/.portico/fixture/guest-realm.html`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    frame.contentWindow?.postMessage('drive', '*', [control]);
  }),
);

bridgeContract(
  runner,
  otherRealm('the port of a worker', async (control) => {
    new Worker('/.portico/fixture/guest-realm.js').postMessage('drive', [control]);
  }),
);
