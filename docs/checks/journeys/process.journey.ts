/**
 * The product as a set of processes, through `npm start` as a person types it: starting, refusing to start, stopping,
 * being killed, losing its database, and finding its files changed.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../registry/platform/index.ts';
import { type NpmStart, npmStart } from './process-npm.ts';
import { beginOrder, codeOf, steadyTraffic } from './process-requests.ts';
import { processesOf, untilGone } from './process-tree.ts';
import { createWitness } from './process-witness.ts';

/** What everybody is promised: ten seconds. The rest is for a machine that has more to do. */
const STOPPED_MS = 11_000;
const UNDER_WAY = 300;

const folder = mkdtempSync(join(tmpdir(), 'portico-process-'));
// PostgreSQL, which runs under another account where we are root, must be able to pass.
chmodSync(folder, 0o711);
const dataDir = join(folder, 'data');
const port = await freePort();
const witness = createWitness();
const started: NpmStart[] = [];
after(async () => {
  for (const product of started) product.killAll();
  for (const { dataDir: place } of started) await untilGone(place, STOPPED_MS);
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof npmStart>[0]> = {}): Promise<NpmStart> {
  const product = await npmStart({ dataDir, port, ...options });
  started.push(product);
  return product;
}
let product: NpmStart;

test('npm start gets ready on an empty folder and says what it is doing meanwhile', async (t) => {
  product = await start();
  t.diagnostic(`ready after ${Math.round(await product.ready())} ms`);
  assert.match(product.output(), /starting the database and the registry ….*starting the parking partner’s server …/s);
  assert.match(
    product.output(),
    /com\.cityparking\.app \S+ submitted; two reviewers read it ….*com\.cityparking\.app \S+ is live/s,
  );
  assert.match(product.output(), /^ready http:\/\/bank\.portico\.localhost:\d+$/m);
  await witness.meet(product);
  assert.deepEqual(await witness.faults(product), []);
});

test('SIGTERM to npm answers what is under way, several hundred requests, and leaves no process', async (t) => {
  const orders = await Promise.all(Array.from({ length: UNDER_WAY }, () => beginOrder(product)));
  const pids = processesOf(dataDir).length;
  product.kill('npm', 'SIGTERM');
  const gone = untilGone(dataDir, STOPPED_MS);
  const answers = await Promise.all(
    orders.map(async (order, index) => {
      // Spread over the four seconds in which the port closes and the last answers are given.
      await pause((index / UNDER_WAY) * 4_000);
      return order.finish();
    }),
  );
  const outcomes = new Map<string, number>();
  for (const { outcome, orderId } of answers) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (orderId) witness.order(orderId);
  }
  assert.deepEqual([...outcomes], [['201', UNDER_WAY]]);
  t.diagnostic(`${pids} processes gone after ${Math.round(await gone)} ms`);
  assert.equal(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid')), false, 'PostgreSQL stopped cleanly');
});

test('the second start is quick and has everything that was acknowledged', async (t) => {
  product = await start();
  t.diagnostic(`ready after ${Math.round(await product.ready())} ms`);
  assert.deepEqual(await witness.faults(product), []);
});

test('a database that goes away under traffic costs 503s; it comes back, and nothing is lost', async (t) => {
  const { api, partners } = product.people();
  const over = new AbortController();
  const counting = steadyTraffic(
    [
      '/api/v1/submissions',
      '/readyz',
      '/tuf/timestamp.json',
      '/api/v1/catalogue/home?lang=zh',
      `/api/v1/catalogue/apps/com.cityparking.app`,
    ].map((path) => `${api}${path}`),
    { authorization: `Bearer ${partners[0]?.token}` },
    over.signal,
  );
  const paying = witness.pay(over.signal);
  await pause(1_000);
  const [postmaster, registry] = [product.pid('postmaster'), product.pid('registry')];
  const backend = processesOf(dataDir).find(({ command }) => /^postgres: postgres portico/.test(command));
  assert.ok(backend);
  process.kill(backend.pid, 'SIGKILL');
  await pause(1_500);
  process.kill(postmaster, 'SIGKILL');
  await untilReady(product);
  await pause(500);
  over.abort();
  const counts = await counting;
  await paying;
  t.diagnostic(JSON.stringify({ ...counts, ...witness.told }));
  const answers = Object.keys(counts);
  assert.ok(answers.includes('200') && witness.told.paid > 0);
  assert.deepEqual(
    answers.filter((answer) => answer !== '200' && !answer.startsWith('503 ERR_PLATFORM_UNAVAILABLE')),
    [],
  );
  assert.ok(answers.length > 1, 'the outage was seen');
  assert.equal(product.pid('registry'), registry, 'the registry never ended');
  assert.notEqual(product.pid('postmaster'), postmaster);
  assert.deepEqual(await witness.faults(product), []);
});

test('a package file that was changed on disk is refused and comes back with its bytes', async () => {
  const { api } = product.people();
  // The largest file of the app: too large to be one piece of a stream.
  const { digest, size } = await largestFile(api);
  assert.ok(size > 65_536);
  const file = blobFile(digest);
  const bytes = readFileSync(file);
  // As it is: a compressed copy, made while the file was whole, may be in memory.
  const read = () => fetch(`${api}/blobs/${digest}`, { headers: { 'accept-encoding': 'identity' } });
  assert.deepEqual(Buffer.from(await (await read()).arrayBuffer()), bytes);

  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(size - 1) ^ 1, size - 1);
  writeFileSync(file, changed);
  const refused = await read();
  assert.equal(refused.status, 500);
  assert.equal(codeOf(await refused.text()), 'ERR_PLATFORM_BLOB_DAMAGED');
  assert.equal(refused.headers.get('cache-control'), 'no-store');

  writeFileSync(file, bytes);
  assert.deepEqual(Buffer.from(await (await read()).arrayBuffer()), bytes);
});

