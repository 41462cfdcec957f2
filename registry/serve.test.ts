import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtProgram } from './platform/testing/built.ts';

const program = await builtProgram(new URL('serve.fixture.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'portico-serve-'));
// PostgreSQL, which runs under another account where we are root, must be able to pass.
await chmod(folder, 0o711);
const dist = join(folder, 'dist');
await mkdir(join(dist, 'container'), { recursive: true });
await mkdir(join(dist, 'frame'));
await writeFile(join(dist, 'container', 'index.html'), '<!doctype html><title>container</title>');
for (const script of ['loader', 'origin-enter', 'origin-worker', 'origin-news', 'origin-clear']) {
  await writeFile(join(dist, 'frame', `${script}.js`), 'void 0;');
}
const dataDir = join(folder, 'data');
const children = new Set<ChildProcess>();
after(async () => {
  for (const child of children) await ended(child, 'SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  output(): string;
}

function launch(environment: Record<string, string>, withChannel = false): Started & { port: 0 } {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, HOME: folder, PORTICO_DATA_DIR: dataDir, PORTICO_TEST_DIST: dist, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', ...(withChannel ? (['ipc'] as const) : [])],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return { child, port: 0, output: () => output };
}

async function start(environment: Record<string, string> = {}, withChannel = false): Promise<Started> {
  const started = launch({ PORTICO_PORT: '0', ...environment }, withChannel);
  for (let waited = 0; waited < 60_000; waited += 20) {
    const port = /registry listening on [^"]*:(\d+)/.exec(started.output())?.[1];
    if (port) return { ...started, port: Number(port) };
    if (started.child.exitCode !== null) break;
    await sleep(20);
  }
  assert.fail(`the server did not start: ${started.output()}`);
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  if (signal) child.kill(signal);
  await exit;
  return child.exitCode;
}

/** What a start with these settings says and exits with. */
async function refused(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(environment);
  const code = await ended(child);
  return { code, output: output() };
}

async function postmaster(): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  return text ? Number(text.split('\n')[0]) : undefined;
}
/** A zombie counts as gone: nobody here reaps orphans for us. */
const isAlive = async (pid: number) => /\) [^ZX]/.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
const get = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

for (const [what, environment, code, word] of [
  ['a port that is no number', { PORTICO_PORT: 'eighty' }, 'ERR_PLATFORM_CONFIG_VALUE', /PORTICO_PORT/],
  [
    'a data folder that cannot be made',
    { PORTICO_DATA_DIR: '/dev/null/x' },
    'ERR_PLATFORM_CONFIG_DATA_DIR',
    /\/dev\/null/,
  ],
  [
    'a database that is not there',
    { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' },
    'ERR_PLATFORM_CONFIG_DATABASE',
    /DATABASE_URL/,
  ],
  [
    'demo parts on a public origin',
    { PORTICO_DEMO: 'on', PORTICO_PUBLIC_ORIGIN: 'https://m.apps.bank.example' },
    'ERR_PLATFORM_CONFIG_DEMO',
    /PORTICO_DEMO=off/,
  ],
] as const) {
  test(`${what} is refused with a code, a sentence and exit code 2`, async () => {
    const answer = await refused({ PORTICO_PORT: '0', PORTICO_DATA_DIR: join(folder, 'other'), ...environment });
    assert.equal(answer.code, 2, answer.output);
    assert.match(answer.output, new RegExp(`^${code}: `, 'm'));
    assert.match(answer.output, word);
    assert.doesNotMatch(answer.output, /^\s+at |secret/m);
  });
}

/** A bank's module of parts: its keys are its own, and what it is asked for it appends to `told`. */
const bankModule = `
import { generateKeyPairSync, sign } from 'node:crypto';
const signer = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')), sign: async (bytes) => new Uint8Array(sign(null, bytes, privateKey)) };
};
export function createBankParts(platform) {
  const roles = { targets: signer(), releases: signer(), snapshot: signer(), timestamp: signer() };
  const roots = [];
  const unknown = async () => ({ kind: 'unknown' });
  return {
    signers: {
      roots: async () => roots,
      createRoot: async (make) => void roots.push(await make({ keys: [signer(), signer()], threshold: 2 }, roles)),
      roles: async () => roles,
    },
    channel: {
      name: 'bank', submit: unknown, query: unknown, cancel: unknown, returnLate: unknown,
      onNotice: () => platform.log.info('the bank’s channel is asked for its notices'),
    },
    otpSender: { send: async () => undefined },
  };
}`;
const banksOwn = { PORTICO_PORT: '0', PORTICO_DEMO: 'off' };

for (const [what, text, says] of [
  ['none at all', undefined, /PORTICO_BANK_PARTS is not set.*signers, channel, otpSender/],
  ['a module with a fault', 'export {', /cannot be loaded/],
  ['a module without createBankParts', 'export default 1;', /exports no function createBankParts/],
] as const) {
  test(`outside a demo, ${what} for the bank’s parts is refused before PostgreSQL is started`, async () => {
    const file = join(folder, 'refused-parts.mjs');
    if (text !== undefined) await writeFile(file, text);
    const { code, output } = await refused({ ...banksOwn, ...(text !== undefined && { PORTICO_BANK_PARTS: file }) });
    assert.equal(code, 2, output);
    assert.match(output, /^ERR_PLATFORM_CONFIG_BANK_PARTS: /m);
    assert.match(output, says);
    assert.equal(await postmaster(), undefined);
  });
}

test('a bank brings its keys, its channel and its OTP delivery in one module, and no file of ours changes', async () => {
  const file = join(folder, 'parts.mjs');
  await writeFile(file, bankModule);
  const own = { PORTICO_DEMO: 'off', PORTICO_BANK_PARTS: file, PORTICO_DATA_DIR: join(folder, 'bank') };
  const server = await start(own);
  assert.equal((await get(server.port, '/readyz')).status, 200);
  const root = (await (await get(server.port, '/tuf/1.root.json')).json()) as { signatures: unknown[] };
  assert.equal(root.signatures.length, 2, 'the bank’s two root keys, where the demo has three');
  assert.match(server.output(), /the bank’s channel is asked for its notices/);
  await assert.rejects(readFile(join(folder, 'bank', 'keys', 'trust', '1.root.json')), { code: 'ENOENT' });
  assert.equal(await ended(server.child, 'SIGTERM'), 0);
});

test('a port in use is refused before PostgreSQL is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  assert.ok(address && typeof address === 'object');
  const answer = await refused({ PORTICO_PORT: String(address.port) });
  other.close();
  assert.equal(answer.code, 2);
  assert.match(answer.output, /^ERR_PLATFORM_CONFIG_PORT_IN_USE: /m);
  assert.equal(await postmaster(), undefined);
});

test('it answers on both loopback addresses within its memory budget, and lets nobody else use its folder', async () => {
  const server = await start();
  assert.equal((await get(server.port, '/readyz')).status, 200);
  assert.equal((await fetch(`http://[::1]:${server.port}/readyz`)).status, 200);
  const page = await fetchAs(server.port, `bank.portico.localhost:${server.port}`, '/');
  assert.match(page.body, /<title>container/);
  const rss = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${server.child.pid}/status`, 'utf8'))?.[1];
  assert.ok(Number(rss) < 400 * 1024, `${rss} kB resident`);
  const second = await refused({ PORTICO_PORT: '0' });
  assert.equal(second.code, 2);
  assert.match(second.output, /^ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE: /m);
  assert.equal(await ended(server.child, 'SIGTERM'), 0);
  assert.equal(await postmaster(), undefined, 'PostgreSQL has stopped as well');
});

test('SIGTERM drops no request, and ends within ten seconds', async () => {
  const server = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let answered = 0;
  let refusedConnections = 0;
  const faults: string[] = [];
  let stop = false;
  const clients = Array.from({ length: 8 }, async () => {
    while (!stop) {
      try {
        const { status } = await fetchAs(server.port, 'localhost', '/api/errors/ERR_PLATFORM_RATE', agent);
        if (status === 200) answered += 1;
        else faults.push(String(status));
      } catch (error) {
        // A connection that was never made is the client's to try elsewhere; one cut after the request is a loss.
        if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') {
          refusedConnections += 1;
          await sleep(5);
        } else faults.push(String(error));
      }
    }
  });
  await sleep(300);
  const startedAt = performance.now();
  const before = answered;
  assert.equal(await ended(server.child, 'SIGTERM'), 0);
  const took = performance.now() - startedAt;
  stop = true;
  await Promise.all(clients);
  agent.destroy();
  assert.deepEqual(faults, []);
  assert.ok(answered > before, 'requests were served while stopping');
  assert.ok(refusedConnections > 0, 'the port was closed in the end');
  assert.ok(took < 10_000, `${took} ms`);
});

test('after kill -9 the next start takes the orphaned PostgreSQL’s place', async () => {
  const server = await start();
  const orphan = await postmaster();
  assert.ok(orphan);
  await ended(server.child, 'SIGKILL');
  assert.ok(await isAlive(orphan), 'PostgreSQL outlives us, which is what this test is about');
  const next = await start();
  assert.notEqual(await postmaster(), orphan);
  assert.equal(await isAlive(orphan), false);
  assert.equal((await get(next.port, '/readyz')).status, 200);
  assert.equal(await ended(next.child, 'SIGTERM'), 0);
});

test('a database that crashes costs 503s, never the process, and comes back by itself', async () => {
  const server = await start();
  const pid = await postmaster();
  assert.ok(pid);
  process.kill(pid, 'SIGKILL');
  const statuses = new Set<number>();
  let recovered = false;
  for (let tries = 0; tries < 600 && !recovered; tries += 1) {
    const answer = await get(server.port, '/readyz').catch((error: Error) =>
      assert.fail(`${error.cause}\n${server.output()}`),
    );
    statuses.add(answer.status);
    if (answer.status === 503) {
      const problem = (await answer.json()) as { code: string };
      assert.equal(problem.code, 'ERR_PLATFORM_UNAVAILABLE');
    }
    recovered = answer.status === 200 && statuses.has(503);
    await sleep(25);
  }
  assert.ok(recovered, `saw ${[...statuses]}\n${server.output()}`);
  assert.deepEqual([...statuses].sort(), [200, 503]);
  assert.equal((await get(server.port, '/healthz')).status, 200);
  assert.equal(await ended(server.child, 'SIGTERM'), 0);
});

test('when the process that started it is gone it stops cleanly, PostgreSQL too', async () => {
  const server = await start({}, true);
  const pid = await postmaster();
  assert.ok(pid);
  server.child.disconnect();
  assert.equal(await ended(server.child), 0);
  assert.equal(await isAlive(pid), false);
});

test('a server whose folder was deleted and taken by a newer one stops itself, and only itself', async () => {
  const older = await start();
  const orphan = await postmaster();
  assert.ok(orphan);
  await rm(dataDir, { recursive: true, maxRetries: 10 });
  const newer = await start();
  assert.equal(await ended(older.child), 1);
  assert.match(older.output(), /^ERR_PLATFORM_DATA_DIR_LOST: /m);
  assert.equal(await isAlive(orphan), false, 'its PostgreSQL has stopped');
  assert.equal((await get(newer.port, '/readyz')).status, 200);
  assert.ok(await isAlive((await postmaster()) ?? 0));
  assert.equal(await ended(newer.child, 'SIGTERM'), 0);
});

function fetchAs(port: number, host: string, path: string, agent?: Agent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent, headers: { host, accept: 'text/html' } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => (body += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
