/**
 * Addresses that the browser runs code from, as Trusted Types. The policy knows a constant list and makes nothing else,
 * so no text from anywhere can become a worker.
 */
const ADDRESSES = { serviceWorker: '/service-worker.js' } as const;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(input: string): string },
  ): { createScriptURL(input: string): unknown };
}

/** The value to hand to `register`; a plain string where the browser has no Trusted Types. */
export function trustedAddress(name: keyof typeof ADDRESSES): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = types?.createPolicy('portico-url', { createScriptURL: (input) => input });
  // TypeScript’s DOM library has no TrustedScriptURL; `register` takes it wherever it takes text.
  return (policy?.createScriptURL(ADDRESSES[name]) ?? ADDRESSES[name]) as string;
}