test('when npm alone is killed everything stops cleanly, and npm start right after it just works', async (t) => {
  product.kill('npm', 'SIGKILL');
  const before = product;
  product = await start();
  t.diagnostic(`ready after ${Math.round(await product.ready())} ms`);
  assert.match(before.output(), /\[registry\] stopping/);
  assert.deepEqual(await witness.faults(product), []);
});

test('everything but PostgreSQL killed in the middle of payments loses nothing that was acknowledged', async (t) => {
  const paying = witness.pay();
  await pause(700);
  const orphan = product.pid('postmaster');
  product.killAll(['postmaster']);
  await paying;
  assert.equal(product.pid('postmaster'), orphan, 'PostgreSQL outlives the rest');
  product = await start();
  t.diagnostic(`ready after ${Math.round(await product.ready())} ms, ${JSON.stringify(witness.told)}`);
  assert.ok(witness.told.paid > 0);
  assert.notEqual(product.pid('postmaster'), orphan);
  assert.deepEqual(await witness.faults(product), []);
});

test('a data folder deleted under the running product ends it with a code, and leaves no process', async () => {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  assert.equal(await product.ended, 1);
  assert.match(product.output(), /^\[registry\] ERR_PLATFORM_DATA_DIR_LOST: /m);
  await untilGone(dataDir, STOPPED_MS);
});

test('killed while it makes its database or seeds, it starts the next time as if nothing had been', async () => {
  const fresh = join(folder, 'killed-early');
  for (const [moment, part] of [
    [/starting the database/, 'registry'],
    [/submitted; two reviewers/, 'start'],
  ] as const) {
    const doomed = await start({ dataDir: fresh });
    await printed(doomed, moment);
    await pause(Math.random() * 1_000);
    doomed.kill(part, 'SIGKILL');
    await doomed.ended;
  }
  const again = await start({ dataDir: fresh });
  await again.ready();
  again.kill('start', 'SIGTERM');
  await untilGone(fresh, STOPPED_MS);
});

