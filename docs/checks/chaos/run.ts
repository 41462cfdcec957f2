import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type CrashPoint, checkInvariants } from '../../../registry/payments/index.ts';
import {
  createTestCustomer,
  createTestPartner,
  type Demo,
  type TestCustomer,
  type TestPartner,
} from '../../../registry/payments/testing/callers.ts';
import { freePort } from '../../../registry/platform/index.ts';
import { joinCluster } from '../../../registry/platform/testing/cluster.ts';
import { callOver, type RegistryChild, startChild } from './registry-child.ts';
import { seeded } from './seeded.ts';

/** Where the process dies, with the faults of the money page that each stands for. */
export const killPoints = {
  consumed: 'between taking the intent and holding the money (24)',
  submitted: 'between holding the money and asking the channel (24)',
  answered: 'between the channel’s answer and our record of it (27)',
  booked: 'between booking and committing (24)',
  settled: 'between committing and replying (25)',
  notified: 'between committing and the notification’s answer (26)',
} as const satisfies Record<CrashPoint | 'notified', string>;
export type KillPoint = keyof typeof killPoints;

export interface RoundResult {
  readonly point: KillPoint;
  readonly round: number;
  readonly nth: number;
  /** Payments that had been acknowledged as succeeded when the process died, in this round. */
  readonly acknowledged: number;
  /** Payments under way whose caller never got an answer. */
  readonly unanswered: number;
  /** Empty when everything held. */
  readonly faults: readonly string[];
}

const CUSTOMERS = 4;
const AMOUNT = '100';
const FUNDED = 500_000n;

/** What callers outside were told; nothing of it may be lost. */
interface Promises {
  readonly orders: Set<string>;
  readonly paid: Set<string>;
}

/**
 * Kills a real registry with SIGKILL at each point, `rounds` times, under parallel payments; after each death starts it
 * again on the same database, lets it recover, and looks whether the books are right and every promise was kept.
 */
export async function runChaos(options: {
  readonly seed: number;
  readonly rounds: number;
  readonly report: (result: RoundResult) => void;
}): Promise<readonly RoundResult[]> {
  const random = seeded(options.seed);
  const stage = await setStage();
  const results: RoundResult[] = [];
  try {
    const first = await startChild(null, stage.environment);
    await stage.meet();
    first.process.kill('SIGKILL');
    await first.ended;
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const point of Object.keys(killPoints) as KillPoint[]) {
        const nth = 1 + random(6);
        const result = { round, ...(await stage.killAt(point, nth)) };
        results.push(result);
        options.report(result);
      }
    }
  } finally {
    await stage.clear();
  }
  return results;
}

