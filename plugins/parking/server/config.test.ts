import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'parking-config-'));
after(() => rmSync(folder, { recursive: true }));
const keyFile = join(folder, 'key.json');
writeFileSync(keyFile, JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })));
const env = {
  PARKING_DATA_DIR: folder,
  PORTICO_API: 'http://127.0.0.1:8080',
  PORTICO_PUBLIC_ORIGIN: 'http://bank.portico.localhost:8080',
  PARKING_PARTNER_KEY_FILE: keyFile,
  PARKING_WEBHOOK_SECRET: 'whsec_b2xkIHNlY3JldA== whsec_bmV3IHNlY3JldA==',
};

test('two webhook secrets may be given while one is being replaced', () => {
  assert.equal(readConfig(env).webhookSecrets.length, 2);
});

test('made-up stays are never charged outside development', () => {
  assert.throws(() => readConfig({ ...env, PORTICO_PUBLIC_ORIGIN: 'https://m.bank.example' }), {
    code: 'ERR_PARKING_CONFIG',
    message: /simulator/,
  });
});

test('a key file that holds something else is named, and its content is not', () => {
  writeFileSync(keyFile.replace('key', 'broken'), 'secret text');
  assert.throws(
    () => readConfig({ ...env, PARKING_PARTNER_KEY_FILE: keyFile.replace('key', 'broken') }),
    (error: Error) => error.message.includes('PARKING_PARTNER_KEY_FILE') && !error.message.includes('secret'),
  );
});
