import { createHash, createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, jwtVerify, SignJWT } from 'jose';
import { Webhook } from 'standardwebhooks';
import type { PartnerKey } from '../../../kit/server/index.ts';

export const PUBLIC_ORIGIN = 'http://bank.portico.localhost:8080';
export const BACKEND_ORIGIN = 'https://parking.example';
export const APP_ID = 'com.cityparking.app';

interface DoubleOrder {
  orderId: string;
  orderToken: string;
  state: string;
  orderVersion: number;
  expiresAt: string;
  outOrderNo: string;
  currency: string;
  amountMinor: string;
  paidAt: string | null;
  body: string;
}

/**
 * A TEST DOUBLE of the bank's registry, for this server's own tests: it speaks the registry's HTTP as far as a partner
 * sees it and checks the partner's signatures for real, but keeps orders in memory and moves no money.
 */
export async function startRegistryDouble(key: PartnerKey, now: () => Date) {
  const publicKey = createPublicKey(key.privateKey);
  const gatewayKeys = generateKeyPairSync('ed25519');
  const jwks = { keys: [{ ...(await exportJWK(gatewayKeys.publicKey)), kid: 'service', alg: 'EdDSA', use: 'sig' }] };
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const codes = new Map<string, string>();
  const orders = new Map<string, DoubleOrder>();
  const asked: string[] = [];
  let down = false;

  function isSigned(request: IncomingMessage, body: string): boolean {
    const header = (name: string) => String(request.headers[name] ?? '');
    const digest = createHash('sha256').update(body).digest('hex');
    const text = ['portico-request-v1', request.method, request.url, digest];
    const signed = [...text, header('portico-timestamp'), header('portico-nonce')].join('\n');
    const signature = Buffer.from(header('portico-signature'), 'base64url');
    return header('portico-key-id') === key.keyId && verify(null, Buffer.from(signed), publicKey, signature);
  }

  async function token(body: string) {
    const sent = JSON.parse(body);
    await jwtVerify(sent.client_assertion, publicKey, {
      audience: `${PUBLIC_ORIGIN}/api/v1/identity/token`,
      issuer: APP_ID,
      currentDate: now(),
    });
    const openid = codes.get(sent.code);
    codes.delete(sent.code);
    if (openid === undefined) return { status: 400, answer: { code: 'ERR_IDENTITY_GRANT_REFUSED' } };
    return { status: 200, answer: { openid, session: 'session-of-the-double', expires_in: 7200 } };
  }

  function createOrder(body: string) {
    const sent = JSON.parse(body);
    const earlier = [...orders.values()].find(({ outOrderNo }) => outOrderNo === sent.outOrderNo);
    if (earlier) {
      return earlier.body === body
        ? { status: 200, answer: earlier }
        : { status: 409, answer: { code: 'ERR_PAYMENT_ORDER_CONFLICT' } };
    }
    const order: DoubleOrder = {
      orderId: `order-${orders.size + 1}`,
      orderToken: `token-${orders.size + 1}`,
      state: 'CREATED',
      orderVersion: 1,
      expiresAt: new Date(now().getTime() + sent.expiresInSeconds * 1000).toISOString(),
      outOrderNo: sent.outOrderNo,
      currency: sent.currency,
      amountMinor: sent.amountMinor,
      paidAt: null,
      body,
    };
    orders.set(order.orderId, order);
    return { status: 201, answer: order };
  }

  function orderRoute(method: string, path: string) {
    const [, orderId = '', close] = /^\/api\/v1\/orders\/([^/]+)(\/close)?$/.exec(path) ?? [];
    const order = orders.get(orderId);
    if (order === undefined) return { status: 404, answer: { code: 'ERR_PAYMENT_ORDER_NOT_FOUND' } };
    if (method === 'POST' && close) {
      if (order.state !== 'CREATED') return { status: 409, answer: { code: 'ERR_PAYMENT_ORDER_BUSY' } };
      move(order, 'CLOSED');
    }
    return { status: 200, answer: order };
  }

  function move(order: DoubleOrder, state: string): void {
    order.state = state;
    order.orderVersion += 1;
    if (state === 'PAID') order.paidAt = now().toISOString();
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url.replace(/order-\d+/, ':id')}`);
    const reply = (status: number, answer: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (url === '/.well-known/portico/jwks.json') return reply(200, jwks);
    if (down) return reply(503, {});
    if (url === '/api/v1/identity/token') {
      const { status, answer } = await token(body);
      return reply(status, answer);
    }
    if (!isSigned(request, body)) return reply(401, { code: 'ERR_IDENTITY_SIGNATURE_REFUSED' });
    const { status, answer } = url === '/api/v1/orders' ? createOrder(body) : orderRoute(method, url);
    return reply(status, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const byNumber = (outOrderNo: string): DoubleOrder => {
    const order = [...orders.values()].find((one) => one.outOrderNo === outOrderNo);
    if (order === undefined) throw new RangeError(`The double has no order ${outOrderNo}.`);
    return order;
  };

  return {
    api: `http://127.0.0.1:${port}`,
    secret,
    /** `METHOD /path` of every request received. */
    asked,
    orders,
    loginCode(openid: string): string {
      const code = randomBytes(16).toString('hex');
      codes.set(code, openid);
      return code;
    },
    move: (outOrderNo: string, state: string) => move(byNumber(outOrderNo), state),
    setAmount: (outOrderNo: string, amountMinor: string) => {
      byNumber(outOrderNo).amountMinor = amountMinor;
    },
    setDown: (value: boolean) => {
      down = value;
    },
    /** The header that the gateway adds to a request. */
    identity(openid: string | undefined, claims: Record<string, unknown> = {}): Promise<string> {
      const seconds = Math.floor(now().getTime() / 1000);
      return new SignJWT({
        iss: PUBLIC_ORIGIN,
        aud: BACKEND_ORIGIN,
        ...(openid ? { sub: openid } : {}),
        appId: APP_ID,
        release: 'a'.repeat(64),
        jti: randomBytes(16).toString('hex'),
        iat: seconds,
        exp: seconds + 60,
        ...claims,
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'service' })
        .sign(gatewayKeys.privateKey);
    },
    /** A notice as the registry sends it about the order's present state, or about another one. */
    notice(outOrderNo: string, changes: Record<string, unknown> = {}) {
      const { orderId, state, orderVersion } = byNumber(outOrderNo);
      const data = { orderId, outOrderNo, state, orderVersion, ...changes };
      const body = JSON.stringify({ type: `order.${state.toLowerCase()}`, timestamp: now().toISOString(), data });
      const id = `msg-${randomBytes(6).toString('hex')}`;
      // The scheme's library compares with the machine's clock, so a notice is stamped with it.
      const sentAt = new Date();
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': Math.floor(sentAt.getTime() / 1000).toString(),
        'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
      };
      return { headers, body };
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type RegistryDouble = Awaited<ReturnType<typeof startRegistryDouble>>;
