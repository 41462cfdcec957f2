import { sql } from 'kysely';
import type { Logger } from 'pino';
import { createOutageLog } from '../database/outage-log.ts';
import type { Database } from '../platform.ts';

interface Schedule {
  readonly name: string;
  readonly seconds: number;
  readonly run: () => Promise<void>;
}

/** How often each replica looks whether a schedule is due; also the shortest useful period. */
const LOOK_MS = 1_000;

/**
 * Work that recurs. pg-boss counts its schedules in minutes, which is too coarse for us. The row lock is the
 * "one run at a time over all replicas", and a killed process gives it back at once. After a failed run the next one
 * comes at its usual time.
 */
export function createSchedules(db: Database, log: Logger) {
  const schedules: Schedule[] = [];
  const underWay = new Map<string, Promise<void>>();
  const outage = createOutageLog(log, 'schedules');
  let timer: NodeJS.Timeout | undefined;

  async function runIfDue({ name, seconds, run }: Schedule): Promise<void> {
    await db.transaction().execute(async (tx) => {
      const due = await sql`SELECT FROM portico.schedules
        WHERE name = ${name} AND next_at <= portico.now() FOR UPDATE SKIP LOCKED`.execute(tx);
      if (due.rows.length === 0) return;
      try {
        await run();
      } catch (error) {
        log.error({ err: error, job: name }, 'scheduled job failed');
      }
      await sql`UPDATE portico.schedules SET next_at = portico.now() + make_interval(secs => ${seconds})
        WHERE name = ${name}`.execute(tx);
    });
  }

  function look(): void {
    for (const schedule of schedules) {
      if (underWay.has(schedule.name)) continue;
      const running = runIfDue(schedule)
        .then(outage.over, outage.met)
        .finally(() => underWay.delete(schedule.name));
      underWay.set(schedule.name, running);
    }
  }

  return {
    every(name: string, seconds: number, run: () => Promise<void>) {
      schedules.push({ name, seconds, run });
    },
    async start() {
      for (const { name } of schedules) {
        await sql`INSERT INTO portico.schedules (name) VALUES (${name}) ON CONFLICT DO NOTHING`.execute(db);
      }
      if (schedules.length === 0) return;
      timer = setInterval(look, LOOK_MS);
      look();
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay.values());
    },
    /** Runs a schedule now, due or not. */
    async runNow(name: string) {
      await schedules.find((schedule) => schedule.name === name)?.run();
    },
  };
}
