import type { Logger } from 'pino';
import { isDatabaseAway } from './connect.ts';

/** Says once that background work lost the database and once that it is back, rather than every half second. */
export function createOutageLog(log: Logger, part: string): { met(error: unknown): void; over(): void } {
  let away = false;
  return {
    met(error) {
      if (!isDatabaseAway(error)) {
        log.error({ err: error, part }, 'background work failed');
        return;
      }
      if (!away) log.warn({ part, reason: error instanceof Error ? error.message : '' }, 'waiting for the database');
      away = true;
    },
    over() {
      if (away) log.info({ part }, 'the database is back');
      away = false;
    },
  };
}
