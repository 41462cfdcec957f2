import type { Client } from 'pg';

/** The role requests and jobs run as. It reads and writes rows; it owns nothing and changes no schema. */
export const APP_ROLE = 'portico_app';

/**
 * Creates the run-time role where the connecting user may, and makes everything the migrations create usable to it.
 * `false`: the role does not exist and cannot be created (a plain DATABASE_URL user without CREATEROLE). Then the
 * server runs as that user; insert-only tables stay insert-only by their triggers, but the owner could drop those.
 * `login`: the role may also log in by itself, which our own cluster's private socket takes without a password.
 */
export async function prepareRole(client: Client, { login }: { readonly login: boolean }): Promise<boolean> {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (found.rowCount === 0) {
    const may = await client.query<{ may: boolean }>(
      'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
    );
    if (!may.rows[0]?.may) return false;
    // Another database of the same cluster may create it at the same moment.
    await client.query(`DO $$ BEGIN CREATE ROLE ${APP_ROLE} NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  }
  if (!(await isMember(client))) {
    await client.query(`DO $$ BEGIN EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
      EXCEPTION WHEN insufficient_privilege OR unique_violation THEN NULL; END $$`);
    if (!(await isMember(client))) return false;
  }
  const able = await client.query('SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin', [APP_ROLE]);
  if (login && able.rowCount === 0) await client.query(`ALTER ROLE ${APP_ROLE} LOGIN`);
  await client.query(`
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO ${APP_ROLE}`);
  return true;
}

async function isMember(client: Client): Promise<boolean> {
  const answer = await client.query<{ member: boolean }>('SELECT pg_has_role(current_user, $1, $2) AS member', [
    APP_ROLE,
    'MEMBER',
  ]);
  return answer.rows[0]?.member === true;
}