async function setStage() {
  const { admin, url } = await joinCluster();
  const database = `chaos_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`CREATE DATABASE ${database}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'portico-chaos-'));
  const port = await freePort();
  const ear = await listenForWebhooks();
  const pool = new pg.Pool({ connectionString: url(database), max: 4 });
  // The pool says it has ended before its sockets have; dropping the database then cuts them off, which is no fault.
  pool.on('error', (error) => {
    if (!pool.ending) throw error;
  });
  const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
  const promises: Promises = { orders: new Set(), paid: new Set() };
  const environment = {
    PORTICO_PORT: String(port),
    PORTICO_DATA_DIR: dataDir,
    DATABASE_URL: url(database),
    PORTICO_BACKEND_MAP: `https://parking.example=http://127.0.0.1:${ear.port}`,
    PORTICO_RATE_LIMITS: 'off',
    LOG_LEVEL: 'silent',
  };
  const call = callOver(port);
  const customers: TestCustomer[] = [];
  let partner: TestPartner;

  /** Pays until the process is gone. */
  async function payUntilDeath(
    customer: TestCustomer,
    tally: { acknowledged: number; unanswered: number },
  ): Promise<void> {
    for (let paying = false; ; ) {
      try {
        paying = false;
        const order = await partner.order({ amountMinor: AMOUNT, items: [] });
        if (order.status === 201) promises.orders.add(order.body.orderId);
        const opened = await customer.open(order.body.orderToken);
        paying = true;
        const signed = customer.passkey.assert(opened.body.challenge);
        const confirmed = await customer.confirm(opened.body.attemptId, signed);
        if (confirmed.body.attemptState !== 'SUCCEEDED')
          throw new TypeError(`a payment failed: ${JSON.stringify(confirmed)}`);
        promises.paid.add(order.body.orderId);
        tally.acknowledged += 1;
      } catch (error) {
        if (error instanceof TypeError) throw error;
        if (paying) tally.unanswered += 1;
        return;
      }
    }
  }

  return {
    environment,
    async meet() {
      const demo = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as Demo;
      partner = await createTestPartner(call, demo, () => new Date());
      for (let n = 0; n < CUSTOMERS; n += 1) {
        const origin = `http://bank.portico.localhost:${port}`;
        const customer = await createTestCustomer(call, demo, origin, () => new Date());
        await pool.query('UPDATE identity.customers SET level = 5 WHERE id = $1', [customer.userId]);
        await pool.query(`UPDATE identity.passkeys SET enrolled_at = enrolled_at - interval '2 days'`);
        customers.push(customer);
      }
    },

    async killAt(point: KillPoint, nth: number): Promise<Omit<RoundResult, 'round'>> {
      const tally = { acknowledged: 0, unanswered: 0 };
      const doomed = await startChild(point === 'notified' ? null : { point, nth }, environment);
      if (point === 'notified') ear.onHeard = killOnNth(doomed, nth);
      await Promise.all(customers.map((customer) => payUntilDeath(customer, tally)));
      ear.onHeard = () => undefined;
      const faults: string[] = [];
      const how = await doomed.ended;
      if (how !== 'SIGKILL') faults.push(`it ended by ${how}`);
      faults.push(...(await brokenBooks(db)).map((fault) => `while dead: ${fault}`));

      const revived = await startChild(null, environment);
      await revived.recover();
      faults.push(...(await brokenBooks(db)), ...(await brokenPromises(pool, promises)));
      faults.push(...(await untold(pool, ear.heard)));
      revived.process.kill('SIGKILL');
      await revived.ended;
      return { point, nth, ...tally, faults };
    },

    async clear() {
      ear.close();
      await db.destroy();
      await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await admin.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The partner's webhook receiver; what it has heard it has processed, whether or not its answer arrives. */
async function listenForWebhooks() {
  const ear = { port: 0, heard: new Set<string>(), onHeard: () => undefined as undefined, close: () => server.close() };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { type, data } = JSON.parse(body) as { type: string; data: { orderId: string } };
      if (type === 'order.paid') ear.heard.add(data.orderId);
      ear.onHeard();
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  ear.port = typeof address === 'object' && address ? address.port : 0;
  return ear;
}

function killOnNth(child: RegistryChild, nth: number): () => undefined {
  let count = 0;
  return () => {
    count += 1;
    if (count === nth) child.process.kill('SIGKILL');
    return undefined;
  };
}

async function brokenBooks(db: Parameters<typeof checkInvariants>[0]): Promise<string[]> {
  return (await checkInvariants(db)).map(({ invariant, says, what }) => `${invariant} ${says} ${what.join(', ')}`);
}

/** What was promised and is not so. */
async function brokenPromises(pool: pg.Pool, promises: Promises): Promise<string[]> {
  const faults: string[] = [];
  const ask = async (says: string, sql: string, values: unknown[] = []) => {
    const { rows } = await pool.query<{ what: string }>(sql, values);
    if (rows.length > 0) faults.push(`${says}: ${rows.map((row) => row.what).join(', ')}`);
  };
  await ask(
    'an order that was acknowledged is gone',
    'SELECT told.id AS what FROM unnest($1::uuid[]) told(id) WHERE NOT EXISTS (SELECT FROM payments.orders o WHERE o.id = told.id)',
    [[...promises.orders]],
  );
  await ask(
    'a payment that was acknowledged is not paid',
    `SELECT id AS what FROM payments.orders WHERE id = ANY ($1::uuid[]) AND state <> 'PAID'`,
    [[...promises.paid]],
  );
  await ask(
    'an attempt has no end after recovery',
    `SELECT id || ' ' || state AS what FROM payments.attempts WHERE state IN ('AUTHORIZED', 'SUBMITTED', 'UNKNOWN')`,
  );
  await ask(
    'the channel took money that is not booked, or the other way round',
    `SELECT coalesce(attempt_id, reference) AS what
     FROM (SELECT attempt_id FROM payments.simulated_channel WHERE state = 'succeeded') c
     FULL JOIN (SELECT reference FROM payments.transfers WHERE code = 'capture') t ON reference = attempt_id
     WHERE attempt_id IS NULL OR reference IS NULL`,
  );
  await ask(
    'a customer does not have what they paid less',
    `SELECT a.owner AS what FROM payments.accounts a
     WHERE kind = 'customer' AND posted <> ${FUNDED} - (
       SELECT coalesce(sum(amount_minor), 0) FROM payments.orders o JOIN payments.attempts t ON t.order_id = o.id
       WHERE t.user_id::text = a.owner AND t.state = 'SUCCEEDED' AND o.state = 'PAID')`,
  );
  return faults;
}

/** Longer than a killed process’s claim on a message lasts. */
const TELL_MS = 30_000;

/** Waits for the notifications that are owed, and names the paid orders nobody was told of. */
async function untold(pool: pg.Pool, heard: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM payments.orders WHERE state = 'PAID'`);
  const deadline = performance.now() + TELL_MS;
  let missing = rows.filter(({ id }) => !heard.has(id));
  while (missing.length > 0 && performance.now() < deadline) {
    await sleep(100);
    missing = missing.filter(({ id }) => !heard.has(id));
  }
  return missing.map(({ id }) => `the partner was never told of paid order ${id}`);
}
