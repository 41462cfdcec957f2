import type { Migration } from '../../platform/index.ts';

/** Sessions that the bank's own app began: they may replace passkeys that were removed. */
export const handedOver: Migration = {
  id: 'identity-004-handed-over',
  sql: 'alter table identity.sessions add column handed_over boolean not null default false',
};
