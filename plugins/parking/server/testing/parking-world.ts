import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { readPartnerKey } from '../../../kit/server/index.ts';
import type { StayAnswer } from '../../contract/api.ts';
import { buildParking } from '../app.ts';
import { APP_ID, BACKEND_ORIGIN, PUBLIC_ORIGIN, startRegistryDouble } from './registry-double.ts';

const MINUTE = 60_000;
export const PLATE = '沪A12345';

/** The server on a folder of its own, a clock to turn, and a test double of the registry behind it. */
export async function startWorld(at = '2026-03-02T14:00:00+08:00') {
  let time = Date.parse(at);
  const now = () => new Date(time);
  const pair = generateKeyPairSync('ed25519');
  const key = readPartnerKey(JSON.stringify(pair.privateKey.export({ format: 'jwk' })));
  const registry = await startRegistryDouble(key, now);
  const dataDir = await mkdtemp(join(tmpdir(), 'parking-'));
  const config = {
    port: 0,
    dataDir: join(dataDir, 'store'),
    api: registry.api,
    publicOrigin: PUBLIC_ORIGIN,
    appId: APP_ID,
    backendOrigin: BACKEND_ORIGIN,
    key,
    webhookSecrets: [registry.secret],
  };
  let app = await buildParking(config, { now, logLevel: 'silent' });

  /** A request as the gateway passes it on. Without an openid the customer has not agreed to log in. */
  async function call(openid: string | undefined, method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) {
    const answer = await app.inject({
      method,
      url,
      headers: { 'portico-identity': await registry.identity(openid) },
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.json() };
  }

  return {
    registry,
    now,
    call,
    advance: (minutes: number) => {
      time += minutes * MINUTE;
    },
    inject: (options: InjectOptions) => app.inject(options),
    deliver: ({ headers, body }: { headers: Record<string, string>; body: string }) =>
      app.inject({ method: 'POST', url: '/webhooks/portico', headers, payload: body }),
    /** Stops the server and starts it again on the same storage. */
    async restart() {
      await app.close();
      app = await buildParking(config, { now, logLevel: 'silent' });
    },
    async signIn(openid: string) {
      const { status } = await call(openid, 'POST', '/v1/session', { code: registry.loginCode(openid) });
      return status;
    },
    async stay(openid: string, plate = PLATE): Promise<StayAnswer> {
      return (await call(openid, 'GET', `/v1/plates/${encodeURIComponent(plate)}/stay`)).body;
    },
    async close() {
      await app.close();
      await registry.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
