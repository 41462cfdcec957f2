/** One label of a host name: letters, digits and inner hyphens. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const ORIGIN = /^https:\/\/([a-z0-9.-]{1,253})(?::([1-9][0-9]{0,4}))?$/;
/** Names that do not lead to a public server. */
const PRIVATE = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'onion', 'arpa', 'invalid'];

/**
 * What is wrong with a declared origin, as a sentence; `undefined` when nothing is. These texts end up in response
 * headers (CSP, Connection-Allowlist), so only the plainest form passes: lower case, no wildcard, path, user or address.
 */
export function originFault(origin: string): string | undefined {
  const shown = JSON.stringify(origin);
  const [, host, port] = ORIGIN.exec(origin) ?? [];
  if (host === undefined) {
    return `${shown} is not an origin: write https://host or https://host:port, lower case, without path, wildcard or user.`;
  }
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)))
    return `${shown} does not name a full host name.`;
  if (!/[a-z]/.test(last)) return `${shown} is an address; write a host name.`;
  if (PRIVATE.includes(last)) return `${shown} is a private name; write a public host name.`;
  if (port === '443') return `${shown} names the port that https has anyway; leave :443 out.`;
  if (port !== undefined && Number(port) > 65535) return `${shown} has a port above 65535.`;
  return undefined;
}
