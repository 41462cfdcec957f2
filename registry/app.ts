/** The whole server as one Fastify plugin: every module made once, in the order in which they need each other. */
import type { FastifyPluginAsync } from 'fastify';
import type { BankParts } from './bank-parts.ts';
import { createCatalogue } from './catalogue/index.ts';
import { createContent } from './content/index.ts';
import { createGateway } from './gateway/index.ts';
import { createIdentity, migrations as identityMigrations } from './identity/index.ts';
import { createOperations, migrations as operationsMigrations } from './operations/index.ts';
import { createPayments, migrations as paymentMigrations } from './payments/index.ts';
import type { Migration, Platform } from './platform/index.ts';
import { createPublishing, migrations as publishingMigrations } from './publishing/index.ts';
import { createReview, migrations as reviewMigrations } from './review/index.ts';
import { createRollout } from './rollout/index.ts';
import { createTrust, migrations as trustMigrations } from './trust/index.ts';
import { createWebhooks, migrations as webhookMigrations } from './webhooks/index.ts';

/** Tables of a module may refer to those of the modules before it. */
export const migrations: readonly Migration[] = [
  ...identityMigrations,
  ...publishingMigrations,
  ...reviewMigrations,
  ...trustMigrations,
  ...paymentMigrations,
  ...webhookMigrations,
  ...operationsMigrations,
];

interface RegistryOptions {
  /** Folder of the build: `container/`, `frame/loader.js`. */
  readonly dist: string;
  /** Checked by `loadBankParts`. */
  readonly bankParts?: BankParts;
}

/** Makes the modules; their handlers and jobs are registered here and run from `platform.start()` on. */
export function createRegistry(platform: Platform, { dist, bankParts = {} }: RegistryOptions): FastifyPluginAsync {
  const { signers, channel, otpSender } = bankParts;
  const identity = createIdentity(platform, {
    ...(otpSender && { otpSender }),
    isInForce: async (appId, digest) =>
      (await trust.signedRelease(digest))?.appId === appId && !(await trust.isRevoked(appId, digest)),
  });
  const publishing = createPublishing(platform, { identity });
  const review = createReview(platform, { identity, publishing });
  const trust = createTrust(platform, { identity, publishing, ...(signers && { signers }) });
  const rollout = createRollout(platform, { publishing, trust });
  const catalogue = createCatalogue(platform, { publishing, rollout });
  const content = createContent(platform, { publishing, trust, dist });
  const payments = createPayments(platform, {
    identity,
    ...(channel && { channel }),
    isRevoked: async (appId) => (await trust.revocation(appId)) !== undefined,
  });
  const webhooks = createWebhooks(platform, { identity });
  const gateway = createGateway(platform, { identity, publishing, trust });
  const operations = createOperations(platform, { identity, publishing });

  const modules = [
    identity,
    publishing,
    review,
    trust,
    rollout,
    catalogue,
    content,
    payments,
    webhooks,
    gateway,
    operations,
  ];
  return async (app) => {
    for (const { routes } of modules) await app.register(routes);
    if (identity.issuerRoutes) await app.register(identity.issuerRoutes);
  };
}
