import assert from 'node:assert/strict';
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { accountForPostgres } from './account.ts';
import { placeCluster } from './place.ts';

const account = await accountForPostgres();
const skip = account ? false : 'only root needs another place';
const folder = await mkdtemp(join(tmpdir(), 'portico-place-'));
const made = new Set<string>([folder]);
after(async () => {
  for (const path of made) await rm(path, { recursive: true, force: true });
});
/** Where the cluster of a data folder is, noted for clearing away. */
async function home(dataDir: string): Promise<string> {
  const found = dirname((await placeCluster(dataDir, account)).data);
  made.add(found);
  return found;
}

test('a cluster lives in its data folder where PostgreSQL can get there', async () => {
  const open = await mkdtemp(join(tmpdir(), 'portico-place-'));
  made.add(open);
  assert.equal(await home(open), join(open, 'postgres'));
});

test('under a folder that only root can enter it lives elsewhere, and stays there', { skip }, async () => {
  const dataDir = join(folder, 'closed');
  const first = await home(dataDir);
  assert.equal(dirname(first), '/var/lib/portico');
  assert.equal(await home(dataDir), first);
  await chmod(folder, 0o711);
  assert.equal(await home(dataDir), first, 'also when the folder is opened later');
  await chmod(folder, 0o700);
});

test('a deleted data folder does not get its old database back', { skip }, async () => {
  const dataDir = join(folder, 'deleted');
  const first = await home(dataDir);
  await rm(dataDir, { recursive: true });
  assert.notEqual(await home(dataDir), first);
});

test('a cluster’s socket is its own for as long as its folder lives, and nobody else’s after', async () => {
  const dataDir = join(folder, 'sockets');
  const socket = async () => (await placeCluster(dataDir, undefined)).socket;
  const first = await socket();
  assert.equal(await socket(), first);
  await rm(dataDir, { recursive: true });
  const second = await socket();
  for (const path of [first, second]) made.add(path);
  assert.notEqual(second, first);
});

test('a data folder that is moved takes its database along; a copy may not use it', { skip }, async () => {
  const dataDir = join(folder, 'here');
  const first = await home(dataDir);
  await rename(dataDir, join(folder, 'there'));
  assert.equal(await home(join(folder, 'there')), first);
  await cp(join(folder, 'there'), join(folder, 'copy'), { recursive: true });
  await assert.rejects(home(join(folder, 'copy')), { code: 'ERR_PLATFORM_DATABASE_START', message: /is a copy of/ });
});

test('a database that PostgreSQL can no longer reach is not replaced by an empty one', { skip }, async () => {
  const dataDir = join(folder, 'shut');
  await mkdir(join(dataDir, 'postgres', 'data'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '18\n');
  await assert.rejects(home(dataDir), { code: 'ERR_PLATFORM_DATABASE_START', message: /chmod o\+x/ });
});
