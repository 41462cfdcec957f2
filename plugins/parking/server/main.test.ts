import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'parking-process-'));
after(() => rmSync(folder, { recursive: true }));
const keyFile = join(folder, 'key.json');
writeFileSync(keyFile, JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })));

function start(env: Record<string, string>) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match);
      };
      listeners.add(look);
      look();
      exit.then(() => reject(new Error(`The process ended without ${pattern}: ${output}`)));
    });
  return { child, exit, line, output: () => output };
}

const settings = {
  PARKING_PORT: '0',
  PARKING_DATA_DIR: join(folder, 'data'),
  PORTICO_API: 'http://127.0.0.1:9',
  PORTICO_PUBLIC_ORIGIN: 'http://bank.portico.localhost:8080',
  PARKING_PARTNER_KEY_FILE: keyFile,
  PARKING_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 1).toString('base64')}`,
};

test('the process says where it listens, answers, and stops cleanly on SIGTERM', async () => {
  const server = start(settings);
  const [, address] = await server.line(/parking server listening on (http:\/\/127\.0\.0\.1:\d+)\n/);
  const health = await fetch(`${address}/healthz`);
  assert.equal(health.status, 200);
  await fetch(`${address}/v1/plates/${encodeURIComponent('沪A12345')}/stay`);
  server.child.kill('SIGTERM');
  assert.equal(await server.exit, 0);
  assert.match(server.output(), /"route":"\/v1\/plates\/:plate\/stay"/);
  assert.doesNotMatch(server.output(), /12345|%E6%B2%AA/, 'plates do not reach the log');
});

test('it stops when the process that started it is gone', async () => {
  const server = start({ ...settings, PARKING_DATA_DIR: join(folder, 'other') });
  await server.line(/parking server listening/);
  server.child.disconnect();
  assert.equal(await server.exit, 0);
});

test('a port that is taken ends it with a sentence that says what to do, also under a process that lives on', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const server = start({ ...settings, PARKING_PORT: String(port), PARKING_DATA_DIR: join(folder, 'third') });
  t.after(() => {
    server.child.kill();
    other.close();
  });
  assert.equal(await Promise.race([server.exit, pause(20_000, 'lives on', { ref: false })]), 1);
  assert.equal(
    server.output(),
    `Another program uses this port; stop it, or set PARKING_PORT to another. 127.0.0.1:${port}\n`,
  );
});

test('missing settings are all named in one sentence each', async () => {
  const server = start({ PARKING_PORT: 'x', PORTICO_API: 'http://127.0.0.1:9/api' });
  assert.equal(await server.exit, 1);
  for (const sentence of [
    'PARKING_PORT is not a port number.',
    'PARKING_DATA_DIR is not set.',
    'PORTICO_API is not an origin',
    'PARKING_PARTNER_KEY_FILE is not set.',
    'PARKING_WEBHOOK_SECRET is not set.',
  ]) {
    assert.ok(server.output().includes(sentence), sentence);
  }
});
