/** The people around a payment, for tests: they speak HTTP to the real routes, with real keys and passkeys. */
import { createHash, createPrivateKey, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { type Authenticator, createAuthenticator } from '../../platform/testing/authenticator.ts';
import type { Intent } from '../intent.ts';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T & { readonly code?: string };
}

export interface Demo {
  readonly partners: readonly [{ readonly id: string; readonly keyId: string; readonly keyFile: string }];
  readonly services: readonly [{ readonly token: string }];
}

/** How requests reach the registry: injected in one process, or over a socket into another. */
export type Call = (request: {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}) => Promise<{ readonly status: number; readonly text: string; readonly setCookie: string | undefined }>;

export function injectInto(app: FastifyInstance): Call {
  return async ({ method, url, headers, body }) => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const cookie = answer.headers['set-cookie'];
    return { status: answer.statusCode, text: answer.body, setCookie: Array.isArray(cookie) ? cookie[0] : cookie };
  };
}

export interface CreatedOrder {
  readonly orderId: string;
  readonly orderToken: string;
  readonly state: string;
  readonly orderVersion: number;
  readonly expiresAt: string;
}
export interface OrderView {
  readonly state: string;
  readonly orderVersion: number;
  readonly receiptNo?: string;
  readonly outOrderNo: string;
}

export const APP_ID = 'com.cityparking.app';

export interface TestPartner {
  order(fields?: Readonly<Record<string, unknown>>): Promise<Answer<CreatedOrder>>;
  read(orderId: string): Promise<Answer<OrderView>>;
  close(orderId: string): Promise<Answer<OrderView>>;
}

/** A partner's server, signing as the demo partner. `now`: its clock. */
export async function createTestPartner(call: Call, demo: Demo, now: () => Date): Promise<TestPartner> {
  const [partner] = demo.partners;
  const key = createPrivateKey({ key: JSON.parse(await readFile(partner.keyFile, 'utf8')), format: 'jwk' });
  const signed = async <T>(method: 'GET' | 'POST', url: string, body?: unknown): Promise<Answer<T>> => {
    const text = body === undefined ? '' : JSON.stringify(body);
    return answerOf<T>(
      await call({
        method,
        url,
        headers: {
          host: 'localhost',
          ...signature(key, partner.keyId, { method, url, text, at: now() }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: text }),
      }),
    );
  };
  return {
    order: (fields = {}) =>
      signed('POST', '/api/v1/orders', {
        appId: APP_ID,
        outOrderNo: randomUUID(),
        currency: 'CNY',
        amountMinor: '1500',
        title: '停车费',
        items: [{ name: '停车 2 小时', quantity: 1, amountMinor: fields.amountMinor ?? '1500' }],
        ...fields,
      }),
    read: (orderId) => signed('GET', `/api/v1/orders/${orderId}`),
    close: (orderId) => signed('POST', `/api/v1/orders/${orderId}/close`),
  };
}

