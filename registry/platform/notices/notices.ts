import { sql } from 'kysely';
import pg, { type Client } from 'pg';
import type { Logger } from 'pino';
import type { Notices } from '../platform.ts';

type Listener = (payload: string | undefined) => void;

export interface RunningNotices extends Notices {
  start(): Promise<void>;
  stop(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
const CHANNEL = /^[a-z_]{1,40}$/;

/** One connection listens for the whole process. When it breaks it is made again, and every listener hears `undefined`. */
export function createNotices(url: string, log: Logger): RunningNotices {
  const listeners = new Map<string, Set<Listener>>();
  let client: Client | undefined;
  let stopped = false;
  let started = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'portico-notices', keepAlive: true });
    // 'error' says why, 'end' follows it and is where we try again.
    next.on('error', (error) => log.warn({ reason: error.message }, 'notices connection lost'));
    next.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''));
    await next.connect();
    next.on('end', () => {
      client = undefined;
      reconnect(FIRST_RETRY_MS);
    });
    client = next;
    for (const channel of listeners.keys()) await next.query(`LISTEN "${channel}"`);
  }

  function reconnect(delay: number): void {
    if (stopped) return;
    retry = setTimeout(async () => {
      try {
        await connect();
        for (const channel of listeners.keys()) tell(channel, undefined);
      } catch (error) {
        log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'notices cannot reconnect yet');
        if (client === undefined) reconnect(Math.min(delay * 2, LONGEST_RETRY_MS));
      }
    }, delay);
  }

  function tell(channel: string, payload: string | undefined): void {
    for (const listener of listeners.get(channel) ?? []) {
      try {
        listener(payload);
      } catch (error) {
        log.error({ err: error, channel }, 'a notice listener failed');
      }
    }
  }

  return {
    async publish(tx, channel, payload) {
      await sql`SELECT pg_notify(${channel}, ${payload})`.execute(tx);
    },
    subscribe(channel, listener) {
      if (!CHANNEL.test(channel)) throw new TypeError(`not a channel name: ${channel}`);
      let set = listeners.get(channel);
      if (!set) {
        set = new Set();
        listeners.set(channel, set);
        // A failure here breaks the connection, and reconnecting listens to every channel.
        if (started) client?.query(`LISTEN "${channel}"`).catch(() => client?.end());
      }
      set.add(listener);
      return () => set.delete(listener);
    },
    async start() {
      started = true;
      await connect();
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
