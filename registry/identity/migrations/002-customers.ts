import type { Migration } from '../../platform/index.ts';

/** Customers, their sessions, what they granted to apps, and their passkeys. */
export const customers: Migration = {
  id: 'identity-002-customers',
  sql: `
create table identity.customers (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  phone text,
  level smallint not null check (level between 0 and 5),
  created_at timestamptz not null,
  unique (issuer, subject)
);

-- One row from the redirect to the issuer until the callback. The cookie holds the id, we hold its hash.
create table identity.login_attempts (
  hash bytea primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);

create table identity.sessions (
  id uuid primary key,
  hash bytea not null unique,
  user_id uuid not null references identity.customers,
  authenticated_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_by_user on identity.sessions (user_id);

create table identity.handoff_codes (
  hash bytea primary key,
  user_id uuid not null references identity.customers,
  authenticated_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A customer's id in one app: random, kept for ever, never computed.
create table identity.openids (
  app_id text not null,
  user_id uuid not null references identity.customers,
  openid text not null,
  created_at timestamptz not null,
  primary key (app_id, user_id),
  unique (app_id, openid)
);
select portico.insert_only('identity.openids');

create table identity.grants (
  user_id uuid not null references identity.customers,
  app_id text not null,
  scope text not null check (scope in ('base')),
  granted_at timestamptz not null,
  revoked_at timestamptz,
  primary key (user_id, app_id, scope)
);

create table identity.login_codes (
  id uuid primary key,
  hash bytea not null unique,
  app_id text not null,
  release_digest text not null,
  user_id uuid not null references identity.customers,
  session_id uuid not null references identity.sessions,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What a partner's server holds after the exchange. It dies with the grant.
create table identity.app_sessions (
  id uuid primary key,
  hash bytea not null unique,
  code_id uuid not null references identity.login_codes,
  app_id text not null,
  user_id uuid not null references identity.customers,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index app_sessions_by_grant on identity.app_sessions (user_id, app_id);

create table identity.passkeys (
  credential_id text primary key,
  user_id uuid not null references identity.customers,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  backed_up boolean not null,
  enrolled_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index passkeys_by_user on identity.passkeys (user_id);

create table identity.passkey_challenges (
  session_id uuid not null references identity.sessions,
  purpose text not null check (purpose in ('enrol', 'prove')),
  challenge bytea not null,
  expires_at timestamptz not null,
  primary key (session_id, purpose)
);
`,
};
