import { sql } from 'kysely';
import { attemptLive, stepAttempt } from '../attempt-store.ts';
import type { Context } from '../context.ts';
import { lockOrder, stepOrder } from '../orders/order-store.ts';
import { inTransaction } from '../transaction.ts';

const BATCH = 200;

/** Ends intents nobody confirmed and orders nobody paid. One order a transaction, so that a busy one delays no other. */
export async function expire({ platform }: Context): Promise<number> {
  const due = await sql<{ id: string }>`
    SELECT order_id AS id FROM payments.attempts WHERE state = 'CHALLENGED' AND expires_at <= portico.now()
    UNION
    SELECT id FROM payments.orders WHERE state = 'CREATED' AND expires_at <= portico.now()
    LIMIT ${BATCH}`.execute(platform.db);
  let moved = 0;
  for (const { id } of due.rows) {
    await inTransaction(platform.db, async (tx) => {
      const order = await lockOrder(tx, id);
      if (!order) return;
      let { state } = order;
      if (state === 'PAYING') {
        const live = await attemptLive(tx, id);
        if (live?.state !== 'CHALLENGED' || !live.expired) return;
        await stepAttempt(tx, live.id, 'EXPIRED');
        await stepOrder(tx, id, 'CREATED');
        state = 'CREATED';
        moved += 1;
      }
      if (state === 'CREATED' && order.expired) {
        await stepOrder(tx, id, 'CLOSED');
        moved += 1;
      }
    });
  }
  return moved;
}
