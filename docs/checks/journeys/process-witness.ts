import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  createTestCustomer,
  createTestPartner,
  type Demo,
  type TestCustomer,
  type TestPartner,
} from '../../../registry/payments/testing/callers.ts';
import { accountForPostgres } from '../../../registry/platform/postgres/account.ts';
import { placeCluster } from '../../../registry/platform/postgres/place.ts';
import { callOver } from '../chaos/registry-child.ts';
import { askRegistry } from '../demo/review.ts';
import type { NpmStart } from './process-npm.ts';

const AMOUNT = '1';
const READERS = 16;

/** Remembers what callers outside the product were told, and says later what of it is no longer so. */
export interface Witness {
  /** Learns who is there from a product that is ready. */
  meet(product: NpmStart): Promise<void>;
  /** Creates orders and pays them until the product is gone or `signal` aborts. */
  pay(signal?: AbortSignal): Promise<void>;
  /** Notes an order somebody was told of. */
  order(orderId: string): void;
  /** Looks at submissions and metadata: what went back since the last look, one sentence each. */
  look(product: NpmStart): Promise<string[]>;
  /** What was acknowledged and is gone, orders and payments included; empty when everything holds. */
  faults(product: NpmStart): Promise<string[]>;
  readonly told: { readonly orders: number; readonly paid: number; readonly version: number };
}

/** The way of a submission that nobody objects to; any other state comes before them all. */
const STEPS = ['RECEIVED', 'VALIDATING', 'SCANNING', 'IN_REVIEW', 'SECOND_APPROVAL', 'SIGNED', 'ROLLING', 'LIVE'];

interface Submission {
  readonly id: string;
  readonly state: string;
}

export function createWitness(payers = 2): Witness {
  const orders = new Set<string>();
  const paid = new Set<string>();
  const submissions = new Map<string, string>();
  const customers: TestCustomer[] = [];
  let partner: TestPartner | undefined;
  let version = 0;

  async function payWith(customer: TestCustomer, by: TestPartner, signal: AbortSignal | undefined): Promise<void> {
    while (!signal?.aborted) {
      const created = await by.order({ amountMinor: AMOUNT, items: [] });
      if (created.status !== 201) continue;
      orders.add(created.body.orderId);
      const confirmed = await customer.pay(created.body.orderToken);
      if (confirmed.body.attemptState === 'SUCCEEDED') paid.add(created.body.orderId);
    }
  }

  async function brokenOrders(by: TestPartner): Promise<string[]> {
    const faults: string[] = [];
    const left = [...orders];
    const reader = async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        const { status, body } = await by.read(id);
        if (status !== 200) faults.push(`order ${id} was acknowledged and answers ${status}`);
        else if (paid.has(id) && body.state !== 'PAID') faults.push(`order ${id} was paid and is ${body.state}`);
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
    return faults;
  }

  async function look({ port, people }: NpmStart): Promise<string[]> {
    const faults: string[] = [];
    const { api, partners } = people();
    const answer = await askRegistry(api, partners[0]?.token ?? '', 'GET', '/api/v1/submissions');
    const listed = (answer as { readonly submissions: readonly Submission[] }).submissions;
    for (const [id, state] of submissions) {
      const now = listed.find((submission) => submission.id === id)?.state ?? 'gone';
      if (STEPS.indexOf(now) < STEPS.indexOf(state)) faults.push(`submission ${id} was ${state} and is ${now}`);
    }
    for (const { id, state } of listed) submissions.set(id, state);
    const published = await timestampVersion(port);
    if (published < version) faults.push(`metadata went back from version ${version} to ${published}`);
    version = Math.max(version, published);
    return faults;
  }

  return {
    async meet({ port, dataDir }) {
      const demo = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as Demo;
      const call = callOver(port);
      const now = () => new Date();
      partner = await createTestPartner(call, demo, now);
      const origin = `http://bank.portico.localhost:${port}`;
      if (customers.length > 0) return;
      while (customers.length < payers) customers.push(await createTestCustomer(call, demo, origin, now));
      await knowForLong(dataDir, customers);
    },
    async pay(signal) {
      const by = partner;
      if (!by) throw new TypeError('meet() comes first');
      // Callers whose server is killed are cut off in the middle of something; what they were told until then counts.
      await Promise.allSettled(customers.map((customer) => payWith(customer, by, signal)));
    },
    order: (orderId) => orders.add(orderId),
    look,
    async faults(product) {
      return [...(partner ? await brokenOrders(partner) : []), ...(await look(product))];
    },
    get told() {
      return { orders: orders.size, paid: paid.size, version };
    },
  };
}

/** Makes them customers whom the bank has known for days, so that the caps of the first day are not met. */
async function knowForLong(dataDir: string, customers: readonly TestCustomer[]): Promise<void> {
  const { socket } = await placeCluster(dataDir, await accountForPostgres());
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'portico' });
  await client.connect();
  const ids = customers.map(({ userId }) => userId);
  await client.query('UPDATE identity.customers SET level = 5 WHERE id = ANY ($1)', [ids]);
  await client.query(`UPDATE identity.passkeys SET enrolled_at = enrolled_at - interval '2 days'`);
  await client.end();
}

async function timestampVersion(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/tuf/timestamp.json`);
  const { signed } = (await response.json()) as { readonly signed: { readonly version: number } };
  return signed.version;
}
