import { CompiledQuery, sql } from 'kysely';
import type { Logger } from 'pino';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { Database, Jobs, Tx } from '../platform.ts';
import { createSchedules } from './schedules.ts';

interface Queue {
  readonly name: string;
  readonly options: { retries: number; retryDelaySeconds: number; backoff: boolean };
  readonly run: (data: unknown, attempt: number) => Promise<void>;
}

export interface RunningJobs extends Jobs {
  start(): Promise<void>;
  stop(): Promise<void>;
  runNow(name: string): Promise<void>;
}

type Boss = import('pg-boss');

interface JobsOptions {
  /** No other process works on these queues. */
  readonly alone?: boolean;
}

/** `ownerUrl`: pg-boss makes a partition for each queue, so it connects as the owner of the schema. */
export function createJobs(
  db: Database,
  ownerUrl: string,
  log: Logger,
  { alone = false }: JobsOptions = {},
): RunningJobs {
  const schedules = createSchedules(db, log);
  const queues: Queue[] = [];
  let boss: Boss | undefined;
  let stopping = false;

  async function startBoss(): Promise<Boss> {
    // Loaded only where a module has queues: it costs memory and a schema.
    const { default: PgBoss } = await import('pg-boss');
    const started = new PgBoss({
      connectionString: ownerUrl,
      max: 4,
      application_name: 'portico-jobs',
      schedule: false,
      // Finished jobs hold payloads; three days are enough to look into one.
      archiveCompletedAfterSeconds: 3_600,
      deleteAfterDays: 3,
    });
    started.on('error', (error) => {
      // Connections that are being closed may hear of PostgreSQL's own end before they have.
      if (!stopping) log.warn({ reason: error.message }, 'job queue lost the database');
    });
    await started.start();
    for (const queue of queues) {
      const retry = {
        retryLimit: queue.options.retries,
        retryDelay: queue.options.retryDelaySeconds,
        retryBackoff: queue.options.backoff,
      };
      await started.createQueue(queue.name, { name: queue.name, ...retry });
      await started.updateQueue(queue.name, { name: queue.name, ...retry });
    }
    // What a killed process had taken, pg-boss gives back when it expires, after 15 minutes. Alone we know that it is ours.
    if (alone) await sql`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`.execute(db);
    return started;
  }

  async function work(started: Boss, queue: Queue): Promise<void> {
    await started.work<unknown>(
      queue.name,
      { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: 0.5 },
      async ([job]) => {
        if (!job) return;
        try {
          await queue.run(job.data, job.retryCount + 1);
        } catch (error) {
          log.warn({ err: error, queue: queue.name, attempt: job.retryCount + 1 }, 'job failed');
          throw error;
        }
      },
    );
  }

  return {
    every: schedules.every,
    runNow: schedules.runNow,
    queue(name, options, run) {
      queues.push({ name, options, run });
      return {
        async send(data, { afterSeconds, singletonKey, tx } = {}) {
          if (!boss) {
            throw new PorticoError('ERR_PLATFORM_UNAVAILABLE', { detail: 'The job queue has not started.' });
          }
          await boss.send(name, data, {
            ...(afterSeconds === undefined ? {} : { startAfter: afterSeconds }),
            ...(singletonKey === undefined ? {} : { singletonKey }),
            ...(tx ? { db: within(tx) } : {}),
          });
        },
      };
    },
    async start() {
      if (queues.length > 0) {
        boss = await startBoss();
        for (const queue of queues) await work(boss, queue);
      }
      await schedules.start();
    },
    async stop() {
      await schedules.stop();
      stopping = true;
      await boss?.stop({ graceful: true, wait: true, timeout: 5_000 });
    },
  };
}

/** Lets pg-boss write its row in the caller's transaction. */
function within(tx: Tx) {
  return {
    async executeSql(text: string, values: unknown[]) {
      const answer = await tx.executeQuery(CompiledQuery.raw(text, values));
      return { rows: [...answer.rows] };
    },
  };
}
