/**
 * The hostile mini-app: it is told which attack to run, and where the witness listens, when it is opened. The same code
 * runs on an ordinary page of the witness's as the positive control.
 */
import { portico } from '../../../plugins/kit/sdk/index.ts';
import type { Lab } from '../attack.ts';
import { attacks } from '../cases/index.ts';

/** Where the loader leaves the port; the SDK would take it on its first call. */
const HAND_OVER = Symbol.for('portico.hand-over');

function takePort(): MessagePort {
  const offer: unknown = Object.getOwnPropertyDescriptor(globalThis, HAND_OVER)?.value;
  if (typeof offer !== 'function') throw new TypeError('the port has been taken already');
  return offer().port;
}

const notes: Lab['notes'] = new Map();

window.attackLab = {
  async run(id, part, evil, udpPort) {
    const attack = attacks.find((candidate) => candidate.id === id);
    const code = part === 'guest' ? attack?.guest : attack?.parts?.[part];
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
