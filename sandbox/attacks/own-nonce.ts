/** The nonce of the frame page: every script of an app has it, and code of the app may read it. */
export function ownNonce(): string {
  for (const { nonce } of document.scripts) if (nonce) return nonce;
  return '';
}
