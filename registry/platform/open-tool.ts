import { systemClock, systemRandom } from './clock.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './database/connect.ts';
import { createLog } from './log.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { Platform } from './platform.ts';

/** What a command needs that works on the database beside the server: it adds events, and the server delivers them. */
export interface Tool extends Pick<Platform, 'db' | 'outbox' | 'clock' | 'random'> {
  close(): Promise<void>;
}

/** @param url of the database as its owner, whose schema the server has made */
export function openTool({ url, logLevel }: { readonly url: string; readonly logLevel: Config['logLevel'] }): Tool {
  const log = createLog(logLevel);
  const db = connectDatabase({ url, restricted: false, log, size: 1 });
  return { db, outbox: createOutbox(db, log), clock: systemClock, random: systemRandom, close: () => db.destroy() };
}
