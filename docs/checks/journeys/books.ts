import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { checkInvariants, type Violation } from '../../../registry/payments/index.ts';
import type { NoTables } from '../../../registry/platform/platform.ts';
import { accountForPostgres } from '../../../registry/platform/postgres/account.ts';
import { placeCluster } from '../../../registry/platform/postgres/place.ts';
import type { Product } from '../product/product.ts';

export interface Books {
  /** Sum of all entries, in minor units; `undefined` when there is no entry at all. */
  readonly sum: bigint | undefined;
  readonly entries: number;
  readonly violations: readonly Violation[];
  /** Webhook messages of the order by state. */
  readonly webhooks: readonly { readonly type: string; readonly state: string; readonly status: number | null }[];
}

/** Reads the running product's books from outside, over a connection of our own to its database. */
export async function readBooks({ dataDir }: Pick<Product, 'dataDir'>): Promise<Books> {
  const { socket } = await placeCluster(dataDir, await accountForPostgres());
  const pool = new pg.Pool({ host: socket, user: 'postgres', database: 'portico', max: 1 });
  const db = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const entries = await sql<{
      sum: string | null;
      count: string;
    }>`SELECT sum(amount)::text AS sum, count(*)::text AS count FROM payments.entries`.execute(db);
    const webhooks = await sql<Books['webhooks'][number]>`
      SELECT type, state, (SELECT status FROM webhooks.deliveries WHERE message_id = m.id ORDER BY id DESC LIMIT 1) AS status
      FROM webhooks.messages m ORDER BY created_at`.execute(db);
    const [row] = entries.rows;
    return {
      sum: row?.sum == null ? undefined : BigInt(row.sum),
      entries: Number(row?.count ?? 0),
      violations: await checkInvariants(db),
      webhooks: webhooks.rows,
    };
  } finally {
    await db.destroy();
  }
}
