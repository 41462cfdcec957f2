import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createIdentityVerifier } from './gateway-identity.ts';

const NOW = new Date('2026-03-01T08:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const ISSUER = 'http://bank.portico.localhost:8080';
const AUDIENCE = 'https://parking.example';

async function world() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'gateway-1' };
  const verify = createIdentityVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    appId: 'com.cityparking.app',
    keys: createLocalJWKSet({ keys: [jwk] }),
    now: () => NOW,
  });
  let serial = 0;
  const token = (claims: Record<string, unknown> = {}, alg = 'EdDSA') =>
    new SignJWT({
      iss: ISSUER,
      aud: AUDIENCE,
      sub: 'o-1234567890123456789012',
      appId: 'com.cityparking.app',
      release: 'f'.repeat(64),
      jti: `request-${serial++}`,
      iat: SECONDS,
      exp: SECONDS + 60,
      ...claims,
    })
      .setProtectedHeader({ alg, kid: 'gateway-1' })
      .sign(privateKey);
  return { verify, token };
}

const refused = { code: 'ERR_KIT_IDENTITY' };

test('a token of the gateway tells who calls', async () => {
  const { verify, token } = await world();
  assert.deepEqual(await verify(await token()), {
    openid: 'o-1234567890123456789012',
    release: 'f'.repeat(64),
    requestId: 'request-0',
  });
  assert.equal((await verify(await token({ sub: undefined }))).openid, undefined);
});

test('a token passes once', async () => {
  const { verify, token } = await world();
  const one = await token();
  await verify(one);
  await assert.rejects(verify(one), refused);
});

test('tokens for another app, back end or issuer, or out of time, are refused', async () => {
  const { verify, token } = await world();
  const wrong: Record<string, unknown>[] = [
    { appId: 'com.other.app' },
    { aud: 'https://movies.example' },
    { iss: 'http://evil.localhost' },
    { exp: SECONDS - 6 },
    { exp: undefined },
    { jti: undefined },
    { iat: SECONDS - 3600, exp: SECONDS + 60 },
    { release: undefined },
  ];
  for (const claims of wrong) await assert.rejects(verify(await token(claims)), refused, JSON.stringify(claims));
});

test('unsigned tokens, tokens of another key and other things are refused', async () => {
  const { verify } = await world();
  const stranger = await world();
  const none = new UnsecuredJWT({ appId: 'com.cityparking.app' }).setExpirationTime('1m').encode();
  for (const header of [none, await stranger.token(), undefined, '', 'a.b.c', ['x'], 'x'.repeat(9000)]) {
    await assert.rejects(verify(header), refused);
  }
});
