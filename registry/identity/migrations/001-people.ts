import type { Migration } from '../../platform/index.ts';

/** Partners, staff, services of the bank, and the audit trail of all of them. */
export const people: Migration = {
  id: 'identity-001-people',
  sql: `
create schema if not exists identity;

create table identity.partners (
  id text primary key check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(id) <= 40),
  name text not null check (length(name) between 1 and 200),
  webhook_url text,
  created_at timestamptz not null
);

-- Secrets that must be read back (they make HMACs) are sealed with a key that lives in a file, not here.
create table identity.webhook_secrets (
  id bigint generated always as identity primary key,
  partner_id text not null references identity.partners,
  sealed bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);

create table identity.apps (
  app_id text primary key,
  partner_id text not null references identity.partners,
  claimed_at timestamptz not null
);

create table identity.staff (
  id text primary key check (id ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(id) <= 40),
  roles text[] not null check (roles <@ array['reviewer', 'operator'] and cardinality(roles) > 0),
  active boolean not null default true
);

-- Bearer tokens of partners (pt_), staff (st_) and the bank's own services (sv_): only SHA-256 is kept.
create table identity.tokens (
  id uuid primary key,
  hash bytea not null unique check (length(hash) = 32),
  owner_kind text not null check (owner_kind in ('partner', 'staff', 'service')),
  owner_id text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz
);

create table identity.keys (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  alg text not null default 'EdDSA' check (alg = 'EdDSA'),
  public_key text not null unique,
  owner_kind text not null check (owner_kind in ('partner', 'staff')),
  owner_id text not null,
  uses text[] not null check (uses <@ array['api', 'release', 'approval'] and cardinality(uses) > 0),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index keys_by_owner on identity.keys (owner_kind, owner_id);

-- Everything that may be seen once only: nonces of signed requests, jti of client assertions.
create table identity.seen (
  kind text not null,
  owner text not null,
  nonce text not null,
  expires_at timestamptz not null,
  primary key (kind, owner, nonce)
);
create index seen_by_expiry on identity.seen (expires_at);

create table identity.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  data jsonb not null default '{}'
);
select portico.insert_only('identity.audit');
`,
};
