import type { Migration } from '../../platform/index.ts';

/** What apps count of their own use. Append-only; partitions and roll-ups can come when the numbers ask for them. */
export const events: Migration = {
  id: 'operations-001-events',
  sql: `
create schema if not exists operations;
create table operations.events (
  id bigint generated always as identity primary key,
  app_id text not null,
  release_digest text not null,
  user_id uuid,
  kind text not null check (kind in ('event', 'mark')),
  name text not null check (length(name) between 1 and 64),
  props jsonb not null,
  ms double precision check (ms is null or (ms >= 0 and ms <= 600000)),
  -- By the device's clock, held between a day before and the moment it arrived.
  at timestamptz not null,
  received_at timestamptz not null
);
create index events_by_app on operations.events (app_id, name, at);
create index events_by_age on operations.events (received_at);
`,
};