function signature(key: KeyObject, keyId: string, request: { method: string; url: string; text: string; at: Date }) {
  const timestamp = Math.floor(request.at.getTime() / 1000).toString();
  const nonce = randomBytes(16).toString('base64url');
  const digest = createHash('sha256').update(request.text).digest('hex');
  const text = ['portico-request-v1', request.method, request.url, digest, timestamp, nonce].join('\n');
  return {
    'portico-key-id': keyId,
    'portico-timestamp': timestamp,
    'portico-nonce': nonce,
    'portico-signature': sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

export interface OpenedIntent {
  readonly attemptId: string;
  readonly intent: Intent;
  readonly challenge: string;
  readonly expiresAt: string;
}
export interface Confirmed {
  readonly hint: string;
  readonly attemptState: string;
  readonly orderId: string;
}
export interface ReceiptView {
  readonly state: string;
  readonly attemptState: string;
  readonly payeeName: string;
  readonly amountMinor: string;
  readonly receiptNo?: string;
  readonly paidAt?: string;
}

export interface TestCustomer {
  readonly userId: string;
  readonly passkey: Authenticator;
  open(orderToken: string, appId?: string): Promise<Answer<OpenedIntent>>;
  confirm(attemptId: string, assertion: unknown): Promise<Answer<Confirmed>>;
  cancel(attemptId: string): Promise<Answer<{ hint: string }>>;
  query(orderToken: string, appId?: string): Promise<Answer<{ hint: string }>>;
  receipt(orderId: string): Promise<Answer<ReceiptView>>;
  receipts(): Promise<Answer<{ orders: ReceiptView[] }>>;
  /** Grants `identity.login` to the app, as its log-in would. */
  login(appId: string): Promise<void>;
  /** Enrols one more passkey with the word of the one in use; it pays from then on. */
  enrolAnother(): Promise<void>;
  /** Opens the cashier and signs what it shows. */
  pay(orderToken: string): Promise<Answer<Confirmed>>;
}

/** A customer who came from the bank's native app (hand-off) and enrolled a passkey. */
export async function createTestCustomer(
  call: Call,
  demo: Demo,
  origin: string,
  now: () => Date,
): Promise<TestCustomer> {
  const minted = await call({
    method: 'POST',
    url: '/api/v1/session/handoff-codes',
    headers: {
      host: 'localhost',
      authorization: `Bearer ${demo.services[0].token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ subject: randomUUID(), authenticatedAt: now().toISOString() }),
  });
  const { code } = answerOf<{ code: string }>(minted).body;
  let cookie = '';
  const own = async <T>(method: 'GET' | 'POST', url: string, body?: unknown): Promise<Answer<T>> => {
    const answer = await call({
      method,
      url,
      headers: {
        host: new URL(origin).host,
        origin,
        'sec-fetch-site': 'same-origin',
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.setCookie !== undefined) cookie = answer.setCookie.split(';')[0] ?? '';
    return answerOf<T>(answer);
  };
  await own('POST', '/api/v1/session/handoff', { code });
  const session = await own<{ userId: string }>('GET', '/api/v1/session');
  const askOptions = (body: unknown) => own<{ challenge: string }>('POST', '/api/v1/identity/passkeys/options', body);
  const enrol = async (challenge: string): Promise<Authenticator> => {
    const fresh = createAuthenticator(origin);
    const enrolled = await own('POST', '/api/v1/identity/passkeys', { attestation: fresh.attest(challenge) });
    if (enrolled.status !== 201) throw new Error(`enrolling a passkey: ${JSON.stringify(enrolled)}`);
    return fresh;
  };
  let passkey = await enrol((await askOptions({})).body.challenge);

  const intents = '/api/v1/payments/intents';
  const customer: TestCustomer = {
    userId: session.body.userId,
    get passkey() {
      return passkey;
    },
    open: (orderToken, appId = APP_ID) => own('POST', intents, { appId, orderToken }),
    confirm: (attemptId, assertion) => own('POST', `${intents}/${attemptId}/confirm`, { assertion }),
    cancel: (attemptId) => own('POST', `${intents}/${attemptId}/cancel`),
    query: (orderToken, appId = APP_ID) => own('POST', '/api/v1/payments/query', { appId, orderToken }),
    receipt: (orderId) => own('GET', `/api/v1/payments/orders/${orderId}`),
    receipts: () => own('GET', '/api/v1/payments/orders'),
    async login(appId) {
      const answer = await own('POST', '/api/v1/identity/login-code', { appId, releaseDigest: '0'.repeat(64) });
      if (answer.status >= 300) throw new Error(`login: ${JSON.stringify(answer)}`);
    },
    async enrolAnother() {
      const proof = passkey.assert((await askOptions({})).body.challenge);
      passkey = await enrol((await askOptions({ proof })).body.challenge);
    },
    async pay(orderToken) {
      const opened = await customer.open(orderToken);
      if (opened.status !== 201) return opened as unknown as Answer<Confirmed>;
      return customer.confirm(opened.body.attemptId, passkey.assert(opened.body.challenge));
    },
  };
  return customer;
}

function answerOf<T>(answer: { status: number; text: string }): Answer<T> {
  return { status: answer.status, body: (answer.text === '' ? {} : JSON.parse(answer.text)) as Answer<T>['body'] };
}
