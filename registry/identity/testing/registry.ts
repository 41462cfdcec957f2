/** Identity on a real database and a real port, with what its tests need to look at it from outside. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createTestPlatform, type TestPlatform } from '../../platform/testing/index.ts';
import type { DemoFile } from '../demo/demo-file.ts';
import { createIdentity, type Identity, migrations, type OtpMessage } from '../index.ts';

export interface TestRegistry {
  readonly test: TestPlatform;
  readonly identity: Identity;
  readonly app: FastifyInstance;
  readonly origin: string;
  readonly issuer: string;
  /** What was sent to phones, newest last. */
  readonly messages: OtpMessage[];
  readonly demo: DemoFile;
  close(): Promise<void>;
}

export async function startTestRegistry(): Promise<TestRegistry> {
  const port = await freePort();
  const origin = `http://bank.portico.localhost:${port}`;
  const issuer = `http://id.localhost:${port}`;
  const test = await createTestPlatform({
    migrations,
    config: {
      port,
      publicOrigin: origin,
      contentDomain: `portico.localhost:${port}`,
      consoleOrigin: `http://console.localhost:${port}`,
      issuerOrigin: issuer,
    },
  });
  const messages: OtpMessage[] = [];
  const otpSender = { send: async (message: OtpMessage) => void messages.push(message) };
  const identity = createIdentity(test.platform, { otpSender });
  const app = await test.buildApp([identity.routes, ...(identity.issuerRoutes ? [identity.issuerRoutes] : [])]);
  await app.listen({ port, host: '127.0.0.1' });
  const demoFile = await readFile(join(test.platform.config.dataDir, 'demo.json'), 'utf8');
  const demo = JSON.parse(demoFile) as DemoFile;
  return { test, identity, app, origin, issuer, messages, demo, close: () => test.close() };
}

/** The issuer's name contains the port, so it has to be known before anything is built. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
