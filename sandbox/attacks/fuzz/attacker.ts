/** The hostile mini-app of the realm fuzzer: says what its plan says over the real port, in one task, and is done. */
import type { PlannedMessage } from './plan.ts';
import { build } from './recipe.ts';

/** Where the loader leaves the port; the SDK would take it on its first call. */
const HAND_OVER = Symbol.for('portico.hand-over');

/** After the loader has said that the app is ready: before that its own words would be about starting. */
const started = new Promise((resolve) => {
  addEventListener('load', () => setTimeout(resolve, 0), { once: true });
});
const offer: unknown = Object.getOwnPropertyDescriptor(globalThis, HAND_OVER)?.value;
if (typeof offer !== 'function') throw new TypeError('the port has been taken already');
const port: MessagePort = offer().port;
const plan: readonly PlannedMessage[] = await (await fetch('portico:/plan.json')).json();
await started;
for (const { tell, port: extra } of plan) {
  try {
    port.postMessage(build(tell), extra ? [new MessageChannel().port1] : []);
  } catch {
    // What cannot be cloned never leaves; the host's side reckons with that.
  }
}
