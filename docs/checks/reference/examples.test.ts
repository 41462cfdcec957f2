/** The programs printed in the guides run as they stand there. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../registry/platform/index.ts';
import { approvalText, verifyText } from '../../../registry/publishing/index.ts';
import { parseAppId, parseReleaseDigest } from '../../../sandbox/contract/index.ts';
import { readProse } from './prose.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'portico-guides-'));
after(() => rmSync(folder, { recursive: true }));
const { privateKey } = generateKeyPairSync('ed25519');
const jwk = privateKey.export({ format: 'jwk' });
const keyFile = join(folder, 'key.json');
writeFileSync(keyFile, JSON.stringify(jwk));

/** The one block of a guide that holds these words, as a file. */
function example(guide: string, words: string, name: string): string {
  const { blocks } = readProse(root, guide);
  const [block, ...others] = blocks.filter((candidate) => candidate.text.includes(words));
  assert.ok(block && others.length === 0, `${guide} has one block with ${words}`);
  const file = join(folder, name);
  writeFileSync(file, block.text.replaceAll("'../plugins/", `'${root}plugins/`));
  return file;
}

/** A registry that answers one JSON value to everything, and remembers what it was asked. */
async function listen(answer: unknown) {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    asked.push({ request, body: await text(request) });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  after(() => server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  after(() => child.kill());
  return { exit: once(child, 'exit'), said: () => said };
}

test('the reviewer’s program signs exactly what the registry verifies', async () => {
  const appId = parseAppId('com.example.tea');
  const digest = parseReleaseDigest('ab'.repeat(32));
  assert.ok(appId && digest);
  const registry = await listen({ appId, digest, version: '1.0.0', state: 'SECOND_APPROVAL', approvedBy: ['lin'] });
  const file = example('docs/guide/reviewer.md', 'portico-approval-v1\\n', 'approve.mjs');
  const child = run(file, ['some-id', digest], { REGISTRY: registry.origin, STAFF_TOKEN: 'st_x', KEY_FILE: keyFile });
  const [code] = await child.exit;
  assert.equal(code, 0, child.said());
  const { body } = registry.asked.at(-1) ?? { body: '{}' };
  assert.ok(verifyText(String(jwk.x), approvalText(appId, digest), JSON.parse(body).signature));
});

test('the partner’s server turns away strangers, and believes the registry rather than a notice', async () => {
  const order = {
    orderId: 'o-1',
    outOrderNo: 'tea-1',
    state: 'PAID',
    orderVersion: 3,
    currency: 'CNY',
    amountMinor: '1800',
  };
  const registry = await listen(order);
  const port = await freePort();
  const secret = Buffer.alloc(24, 7).toString('base64');
  const child = run(example('docs/guide/partner.md', 'createIdentityVerifier({', 'server.ts'), [], {
    API: registry.origin,
    PUBLIC_ORIGIN: 'http://bank.portico.localhost:8080',
    KEY_FILE: keyFile,
    WEBHOOK_SECRET: `whsec_${secret}`,
    PORT: String(port),
  });
  const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);
  for (let tries = 0; tries < 200 && !(await ask('/').catch(() => undefined)); tries += 1) await pause(50);

  assert.equal((await ask('/orders', { method: 'POST' })).status, 401);

  const data = { orderId: 'o-1', outOrderNo: 'tea-1', state: 'CLOSED', orderVersion: 2 };
  const body = JSON.stringify({ type: 'order.closed', timestamp: new Date().toISOString(), data });
  const at = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`msg_1.${at}.${body}`).digest('base64');
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': `v1,${mac}` };
  assert.equal((await ask('/webhooks/portico', { method: 'POST', headers, body })).status, 200);
  assert.match(child.said(), /order tea-1 is PAID/);
  const forged = { ...headers, 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` };
  assert.equal((await ask('/webhooks/portico', { method: 'POST', headers: forged, body })).status, 401);
});
