/**
 * The hostile mini-app: it is told which attack to run, and where the witness listens, when it is opened. The same code
 * is the script of a site on an origin of its own, and runs on an ordinary page of the witness's as the positive control.
 */
import { portico } from '../../../plugins/kit/sdk/index.ts';
import { isGuestPort } from '../../contract/origin-handshake.ts';
import type { Attack, GuestCode, Lab } from '../attack.ts';
import { attacks } from '../cases/index.ts';

/** Where the loader leaves the port; the SDK would take it on its first call. */
const HAND_OVER = Symbol.for('portico.hand-over');

function takePort(): MessagePort {
  const offer: unknown = Object.getOwnPropertyDescriptor(globalThis, HAND_OVER)?.value;
  if (typeof offer !== 'function') throw new TypeError('the port has been taken already');
  return offer().port;
}

/** A site has no loader that leaves it a port. It asks for its own at once, so that the two levels are attacked alike. */
async function askForPort(): Promise<void> {
  const nonce = crypto.randomUUID();
  const port = new Promise<MessagePort>((resolve) => {
    addEventListener('message', ({ source, data, ports: [given] }) => {
      if (source === parent && given && isGuestPort(data, nonce)) resolve(given);
    });
  });
  parent.postMessage({ portico: 'guest', versions: [1], nonce }, '*');
  const handOver = { version: 1, port: await port };
  Object.defineProperty(globalThis, HAND_OVER, { configurable: true, value: () => handOver });
}

const notes: Lab['notes'] = new Map();
const codeOf = (attack: Attack | undefined, part: string): GuestCode | undefined => {
  if (part === 'guest') return attack?.guest;
  return part === 'guestAtOrigin' ? attack?.atOrigin?.guest : attack?.parts?.[part];
};
const isSite = self.origin !== 'null' && parent !== window && parent === top;

async function start(): Promise<void> {
  if (isSite && !location.pathname.endsWith('/quiet.html')) await askForPort();
  window.attackLab = {
    async run(id, part, evil, udpPort) {
      const code = codeOf(
        attacks.find((candidate) => candidate.id === id),
        part,
      );
      if (!code) throw new RangeError(`no part ${part} of attack ${id}`);
      return code({
        evil,
        udpPort,
        portico,
        notes,
        takePort,
        pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      });
    },
  };
}
void start();
