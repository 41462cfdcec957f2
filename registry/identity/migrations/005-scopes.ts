import type { Migration } from '../../platform/index.ts';

/**
 * Grants of more than the openid. `declared` is what the release asked for in all when the customer agreed: a release
 * that asks for more is no longer what they agreed to. Null for grants of before, which count for any release.
 */
export const scopes: Migration = {
  id: 'identity-005-scopes',
  sql: `
alter table identity.grants drop constraint grants_scope_check;
alter table identity.grants add constraint grants_scope_check check (
  scope in ('base', 'phone', 'realname.verified', 'device.scan', 'device.location', 'device.location.precise')
  or scope ~ '^message[.][a-z][a-z0-9-]{0,39}$'
);
alter table identity.grants add column declared text[];
`,
};