const refusals: Readonly<
  Record<string, { env?: Record<string, string>; dataDir?: string; takePort?: true; code: string; says: RegExp }>
> = {
  'a port in use': { takePort: true, code: 'ERR_PLATFORM_CONFIG_PORT_IN_USE', says: /set PORTICO_PORT to a free port/ },
  'a partner’s port in use': {
    env: { PARKING_PORT: String(port) },
    takePort: true,
    code: 'ERR_PLATFORM_CONFIG_PORT_IN_USE',
    says: /PARKING_PORT/,
  },
  'a data folder that cannot be written': {
    dataDir: '/dev/null/portico',
    code: 'ERR_PLATFORM_CONFIG_DATA_DIR',
    says: /set PORTICO_DATA_DIR to another folder/,
  },
  'a setting that is wrong': {
    env: { LOG_LEVEL: 'loud' },
    code: 'ERR_PLATFORM_CONFIG_VALUE',
    says: /LOG_LEVEL is "loud"/,
  },
  'demo parts where others can reach them': {
    env: { PORTICO_PUBLIC_ORIGIN: 'https://m.apps.bank.example' },
    code: 'ERR_PLATFORM_CONFIG_DEMO',
    says: /PORTICO_DEMO=off/,
  },
};
test('what cannot start says why in a sentence, ends with code 2, and leaves nothing behind', async () => {
  const taken = createServer().listen(port, '127.0.0.1');
  await once(taken, 'listening');
  const answers = Object.entries(refusals).map(async ([what, { env = {}, takePort, code, says, ...rest }], index) => {
    const place = rest.dataDir ?? join(folder, `refused-${index}`);
    const refused = await start({ dataDir: place, port: takePort ? port : await freePort(), env });
    assert.equal(await refused.ended, 2, `${what}: ${refused.output()}`);
    assert.match(refused.output(), new RegExp(`^(\\[registry\\] )?${code}: `, 'm'), what);
    assert.match(refused.output(), says);
    assert.doesNotMatch(refused.output(), /^\s*(\[\w+\] )?\s+at /m, `${what}: a stack`);
    assert.equal(existsSync(place), false, `${what}: something was written`);
    assert.deepEqual(processesOf(place), [], what);
  });
  await Promise.all(answers);
  taken.close();
});

const blobFile = (digest: string) => join(dataDir, 'blobs', 'sha256', digest.slice(0, 2), digest.slice(2));

/** Of the first app on the home screen, by its release manifest on disk. */
async function largestFile(api: string): Promise<{ readonly digest: string; readonly size: number }> {
  const home = await fetch(`${api}/api/v1/catalogue/home?lang=zh`);
  const { apps } = (await home.json()) as { readonly apps: readonly { readonly digest: string }[] };
  const { files } = JSON.parse(readFileSync(blobFile(apps[0]?.digest ?? ''), 'utf8')) as {
    readonly files: readonly { readonly digest: string; readonly size: number }[];
  };
  return files.reduce((largest, file) => (file.size > largest.size ? file : largest));
}

/** Ready ten times in a row; whoever has lost the database says so, and does not hang up. */
async function untilReady({ people, output }: NpmStart): Promise<void> {
  for (let quiet = 0; quiet < 10; ) {
    const ready = await fetch(`${people().api}/readyz`).catch((error: Error) => {
      assert.fail(`the registry does not answer (${error.cause}):\n${output()}`);
    });
    quiet = ready.ok ? quiet + 1 : 0;
    await pause(100);
  }
}

async function printed(from: NpmStart, pattern: RegExp): Promise<void> {
  for (let waited = 0; !pattern.test(from.output()); waited += 10) {
    if (waited > 60_000) assert.fail(`never said ${pattern}:\n${from.output()}`);
    await pause(10);
  }
}
