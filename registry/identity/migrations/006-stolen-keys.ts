import type { Migration } from '../../platform/index.ts';

/** A key that was retired and one that was stolen are both revoked; only what a stolen one signed counts no longer. */
export const stolenKeys: Migration = {
  id: 'identity-006-stolen-keys',
  sql: `
alter table identity.keys add column stolen boolean not null default false
  check (not stolen or revoked_at is not null);
`,
};
