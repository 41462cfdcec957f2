import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { jwtVerify } from 'jose';
import { readPartnerKey } from './partner-key.ts';
import { createRegistryClient } from './registry-client.ts';

const pair = generateKeyPairSync('ed25519');
const key = readPartnerKey(JSON.stringify(pair.privateKey.export({ format: 'jwk' })));
const ticket = {
  orderId: 'o-1',
  orderToken: 't',
  state: 'CREATED',
  orderVersion: 0,
  expiresAt: '2026-03-01T08:00:00Z',
};

/** A listener that records what the client sent and answers what the test wants: the wire, not the registry. */
async function listener(answer: (request: IncomingMessage, body: string) => { status: number; body: string }) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const reply = answer(request, body);
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return createRegistryClient({
    api: `http://127.0.0.1:${port}`,
    publicOrigin: 'http://bank.portico.localhost:8080',
    appId: 'com.cityparking.app',
    key,
  });
}

const order = { outOrderNo: 'P1', currency: 'CNY', amountMinor: '1500', title: '停车费', items: [] } as const;

test('creating an order signs exactly the bytes that are sent', async () => {
  let genuine = false;
  const client = await listener((request, body) => {
    const header = (name: string) => String(request.headers[name]);
    const digest = createHash('sha256').update(body).digest('hex');
    const signed = [
      'portico-request-v1',
      request.method,
      request.url,
      digest,
      header('portico-timestamp'),
      header('portico-nonce'),
    ].join('\n');
    const signature = Buffer.from(header('portico-signature'), 'base64url');
    genuine = verify(null, Buffer.from(signed), createPublicKey(key.privateKey), signature);
    assert.equal(JSON.parse(body).appId, 'com.cityparking.app');
    return { status: 201, body: JSON.stringify({ ...ticket, extra: 'new member' }) };
  });
  assert.deepEqual(await client.createOrder(order), ticket);
  assert.ok(genuine);
});

test('exchanging a code proves the partner with a short-lived assertion for the token address', async () => {
  const client = await listener(() => ({ status: 400, body: '{}' }));
  await assert.rejects(client.exchangeLoginCode('c'), { code: 'ERR_KIT_REFUSED' });

  let assertion = '';
  const willing = await listener((_request, body) => {
    const sent = JSON.parse(body);
    assertion = sent.client_assertion;
    assert.equal(sent.code, 'code-1');
    assert.equal(sent.client_assertion_type, 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    return { status: 200, body: JSON.stringify({ openid: 'open', session: 's', expires_in: 7200 }) };
  });
  assert.deepEqual(await willing.exchangeLoginCode('code-1'), { openid: 'open', session: 's', expiresInSeconds: 7200 });
  const { payload, protectedHeader } = await jwtVerify(assertion, createPublicKey(key.privateKey), {
    issuer: 'com.cityparking.app',
    subject: 'com.cityparking.app',
    audience: 'http://bank.portico.localhost:8080/api/v1/identity/token',
    requiredClaims: ['jti', 'exp'],
  });
  assert.equal(protectedHeader.kid, key.keyId);
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60);
});

test('a refusal carries the registry’s code and status', async () => {
  const client = await listener(() => ({
    status: 409,
    body: JSON.stringify({ code: 'ERR_PAYMENT_ORDER_CONFLICT', detail: 'other body' }),
  }));
  await assert.rejects(client.createOrder(order), {
    code: 'ERR_KIT_REFUSED',
    data: { status: 409, code: 'ERR_PAYMENT_ORDER_CONFLICT' },
  });
});

test('outages, odd answers and misfits are three different errors', async () => {
  const down = await listener(() => ({ status: 503, body: '' }));
  await assert.rejects(down.order('o-1'), { code: 'ERR_KIT_UNREACHABLE' });
  const html = await listener(() => ({ status: 200, body: '<html>' }));
  await assert.rejects(html.order('o-1'), { code: 'ERR_KIT_ANSWER' });
  const misfit = await listener(() => ({ status: 200, body: JSON.stringify({ ...ticket, amountMinor: 15.5 }) }));
  await assert.rejects(misfit.order('o-1'), { code: 'ERR_KIT_ANSWER' });
});
