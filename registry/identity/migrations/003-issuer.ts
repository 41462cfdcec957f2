import type { Migration } from '../../platform/index.ts';

/** The embedded issuer's own records. A bank with an issuer of its own never fills these. */
export const issuer: Migration = {
  id: 'identity-003-issuer',
  sql: `
create table identity.issuer_accounts (
  subject uuid primary key,
  phone text not null unique check (phone ~ '^1[3-9][0-9]{9}$'),
  created_at timestamptz not null
);

-- What oidc-provider stores. Ids are bearer secrets, so they are hashed and the payload (which repeats them) is sealed.
create table identity.issuer_records (
  model text not null,
  hash bytea not null,
  sealed bytea not null,
  grant_hash bytea,
  uid_hash bytea,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (model, hash)
);
create index issuer_records_by_grant on identity.issuer_records (grant_hash) where grant_hash is not null;
create index issuer_records_by_uid on identity.issuer_records (model, uid_hash) where uid_hash is not null;

create table identity.otps (
  id uuid primary key,
  interaction text not null,
  phone text not null,
  device bytea not null,
  code_mac bytea not null,
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index otps_by_interaction on identity.otps (interaction, created_at desc);
create index otps_by_phone on identity.otps (phone, created_at desc);
create index otps_by_device on identity.otps (device, created_at desc);
`,
};
