/**
 * Ledger postings a second against pgbench's TPC-B-like script: same server, same run, same number of clients, taking
 * turns so that a slow minute of the machine slows both. Usage: node --import tsx docs/checks/bench/ledger.ts
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { migrations } from '../../../registry/payments/index.ts';
import { createPlatform, readConfig } from '../../../registry/platform/index.ts';

export interface LedgerBench {
  readonly clients: number;
  readonly secondsEach: number;
  /** What the server says of `fsync` and `synchronous_commit`. */
  readonly durability: string;
  /** Medians over the turns, a second, each client waiting for its commit. `undefined`: pgbench is not installed here. */
  readonly pgbenchTps: number | undefined;
  /** Between two of many accounts, sent by pgbench as well. */
  readonly postings: number | undefined;
  /** Everything to one payee, spread over its rows as payments do. */
  readonly hotPayee: number | undefined;
  /** Between two of many accounts, sent by one Node process. */
  readonly postingsFromNode: number;
  readonly ratio: number | undefined;
  readonly hotPayeeRatio: number | undefined;
}

const CLIENTS = 8;
const ACCOUNTS = 1_000;
const PAYEE_ROWS = 8;
const TURNS = 3;
const SECONDS = 4;
/** pgbench's own advice: at least the number of clients, or its single branch row is what is measured. */
const SCALE = CLIENTS;

export async function benchLedger({ turns: count = TURNS, seconds = SECONDS } = {}): Promise<LedgerBench> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  // The embedded PostgreSQL as `npm start` runs it, fsync on; nothing else in it.
  const config = readConfig({ PORTICO_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }, folder);
  const platform = await createPlatform({ config, migrations });
  const owner = new pg.Client({ connectionString: platform.ownerUrl });
  await owner.connect();
  const pool = new pg.Pool({ connectionString: platform.ownerUrl, max: CLIENTS, options: '-c role=portico_app' });
  // The pool says it has ended before its sockets have; PostgreSQL then cuts them off, which is no fault.
  pool.on('error', (error) => {
    if (!pool.ending) throw error;
  });
  try {
    const first = await openAccounts(owner, ACCOUNTS + PAYEE_ROWS);
    const [many, hot] = [join(folder, 'many.sql'), join(folder, 'hot.sql')];
    await writeFile(
      many,
      postingScript([first, first + ACCOUNTS / 2 - 1], [first + ACCOUNTS / 2, first + ACCOUNTS - 1]),
    );
    await writeFile(
      hot,
      postingScript([first, first + ACCOUNTS - 1], [first + ACCOUNTS, first + ACCOUNTS + PAYEE_ROWS - 1]),
    );
    const pgbench = findPgbench();
    const measure = (...args: string[]) =>
      pgbench ? transactions(pgbench, platform.ownerUrl, seconds, args) : undefined;
    if (pgbench) await runPgbench(pgbench, platform.ownerUrl, ['-i', '-q', '-s', String(SCALE)]);
    const turns = [];
    for (let turn = 0; turn < count; turn += 1) {
      turns.push({
        tpcB: await measure(),
        many: await measure('-f', many),
        hot: await measure('-f', hot),
        node: await postFromNode(pool, seconds, first),
      });
    }
    const [pgbenchTps, postings, hotPayee] = [
      median(turns.map((turn) => turn.tpcB)),
      median(turns.map((turn) => turn.many)),
      median(turns.map((turn) => turn.hot)),
    ];
    const { rows } = await owner.query<{ durability: string }>(
      `SELECT 'fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit') AS durability`,
    );
    return {
      clients: CLIENTS,
      secondsEach: seconds,
      durability: rows[0]?.durability ?? '',
      pgbenchTps,
      postings,
      hotPayee,
      postingsFromNode: median(turns.map((turn) => turn.node)) ?? 0,
      ratio: ratio(postings, pgbenchTps),
      hotPayeeRatio: ratio(hotPayee, pgbenchTps),
    };
  } finally {
    await pool.end();
    await owner.end();
    await platform.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens accounts with ids in a row and returns the first id. */
async function openAccounts(owner: pg.Client, count: number): Promise<number> {
  const { rows } = await owner.query<{ first: string }>(
    `WITH opened AS (
       INSERT INTO payments.accounts (kind, owner, currency, may_overdraw)
       SELECT 'clearing', 'bench-' || n, 'CNY', true FROM generate_series(1, $1) n RETURNING id)
     SELECT min(id) AS first FROM opened`,
    [count],
  );
  return Number(rows[0]?.first);
}

function postingScript(from: readonly [number, number], to: readonly [number, number]): string {
  return [
    `\\set a random(${from.join(', ')})`,
    `\\set b random(${to.join(', ')})`,
    `SELECT payments.book('late_return', gen_random_uuid(), ARRAY[:a, :b]::bigint[], ARRAY[-1, 1]::bigint[]);`,
  ].join('\n');
}

async function postFromNode(pool: pg.Pool, seconds: number, first: number): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1_000;
  const half = ACCOUNTS / 2;
  let posted = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = await pool.connect();
      while (performance.now() < until) {
        const pair = [first + Math.floor(Math.random() * half), first + half + Math.floor(Math.random() * half)];
        await client.query({
          name: 'book',
          text: `SELECT payments.book('late_return', $1, ARRAY[$2, $3]::bigint[], ARRAY[-1, 1]::bigint[])`,
          values: [randomUUID(), ...pair],
        });
        posted += 1;
      }
      client.release();
    }),
  );
  return Math.round(posted / ((performance.now() - began) / 1_000));
}

function findPgbench(): string | undefined {
  const root = '/usr/lib/postgresql';
  try {
    const versions = readdirSync(root).sort((left, right) => Number(right) - Number(left));
    return versions
      .map((version) => join(root, version, 'bin'))
      .flatMap((bin) => (readdirSync(bin).includes('pgbench') ? [join(bin, 'pgbench')] : []))[0];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Transactions a second of pgbench's built-in script, or of the one that `args` name. */
async function transactions(pgbench: string, url: string, seconds: number, args: readonly string[]): Promise<number> {
  const load = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', String(seconds)];
  const output = await runPgbench(pgbench, url, [...load, ...args]);
  const tps = /^tps = ([0-9.]+)/m.exec(output)?.[1];
  if (tps === undefined) throw new Error(`pgbench said: ${output}`);
  return Math.round(Number(tps));
}

function runPgbench(file: string, url: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args, url], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`pgbench: ${output}`))));
  });
}

function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

function ratio(value: number | undefined, to: number | undefined): number | undefined {
  return value === undefined || to === undefined ? undefined : Math.round((value / to) * 100) / 100;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const result = await benchLedger();
  if (result.pgbenchTps === undefined) console.error('pgbench is not installed under /usr/lib/postgresql: no ratio.');
  console.log(JSON.stringify(result, null, 2));
}
