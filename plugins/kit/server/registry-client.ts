import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { PartnerKey } from './partner-key.ts';
import {
  type LoginSession,
  type NewOrder,
  type Order,
  type OrderTicket,
  parseOrder,
  parseSession,
  parseTicket,
} from './registry-answers.ts';
import { signRequest } from './signed-request.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const TOKEN_PATH = '/api/v1/identity/token';

export interface RegistryClientOptions {
  /** Where the registry's API is reached, e.g. `https://api.bank.example`; in development the loopback address. */
  readonly api: string;
  /** The container's public origin: the audience that client assertions name. */
  readonly publicOrigin: string;
  readonly appId: string;
  readonly key: PartnerKey;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly uuid?: () => string;
  /** Longest wait for one answer; default 10 s. */
  readonly timeoutMs?: number;
}

/** Every method throws ERR_KIT_UNREACHABLE (safe to repeat), ERR_KIT_REFUSED (`data`: status, code) or ERR_KIT_ANSWER. */
export interface RegistryClient {
  /** Exchanges the single-use code of `identity.login` (RFC 6749 §4.1.3, authenticated by RFC 7523 §2.2). */
  exchangeLoginCode(code: string): Promise<LoginSession>;
  createOrder(order: NewOrder): Promise<OrderTicket>;
  order(orderId: string): Promise<Order>;
  /** Refused (`data.status` 409) while a payment of the order is under way or done. */
  closeOrder(orderId: string): Promise<Order>;
}

export function createRegistryClient(options: RegistryClientOptions): RegistryClient {
  const { api, publicOrigin, appId, key, timeoutMs = 10_000 } = options;
  const now = options.now ?? (() => new Date());
  const uuid = options.uuid ?? randomUUID;
  const send = options.fetch ?? fetch;

  async function call(method: string, path: string, body: string, headers: Readonly<Record<string, string>>) {
    let response: Response;
    let text: string;
    try {
      response = await send(`${api}${path}`, {
        method,
        headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        ...(body ? { body } : {}),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch (cause) {
      throw new PorticoError('ERR_KIT_UNREACHABLE', { cause });
    }
    // A gateway error or an overloaded registry says nothing about the request itself: it may be repeated.
    if (response.status >= 500 || response.status === 429) {
      throw new PorticoError('ERR_KIT_UNREACHABLE', { data: { status: response.status } });
    }
    const answer = parseJson(text);
    if (!response.ok) throw refusal(response.status, answer);
    return answer;
  }

  const signed = (method: string, path: string, payload?: unknown) => {
    const body = payload === undefined ? '' : JSON.stringify(payload);
    return call(method, path, body, signRequest(key, { method, path, body, now: now(), nonce: uuid() }));
  };

  return {
    async exchangeLoginCode(code) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const assertion = await new SignJWT({})
        .setProtectedHeader({ alg: 'EdDSA', kid: key.keyId, typ: 'JWT' })
        .setIssuer(appId)
        .setSubject(appId)
        .setAudience(`${publicOrigin}${TOKEN_PATH}`)
        .setJti(uuid())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + 60)
        .sign(key.privateKey);
      const body = JSON.stringify({
        grant_type: 'authorization_code',
        code,
        client_id: appId,
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: assertion,
      });
      return parseSession(await call('POST', TOKEN_PATH, body, {}));
    },
    createOrder: async (order) => parseTicket(await signed('POST', '/api/v1/orders', { appId, ...order })),
    order: async (orderId) => parseOrder(await signed('GET', `/api/v1/orders/${encodeURIComponent(orderId)}`)),
    closeOrder: async (orderId) =>
      parseOrder(await signed('POST', `/api/v1/orders/${encodeURIComponent(orderId)}/close`)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PorticoError('ERR_KIT_ANSWER', { detail: 'It is not JSON.', cause });
  }
}

/** Keeps the registry's code and sentence (RFC 9457 members `code`, `detail`) for the partner's log. */
function refusal(status: number, problem: unknown): PorticoError {
  const members: Partial<Record<'code' | 'detail' | 'title', unknown>> =
    typeof problem === 'object' && problem !== null ? problem : {};
  const sentence = typeof members.detail === 'string' ? members.detail : members.title;
  return new PorticoError('ERR_KIT_REFUSED', {
    ...(typeof sentence === 'string' ? { detail: sentence } : {}),
    data: { status, ...(typeof members.code === 'string' ? { code: members.code } : {}) },
  });
}
