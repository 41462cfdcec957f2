import { PorticoError } from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';

export type Encoding = 'utf8' | 'base64';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const BODILESS = new Set(['GET', 'HEAD']);
const TEXTUAL = /^(?:text\/|application\/(?:json|xml|javascript|x-www-form-urlencoded|[a-z0-9.+-]+\+(?:json|xml))\b)/i;

export function bodyUp(method: string, body: string | undefined, encoding: Encoding): Uint8Array | undefined {
  if (body === undefined) return undefined;
  if (BODILESS.has(method) || (encoding === 'base64' && !BASE64.test(body))) {
    throw new PorticoError('ERR_GATEWAY_BODY_REFUSED');
  }
  const bytes = Buffer.from(body, encoding);
  if (bytes.length > netQuotas.request) throw new PorticoError('ERR_GATEWAY_REQUEST_TOO_LARGE');
  return bytes;
}

/** Text stays readable when it says that it is text and is valid UTF-8; everything else travels as base64. */
export function bodyDown(bytes: Uint8Array, contentType: string | undefined): { body: string; encoding: Encoding } {
  if (contentType !== undefined && TEXTUAL.test(contentType)) {
    try {
      return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf8' };
    } catch {
      // Labelled as text in another charset: the app gets the bytes and decodes them itself.
    }
  }
  return bytes.length === 0
    ? { body: '', encoding: 'utf8' }
    : { body: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
}
