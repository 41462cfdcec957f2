/**
 * The process that is killed: payments and webhooks on the real database, with one crash planned. Its parent drives it
 * over HTTP and, over IPC, asks it to recover at once instead of at the job's next turn.
 */
import { createIdentity, migrations as identityMigrations } from '../../../registry/identity/index.ts';
import { type CrashPoint, createPayments, migrations as paymentMigrations } from '../../../registry/payments/index.ts';
import { createHttpApp, createPlatform, listen, readConfig } from '../../../registry/platform/index.ts';
import { createWebhooks, migrations as webhookMigrations } from '../../../registry/webhooks/index.ts';

/** Die, by SIGKILL, when `point` is reached for the `nth` time. */
export interface CrashPlan {
  readonly point: CrashPoint;
  readonly nth: number;
}

const plan: CrashPlan | null = JSON.parse(process.argv[2] ?? 'null');
let reached = 0;
const crashPoints = {
  reach(point: CrashPoint) {
    if (point !== plan?.point) return;
    reached += 1;
    // The kernel acts before this call returns: nothing is flushed, nobody says goodbye.
    if (reached === plan.nth) process.kill(process.pid, 'SIGKILL');
  },
};

process.on('disconnect', () => process.exit(1));
const config = readConfig(process.env, process.cwd());
const migrations = [...identityMigrations, ...paymentMigrations, ...webhookMigrations];
const platform = await createPlatform({ config, migrations });
const identity = createIdentity(platform);
const payments = createPayments(platform, { identity, crashPoints });
const webhooks = createWebhooks(platform, { identity });
const app = await createHttpApp(platform, [identity.routes, payments.routes, webhooks.routes]);
await platform.start();
await app.ready();
await listen(app, config, platform.log);

process.on('message', (message) => {
  if (message === 'recover') void payments.recover(0).then((settled) => process.send?.({ settled }));
});
process.send?.('ready');
