import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database, NoTables } from '../platform.ts';
import { APP_ROLE } from './role.ts';

interface ConnectOptions {
  readonly url: string;
  /** Run as the restricted role. It is the session's own default, so `RESET ROLE` cannot climb out of it. */
  readonly restricted: boolean;
  /** Log in as that role as well, so that not even `SET ROLE` can: then the session never was the owner's. */
  readonly login?: boolean;
  readonly log: Logger;
  /** Connections at most. */
  readonly size: number;
}

/**
 * The run-time pool. PostgreSQL `bigint` and `numeric` arrive as strings (no float ever touches an amount),
 * `timestamptz` as `Date`, `jsonb` parsed. Waiting for a connection is limited to 5 s, a statement to 30 s.
 */
export function connectDatabase(options: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.restricted ? asAppRole(options.url, options.login) : options.url,
    max: options.size,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    application_name: 'portico',
  });
  // An idle connection that breaks is replaced by the pool. One that breaks between two queries of a transaction tells
  // only itself, and its next query fails. Without these listeners either would end the process.
  const lost = (error: Error) => options.log.debug({ reason: error.message }, 'database connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
}

function asAppRole(url: string, login = false): string {
  const parsed = new URL(url);
  if (login) {
    parsed.username = APP_ROLE;
    return parsed.href;
  }
  const before = parsed.searchParams.get('options');
  parsed.searchParams.set('options', `${before ?? ''} -c role=${APP_ROLE}`.trim());
  return parsed.href;
}

/** SQLSTATE classes and driver codes that mean "the database is not there just now", not "the query is wrong". */
const AWAY = /^(?:08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
const AWAY_MESSAGE = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** True for faults that go away when the database comes back; HTTP answers 503 for them. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const fromSocket = 'syscall' in error ? error.syscall === 'connect' || error.syscall === 'read' : true;
  return (AWAY.test(code) && (code !== 'ENOENT' || fromSocket)) || AWAY_MESSAGE.test(error.message);
}
