import { sql } from 'kysely';
import type { Database } from '../platform/platform.ts';

export interface MessageRow {
  readonly id: string;
  readonly type: string;
  readonly orderId: string;
  readonly orderVersion: number;
  readonly state: 'pending' | 'delivered' | 'given_up' | 'stopped';
  readonly createdAt: string;
  readonly tries: { at: string; status?: number; error?: string; durationMs: number }[];
}

const LATEST = 100;

/** Keeps a message; hearing of the same event again changes nothing. */
export async function keepMessage(
  db: Database,
  message: { id: string; partnerId: string; type: string; orderId: string; orderVersion: number; body: string },
): Promise<void> {
  await sql`
    INSERT INTO webhooks.messages (id, partner_id, type, order_id, order_version, body)
    VALUES (${message.id}, ${message.partnerId}, ${message.type}, ${message.orderId}, ${message.orderVersion}, ${message.body})
    ON CONFLICT DO NOTHING`.execute(db);
}

export async function listMessages(db: Database, partnerId: string): Promise<MessageRow[]> {
  const rows = await sql<Omit<MessageRow, 'createdAt'> & { createdAt: Date }>`
    SELECT id, type, order_id AS "orderId", order_version AS "orderVersion", state, created_at AS "createdAt",
      coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'status', status, 'error', error, 'durationMs', duration_ms)) ORDER BY deliveries.id)
        FROM webhooks.deliveries WHERE message_id = messages.id), '[]') AS tries
    FROM webhooks.messages WHERE partner_id = ${partnerId} ORDER BY created_at DESC LIMIT ${LATEST}`.execute(db);
  return rows.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Makes a message due once more, and un-stops the address: asking for it says that somebody is there. */
export async function replayMessage(db: Database, partnerId: string, url: string, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const found = await sql`
      UPDATE webhooks.messages SET state = 'pending', tries = 0, next_at = portico.now()
      WHERE id = ${id} AND partner_id = ${partnerId} RETURNING id`.execute(tx);
    if (found.rows.length === 0) return false;
    await sql`DELETE FROM webhooks.stopped WHERE partner_id = ${partnerId} AND url = ${url}`.execute(tx);
    return true;
  });
}
