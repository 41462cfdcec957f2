/**
 * Addresses that the browser runs code from, as Trusted Types. The policy knows this list and refuses everything else,
 * so no text from anywhere can become a worker.
 */
import hashing from '../workers/hashing.ts?worker&url';
import scanning from '../workers/scanning.ts?worker&url';

const addresses = { serviceWorker: '/service-worker.js', hashing, scanning } as const;
const known: readonly string[] = Object.values(addresses);

/** As far as it is used here; TypeScript’s DOM library has no Trusted Types yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(input: string): string },
  ): { createScriptURL(input: string): unknown };
}

const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('portico-url', {
  createScriptURL(input) {
    if (!known.includes(input)) throw new TypeError('not an address that the container runs code from');
    return input;
  },
});

/** The value for `register` or `new Worker`; a plain string where the browser has no Trusted Types. */
export function trustedAddress(name: keyof typeof addresses): string {
  // Whatever takes text here takes a TrustedScriptURL too, though its type does not say so.
  return (policy?.createScriptURL(addresses[name]) ?? addresses[name]) as string;
}
