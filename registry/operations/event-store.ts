import type { Kysely } from 'kysely';
import type { AppId, ReleaseDigest, UserId } from '../../sandbox/contract/index.ts';
import type { OperationsTables } from './tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than a year, so that a season can be compared with the last. */
const KEPT_DAYS = 400;

export interface UseEvent {
  readonly kind: 'event' | 'mark';
  readonly name: string;
  readonly at: number;
  readonly ms?: number | undefined;
  readonly props?: Readonly<Record<string, unknown>> | undefined;
}

/** A device's clock may be wrong, and a batch may have waited for the network: between a day ago and now. */
export function heldTime(at: number, now: Date): Date {
  return new Date(Math.min(Math.max(at, now.getTime() - DAY_MS), now.getTime()));
}

export async function storeEvents(
  db: Kysely<OperationsTables>,
  batch: {
    readonly appId: AppId;
    readonly release: ReleaseDigest;
    readonly userId: UserId | undefined;
    readonly events: readonly UseEvent[];
    readonly now: Date;
  },
): Promise<void> {
  const { appId, release, userId, events, now } = batch;
  const rows = events.map(({ kind, name, at, ms, props = {} }) => ({
    app_id: appId,
    release_digest: release,
    user_id: userId ?? null,
    kind,
    name,
    props: JSON.stringify(props),
    ms: kind === 'mark' ? (ms ?? null) : null,
    at: heldTime(at, now),
    received_at: now,
  }));
  await db.insertInto('operations.events').values(rows).execute();
}

export async function sweepEvents(db: Kysely<OperationsTables>, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  await db.deleteFrom('operations.events').where('received_at', '<', oldest).execute();
}
