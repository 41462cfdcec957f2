import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimDataDir, waitForLeaver } from './data-dir.ts';

const folder = await mkdtemp(join(tmpdir(), 'portico-claim-'));
const awake = setInterval(() => undefined, 1_000);
after(() => {
  clearInterval(awake);
  return rm(folder, { recursive: true, force: true });
});
const lockOf = (dataDir: string) => join(dataDir, 'server.lock');
const IN_USE = { code: 'ERR_PLATFORM_CONFIG_DATA_DIR_IN_USE' };

test('a folder has one server, and another one after that', async () => {
  const dataDir = join(folder, 'one');
  const claim = await claimDataDir(dataDir);
  await assert.rejects(claimDataDir(dataDir), IN_USE);
  await claim.release();
  await (await claimDataDir(dataDir)).release();
  assert.deepEqual(await readdir(dataDir), []);
});

test('of servers that find a stale lock at the same moment one gets the folder', async () => {
  const rounds = await Promise.all(Array.from({ length: 20 }, () => mkdtemp(join(folder, 'race-'))));
  for (const dataDir of rounds) await writeFile(lockOf(dataDir), '1 4294967295');
  const source = `
    import { claimDataDir } from ${JSON.stringify(new URL('data-dir.ts', import.meta.url).href)};
    const held = [];
    process.on('message', async ({ dataDirs, at }) => {
      for (const [index, dataDir] of dataDirs.entries()) {
        while (Date.now() < at + index * 20);
        const claim = await claimDataDir(dataDir).catch(() => undefined);
        if (claim) held.push([index, claim]);
      }
      setTimeout(async () => {
        const kept = [];
        for (const [index, claim] of held) if (await claim.isOurs()) kept.push(index);
        process.send(kept);
        process.disconnect();
      }, 200);
    });
    process.send('ready');`;
  const servers = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  );
  await Promise.all(servers.map((server) => once(server, 'message')));
  const at = Date.now() + 200;
  const kept = await Promise.all(
    servers.map(async (server) => {
      server.send({ dataDirs: rounds, at });
      return (await once(server, 'message'))[0] as number[];
    }),
  );
  assert.deepEqual(
    kept.flat().sort((a, b) => a - b),
    [...rounds.keys()],
  );
});

test('a reused process id does not keep a lock alive', async () => {
  const dataDir = await mkdtemp(join(folder, 'reused-'));
  await writeFile(lockOf(dataDir), `${process.pid} 1`);
  await (await claimDataDir(dataDir)).release();
});

test('the folder is lost when it is deleted, replaced or taken, and not when only the lock went missing', async () => {
  const dataDir = join(folder, 'lost');
  const claim = await claimDataDir(dataDir);
  await rm(lockOf(dataDir));
  assert.equal(await claim.isOurs(), true, 'the lock is put back');
  await assert.rejects(claimDataDir(dataDir), IN_USE);

  await rename(dataDir, `${dataDir}-elsewhere`);
  assert.equal(await claim.isOurs(), false);
  await claim.lost;
  const other = await claimDataDir(dataDir);
  assert.equal(await claim.isOurs(), false, 'a folder of the same name is another one');
  await claim.announceLeaving();
  await claim.release();
  assert.equal(await other.isOurs(), true, 'the server that lost its folder leaves the newer one’s lock alone');
  await writeFile(lockOf(dataDir), '2 2');
  assert.equal(await other.isOurs(), false);
  await other.release();
  assert.equal(await readFile(lockOf(dataDir), 'utf8'), '2 2');
});

test('a server that is leaving is waited for, one that stays is not', async () => {
  const dataDir = await mkdtemp(join(folder, 'leaving-'));
  const other = spawn('sleep', ['60']);
  const stat = await readFile(`/proc/${other.pid}/stat`, 'utf8');
  const theirs = `${other.pid} ${stat.split(' ')[21]}`;
  await writeFile(lockOf(dataDir), theirs);
  let began = performance.now();
  await waitForLeaver(dataDir);
  assert.ok(performance.now() - began < 3_000, 'it does not wait for one that stays');
  await assert.rejects(claimDataDir(dataDir), IN_USE);

  await writeFile(lockOf(dataDir), `${theirs} leaving`);
  began = performance.now();
  const waiting = waitForLeaver(dataDir);
  await sleep(2_000);
  const exit = once(other, 'exit');
  other.kill('SIGKILL');
  await exit;
  await waiting;
  assert.ok(performance.now() - began >= 2_000);
  await (await claimDataDir(dataDir)).release();
});
