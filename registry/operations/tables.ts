import type { ColumnType, Generated } from 'kysely';
import type { AppId, ReleaseDigest, UserId } from '../../sandbox/contract/index.ts';

/** Rows as kysely sees them; the schema itself is in migrations/. */
export type OperationsTables = {
  'operations.events': {
    id: Generated<string>;
    app_id: AppId;
    release_digest: ReleaseDigest;
    user_id: UserId | null;
    kind: 'event' | 'mark';
    name: string;
    props: ColumnType<unknown, string, never>;
    ms: number | null;
    at: Date;
    received_at: Date;
  };
};
