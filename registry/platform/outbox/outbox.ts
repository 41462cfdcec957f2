import { sql } from 'kysely';
import type { Logger } from 'pino';
import { createOutageLog } from '../database/outage-log.ts';
import type { Database, Outbox, OutboxEvent } from '../platform.ts';

interface Handler {
  readonly topic: string;
  readonly name: string;
  readonly run: (event: OutboxEvent) => Promise<void>;
}

interface Delivery {
  handler: string;
  event_id: string;
  attempts: number;
  topic: string;
  key: string;
  payload: unknown;
}

export interface RunningOutbox extends Outbox {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Deliveries that are due and not done. */
  owed(): Promise<number>;
}

/** Deliveries under way at once; each holds one connection while its handler runs. */
const WORKERS = 4;
/** Looks again after an event was added: its transaction commits soon, and this process is told of no commit. */
const PEEKS_MS = [5, 20, 60, 150];
/** The steady look of one worker, for events of other replicas and of SQL functions; it wakes the others. */
const POLL_MS = 200;
const LONGEST_RETRY_SECONDS = 300;

/**
 * The relay. A delivery is taken with a row lock that lives as long as the handler runs, so a killed process gives it
 * back at once and no lease has to run out. Order: a delivery is only taken when no earlier one of the same handler and
 * key is left, done or not, locked or not.
 */
export function createOutbox(db: Database, log: Logger): RunningOutbox {
  const handlers: Handler[] = [];
  const sleepers = new Set<() => void>();
  const workers: Promise<void>[] = [];
  const outage = createOutageLog(log, 'outbox');
  let running = false;

  const wake = () => {
    for (const rouse of sleepers) rouse();
  };
  const peek = () => {
    for (const delay of PEEKS_MS) setTimeout(wake, delay).unref();
  };

  async function deliverOne(): Promise<boolean> {
    return db.transaction().execute(async (tx) => {
      const names = handlers.map((handler) => handler.name);
      const due = await sql<Delivery>`
        SELECT d.handler, d.event_id, d.attempts, e.topic, e.key, e.payload
        FROM portico.outbox_deliveries d JOIN portico.outbox e ON e.id = d.event_id
        WHERE d.next_at <= portico.now() AND d.handler = ANY(${names})
          AND NOT EXISTS (SELECT FROM portico.outbox_deliveries b
                          WHERE b.handler = d.handler AND b.key = d.key AND b.event_id < d.event_id)
        ORDER BY d.event_id LIMIT 1 FOR UPDATE OF d SKIP LOCKED`.execute(tx);
      const delivery = due.rows[0];
      if (!delivery) return false;
      const row = sql`handler = ${delivery.handler} AND key = ${delivery.key} AND event_id = ${delivery.event_id}`;
      try {
        await runHandler(delivery);
        await sql`DELETE FROM portico.outbox_deliveries WHERE ${row}`.execute(tx);
      } catch (error) {
        const seconds = Math.min(0.25 * 2 ** delivery.attempts, LONGEST_RETRY_SECONDS);
        log.warn(
          { err: error, topic: delivery.topic, handler: delivery.handler, event: delivery.event_id, seconds },
          'outbox handler failed and will be retried',
        );
        await sql`UPDATE portico.outbox_deliveries
          SET attempts = attempts + 1, next_at = portico.now() + make_interval(secs => ${seconds})
          WHERE ${row}`.execute(tx);
      }
      return true;
    });
  }

  async function runHandler(delivery: Delivery): Promise<void> {
    const { event_id: id, topic, key, payload } = delivery;
    const handler = handlers.find((entry) => entry.name === delivery.handler && entry.topic === topic);
    // A topic that the handler no longer listens to: nothing is owed any more.
    await handler?.run({ id, topic, key, payload });
  }

  async function work(polls: boolean): Promise<void> {
    while (running) {
      try {
        const delivered = await deliverOne();
        outage.over();
        if (delivered) {
          wake();
          continue;
        }
      } catch (error) {
        outage.met(error);
      }
      await nap(polls);
    }
  }

  function nap(polls: boolean): Promise<void> {
    return new Promise((resolve) => {
      const rouse = () => {
        clearTimeout(timer);
        sleepers.delete(rouse);
        resolve();
      };
      const timer = polls ? setTimeout(rouse, POLL_MS) : undefined;
      sleepers.add(rouse);
      if (!running) rouse();
    });
  }

  return {
    async add(tx, { topic, key, payload }) {
      await sql`SELECT portico.emit(${topic}, ${key}, ${JSON.stringify(payload)}::jsonb)`.execute(tx);
      if (running) peek();
    },
    on(topic, name, run) {
      handlers.push({ topic, name, run });
    },
    async start() {
      await register(db, handlers);
      running = true;
      if (handlers.length > 0) for (let n = 0; n < WORKERS; n += 1) workers.push(work(n === 0));
    },
    async stop() {
      running = false;
      wake();
      await Promise.all(workers);
    },
    async owed() {
      const count = await sql<{ n: number }>`SELECT count(*)::int AS n FROM portico.outbox_deliveries
        WHERE next_at <= portico.now()`.execute(db);
      return count.rows[0]?.n ?? 0;
    },
  };
}

/** Tells the database who listens to what, and hands the first listener of a topic what was said before it came. */
async function register(db: Database, handlers: readonly Handler[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`LOCK TABLE portico.outbox_handlers IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    await sql`DELETE FROM portico.outbox_handlers`.execute(tx);
    for (const { topic, name } of handlers) {
      await sql`INSERT INTO portico.outbox_handlers VALUES (${topic}, ${name})`.execute(tx);
      await sql`INSERT INTO portico.outbox_deliveries (handler, key, event_id)
        SELECT ${name}, key, id FROM portico.outbox WHERE topic = ${topic} AND NOT heard`.execute(tx);
    }
    await sql`UPDATE portico.outbox SET heard = true
      WHERE NOT heard AND topic IN (SELECT topic FROM portico.outbox_handlers)`.execute(tx);
  });
}
