/** What every module of the registry stands on. Built once by `createPlatform`, handed to each `createX(platform, …)`. */
import type { Readable } from 'node:stream';
import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { FileDigest } from '../../sandbox/contract/index.ts';
import type { Config } from './config.ts';
import type { HostKind } from './http/hosts.ts';

/** Modules narrow the database to their own tables with `platform.db.withTables<TheirTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: an empty table set is what withTables() extends
export type NoTables = {};
export type Database = Kysely<NoTables>;
export type Tx = Transaction<NoTables>;

/** One step of the schema, run once, in order, in a transaction. `id` sorts and is never changed once released. */
export interface Migration {
  /** `<module>-<three digits>-<words>`, e.g. `payments-001-ledger`. */
  readonly id: string;
  readonly sql: string;
}

/** Immutable bytes by their SHA-256. */
export interface BlobStore {
  /** Streams in, verifies nothing but what it computes, and returns the digest; storing the same bytes twice is one blob. */
  put(bytes: Readable | Uint8Array): Promise<{ digest: FileDigest; size: number }>;
  /** `undefined` when absent. */
  open(digest: FileDigest): Promise<{ size: number; stream: Readable } | undefined>;
  read(digest: FileDigest): Promise<Uint8Array | undefined>;
}

/** Committed changes of state, told to other modules at least once, in order per `key`. */
export interface Outbox {
  /** Writes the event in the caller's transaction. `payload` is JSON. */
  add(tx: Tx, event: { topic: string; key: string; payload: Readonly<Record<string, unknown>> }): Promise<void>;
  /** Registers a handler at start-up. It is retried with back-off until it returns; it must be idempotent on `id`. */
  on(topic: string, handler: string, run: (event: OutboxEvent) => Promise<void>): void;
}
export interface OutboxEvent {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly payload: unknown;
}

/** Background work on pg-boss. Declared at start-up, before `platform.start()`. */
export interface Jobs {
  /** Runs `run` on a schedule of at most one run at a time over all replicas. */
  every(name: string, seconds: number, run: () => Promise<void>): void;
  /** A queue with retries. Returns a function that enqueues, optionally later and optionally inside a transaction. */
  queue<T extends Readonly<Record<string, unknown>>>(
    name: string,
    options: { retries: number; retryDelaySeconds: number; backoff: boolean },
    run: (data: unknown, attempt: number) => Promise<void>,
  ): { send(data: T, options?: { afterSeconds?: number; singletonKey?: string; tx?: Tx }): Promise<void> };
}

/** Fan-out between replicas over LISTEN/NOTIFY: hints only, they may be lost, so listeners re-read what they need. */
export interface Notices {
  publish(tx: Tx | Database, channel: string, payload: string): Promise<void>;
  /** Returns a function that stops listening. Also called once with `undefined` after a lost connection came back. */
  subscribe(channel: string, listener: (payload: string | undefined) => void): () => void;
}

/** Wall clock for log lines, cache headers and token expiry. Deadlines about money use `portico.now()` in the database. */
export interface Clock {
  now(): Date;
}

export interface Random {
  bytes(length: number): Uint8Array;
  uuid(): string;
  /** URL-safe text with `bytes` bytes of entropy. */
  token(bytes: number): string;
}

/** `fetch` of undici on a dispatcher that resolves `*.localhost` to loopback; the only way the registry makes requests. */
export type HttpFetch = (url: string | URL, init?: RequestInit & { timeoutMs?: number }) => Promise<Response>;

export interface Platform {
  readonly config: Config;
  readonly db: Database;
  readonly blobs: BlobStore;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: HttpFetch;
  readonly log: Logger;
  readonly metrics: Registry;
}

/**
 * Who may call a route; every route must name one in `config.caller` or the server refuses to start.
 * | caller | hosts | browsers |
 * | --- | --- | --- |
 * | `customer` | container | any request with `Sec-Fetch-Site` must say `same-origin` (`none` for GET navigations); state-changing ones must also carry the exact `Origin` |
 * | `partner`, `staff` | console, loopback | bearer tokens or signatures, never cookies; a browser request must be same-origin |
 * | `public` | container, console, loopback | reads only |
 * | `tool` | console, loopback | reads only: API description and its page |
 * | `probe` | loopback | reads only: health and metrics |
 * | `navigation` | container | top-level GET navigations from anywhere (sign-in redirects) |
 * | `content` | app hosts | what the frame page needs |
 * | `asset` | container | the container's own files |
 * | `issuer` | issuer host | the embedded identity provider |
 *
 * Routes of `content`, `asset` and `issuer` are bound to their host, so each may have a wildcard of its own.
 */
export type Caller =
  | 'customer'
  | 'partner'
  | 'staff'
  | 'public'
  | 'tool'
  | 'probe'
  | 'navigation'
  | 'content'
  | 'asset'
  | 'issuer';

declare module 'fastify' {
  interface FastifyContextConfig {
    caller?: Caller;
  }
  interface FastifyRequest {
    /** Which of our hosts the request names; checked before any handler runs. */
    hostKind: HostKind;
    /** The exact bytes of a JSON body, for signatures over it. */
    rawBody: Buffer | undefined;
  }
}
