import { answerLimits } from '../../sandbox/contract/capabilities/net.ts';
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
  // Where a proxy would say who asks, and for what address; servers that stand behind one believe it.
  'true-client-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-url',
  'x-rewrite-url',
];
const OURS_DOWN = ['content-length', 'content-encoding', 'alt-svc'];
/** A mini-app never sees or sets cookies, neither the bank's nor the partner's: its server knows it by openid. */
const COOKIES = ['cookie', 'cookie2', 'set-cookie', 'set-cookie2'];
/** They direct a browser that loads a page, and an app is given an answer; they are also the longest and most numerous. */
const FOR_BROWSERS = [
  'accept-ch',
  'clear-site-data',
  'content-security-policy',
  'content-security-policy-report-only',
  'document-policy',
  'feature-policy',
  'nel',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'report-to',
  'reporting-endpoints',
  'strict-transport-security',
  'timing-allow-origin',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
const FOR_BROWSERS_PREFIXES = ['access-control-', 'cross-origin-'];
/** Never names in our own messages, because they reach a prototype. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];
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

/**
 * What of the back end's headers reaches the app. Several fields of one name are joined (RFC 9110 §5.3). Nothing an app
 * could miss is left out for its length or number.
 * @throws PorticoError ERR_GATEWAY_ANSWER_REFUSED for more than the contract lets an app be given
 */
export function headersDown(received: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(received).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(', ')] as const],
  );
  const down = kept(entries, [...HOP_BY_HOP, ...OURS_DOWN, ...COOKIES, ...FOR_BROWSERS, ...FORBIDDEN]).filter(
    ([name]) => !FOR_BROWSERS_PREFIXES.some((prefix) => name.startsWith(prefix)),
  );
  const { headers, headerName, headerValue } = answerLimits;
  if (down.length > headers) refuse(`It has ${down.length} headers; ${headers} can be passed on.`);
  for (const [name, value] of down) {
    if (name.length > headerName) refuse(`The name of the header ${name.slice(0, headerName)}… is too long.`);
    if (value.length > headerValue) refuse(`The header ${name} has ${value.length} characters.`);
  }
  return Object.fromEntries(down);
}

const refuse = (detail: string): never => {
  throw new PorticoError('ERR_GATEWAY_ANSWER_REFUSED', { detail });
};

/** Servers that hand headers on as variables (CGI, WSGI, PHP) read `portico_identity` as the header with a hyphen. */
const asServersRead = (name: string): string => name.replaceAll('_', '-');

function kept(entries: readonly (readonly [string, string])[], refused: readonly string[]) {
  // `Connection` may name further fields that are meant for this connection only.
  const named = entries.flatMap(([name, value]) =>
    name === 'connection' ? value.split(',').map((token) => token.trim().toLowerCase()) : [],
  );
  const out = new Set([...refused, ...named].map(asServersRead));
  return entries.filter(([name]) => {
    const read = asServersRead(name);
    return !out.has(read) && !PREFIXES.some((prefix) => read.startsWith(prefix));
  });
}
