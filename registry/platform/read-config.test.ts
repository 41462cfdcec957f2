import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './read-config.ts';

const refuses = (environment: Record<string, string>, code: string, says: RegExp) =>
  assert.throws(() => readConfig(environment, '/srv'), { code, message: says });
const production = {
  PORTICO_PUBLIC_ORIGIN: 'https://m.apps.bank.example',
  PORTICO_CONSOLE_ORIGIN: 'https://console.bank-staff.example',
  PORTICO_OIDC_ISSUER: 'https://login.bank.example/oidc',
};

test('with no settings at all it is a demo on *.localhost', () => {
  const config = readConfig({}, '/srv');
  assert.equal(config.publicOrigin, 'http://bank.portico.localhost:8080');
  assert.equal(config.contentDomain, 'portico.localhost:8080');
  assert.equal(config.consoleOrigin, 'http://console.localhost:8080');
  assert.equal(config.issuerOrigin, 'http://id.localhost:8080');
  assert.equal(config.dataDir, '/srv/.portico');
  assert.equal(config.demo, true);
  assert.equal(config.embeddedIssuer, true);
});

test('another port moves every default origin', () => {
  const config = readConfig({ PORTICO_PORT: '9000' }, '/srv');
  assert.equal(config.publicOrigin, 'http://bank.portico.localhost:9000');
  assert.equal(config.contentDomain, 'portico.localhost:9000');
});

test('public origins outside .localhost turn the demo off, and asking for it is refused', () => {
  const config = readConfig(production, '/srv');
  assert.equal(config.demo, false);
  assert.equal(config.contentDomain, 'apps.bank.example');
  assert.equal(config.contentScheme, 'https');
  refuses({ ...production, PORTICO_DEMO: 'on' }, 'ERR_PLATFORM_CONFIG_DEMO', /only where every public origin/);
});

test('one public origin outside .localhost is enough to refuse the demo parts', () => {
  refuses({ PORTICO_OIDC_ISSUER: 'https://login.bank.example', PORTICO_DEMO: 'on' }, 'ERR_PLATFORM_CONFIG_DEMO', /./);
});

test('back ends are mapped to loopback only, and only where every public origin is *.localhost', () => {
  const map = 'https://parking.example=http://127.0.0.1:9001, https://movies.example=http://localhost:9002';
  assert.equal(
    readConfig({ PORTICO_BACKEND_MAP: map }, '/').backendMap.get('https://parking.example'),
    'http://127.0.0.1:9001',
  );
  refuses({ ...production, PORTICO_BACKEND_MAP: map }, 'ERR_PLATFORM_CONFIG_BACKEND_MAP', /./);
  refuses(
    { PORTICO_BACKEND_MAP: 'https://parking.example=http://10.0.0.1:80' },
    'ERR_PLATFORM_CONFIG_VALUE',
    /10\.0\.0\.1/,
  );
});

for (const [name, value] of [
  ['PORTICO_PORT', '80a'],
  ['PORTICO_PORT', '70000'],
  ['PORTICO_PUBLIC_ORIGIN', 'https://m.example.com/'],
  ['PORTICO_PUBLIC_ORIGIN', 'http://m.example.com'],
  ['PORTICO_PUBLIC_ORIGIN', 'not a url'],
  ['PORTICO_CONTENT_DOMAIN', 'example.com; sandbox'],
  ['PORTICO_CONTENT_DOMAIN', 'other.localhost:8080'],
  ['PORTICO_CONSOLE_ORIGIN', 'http://console.portico.localhost:8080'],
  ['PORTICO_DEMO', 'yes'],
  ['PORTICO_BLOB_URL', 's3://bucket'],
  ['LOG_LEVEL', 'loud'],
] as const) {
  test(`${name}=${value} is refused with a sentence that names a setting`, () => {
    refuses({ [name]: value }, 'ERR_PLATFORM_CONFIG_VALUE', /PORTICO_|LOG_LEVEL/);
  });
}

test('a wrong database URL is refused without repeating its password', () => {
  refuses({ DATABASE_URL: 'mysql://root:secret@db/x' }, 'ERR_PLATFORM_CONFIG_VALUE', /^(?!.*secret).*DATABASE_URL/);
});
