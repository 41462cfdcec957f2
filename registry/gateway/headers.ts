import { PorticoError } from '../../sandbox/contract/index.ts';

/** RFC 9110 §7.6.1: about one connection, so never passed on. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** What the gateway itself decides. */
const OURS_UP = [
  'host',
  'content-length',
  'accept-encoding',
  'expect',
  'forwarded',
  'via',
  'traceparent',
  'tracestate',
  'origin',
  'referer',
];
const OURS_DOWN = ['content-length', 'content-encoding', 'alt-svc'];
/** A mini-app never sees or sets cookies, neither the bank's nor the partner's: its server knows it by openid. */
const COOKIES = ['cookie', 'cookie2', 'set-cookie', 'set-cookie2'];
const PREFIXES = ['portico-', 'x-forwarded-', 'sec-', 'proxy-', 'cf-', 'x-real-'];

const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/;
/** Printable ASCII and tab: no line breaks, so no header can smuggle another. */
const VALUE = /^[\t\x20-\x7e]*$/;

/** What of the app's headers reaches the back end; malformed ones are ERR_GATEWAY_HEADER_REFUSED. */
export function headersUp(sent: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value] as const);
  for (const [name, value] of entries) {
    if (!NAME.test(name) || !VALUE.test(value)) throw new PorticoError('ERR_GATEWAY_HEADER_REFUSED', { detail: name });
  }
  return Object.fromEntries(kept(entries, [...HOP_BY_HOP, ...OURS_UP, ...COOKIES]));
}

/** What of the back end's headers reaches the app. Several fields of one name are joined (RFC 9110 §5.3). */
export function headersDown(received: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(received).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(', ')] as const],
  );
  return Object.fromEntries(kept(entries, [...HOP_BY_HOP, ...OURS_DOWN, ...COOKIES]));
}

function kept(entries: readonly (readonly [string, string])[], refused: readonly string[]) {
  // `Connection` may name further fields that are meant for this connection only.
  const named = entries.flatMap(([name, value]) =>
    name === 'connection' ? value.split(',').map((token) => token.trim().toLowerCase()) : [],
  );
  const out = new Set([...refused, ...named]);
  return entries.filter(([name]) => !out.has(name) && !PREFIXES.some((prefix) => name.startsWith(prefix)));
}
