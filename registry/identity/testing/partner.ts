/** A partner as its own server acts: signs requests and client assertions. */
import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import {
  type AppId,
  type PartnerId,
  PorticoError,
  parseAppId,
  parsePartnerId,
} from '../../../sandbox/contract/index.ts';
import { newToken, storeToken } from '../callers/bearer.ts';
import { textToSign } from '../callers/signed-request.ts';
import { createContext, secondsAfter } from '../context.ts';
import { type PrivateJwk, privateJwkFromSeed, privateKeyObject, signEd25519 } from '../keys/ed25519.ts';
import { registerKey } from '../partners/partner-store.ts';
import type { TestRegistry } from './registry.ts';

export interface TestPartner {
  readonly id: PartnerId;
  readonly appId: AppId;
  readonly token: string;
  readonly key: PrivateJwk;
  readonly releaseKey: PrivateJwk;
}

/** Registers a partner with one app, an `api` key, a `release` key and a token for keys alone. */
export async function addPartner({ test, identity }: TestRegistry, name: string): Promise<TestPartner> {
  const { platform } = test;
  const context = createContext(platform);
  const now = platform.clock.now();
  const id = parsePartnerId(name);
  const appId = parseAppId(`com.${name}.app`);
  if (!id || !appId) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
  const row = { id, name: `${name} Ltd`, webhook_url: null, created_at: now };
  await context.db.insertInto('identity.partners').values(row).execute();
  await platform.db.transaction().execute((tx) => identity.partners.claimApp(tx, id, appId));
  const key = privateJwkFromSeed(platform.random.bytes(32));
  const releaseKey = privateJwkFromSeed(platform.random.bytes(32));
  const owner = { kind: 'partner', id } as const;
  await registerKey(context.db, { publicKey: key.x, owner, uses: ['api'], now });
  await registerKey(context.db, { publicKey: releaseKey.x, owner, uses: ['release'], now });
  const token = newToken('partner', platform.random);
  const allows = { ...owner, scopes: ['keys:write'], expiresAt: secondsAfter(now, 3600) };
  await storeToken(context.db, token, allows, { id: randomUUID(), now });
  return { id, appId, token, key, releaseKey };
}

export interface SignedCall {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly at?: Date;
  readonly nonce?: string;
}

export function signedHeaders(
  key: PrivateJwk,
  { method, url, body = '', at = new Date(), nonce = randomUUID() }: SignedCall,
) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  return {
    host: '127.0.0.1',
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
    'portico-key-id': key.kid,
    'portico-timestamp': timestamp,
    'portico-nonce': nonce,
    'portico-signature': signEd25519(key, textToSign({ method, target: url, bodySha256, timestamp, nonce })),
  };
}

export interface AssertionClaims {
  readonly jti?: string;
  readonly aud?: string | string[];
  readonly iss?: string;
  readonly sub?: string;
  /** Seconds from now. */
  readonly lifetime?: number;
}

export function clientAssertion(registry: TestRegistry, key: PrivateJwk, appId: string, claims: AssertionClaims = {}) {
  const seconds = Math.floor(registry.test.platform.clock.now().getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setIssuer(claims.iss ?? appId)
    .setSubject(claims.sub ?? appId)
    .setAudience(claims.aud ?? `${registry.origin}/api/v1/identity/token`)
    .setJti(claims.jti ?? randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + (claims.lifetime ?? 60))
    .sign(privateKeyObject(key));
}
