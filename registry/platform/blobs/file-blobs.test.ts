import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { parseFileDigest } from '../../../sandbox/contract/index.ts';
import { createFileBlobs } from './file-blobs.ts';

const root = await mkdtemp(join(tmpdir(), 'portico-blobs-'));
after(() => rm(root, { recursive: true }));
const blobs = await createFileBlobs(root);
const sha256 = (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex');
const pathOf = (digest: string) => join(root, digest.slice(0, 2), digest.slice(2));

test('bytes come back under their SHA-256, whether they were given whole or streamed', async () => {
  const whole = await blobs.put(Buffer.from('hello'));
  const streamed = await blobs.put(Readable.from([Buffer.from('hel'), Buffer.from('lo')]));
  assert.deepEqual(whole, { digest: sha256('hello'), size: 5 });
  assert.deepEqual(streamed, whole);
  assert.equal(Buffer.from((await blobs.read(whole.digest)) ?? []).toString(), 'hello');
  const opened = await blobs.open(whole.digest);
  assert.equal(opened?.size, 5);
  assert.equal(opened && (await text(opened.stream)), 'hello');
});

test('a blob that was never stored is undefined', async () => {
  const digest = parseFileDigest(sha256('never')) ?? assert.fail();
  assert.equal(await blobs.read(digest), undefined);
  assert.equal(await blobs.open(digest), undefined);
});

test('of a blob changed on disk not one byte is handed out, and it is back with its own bytes', async () => {
  const own = Buffer.alloc(200_000, 'a');
  const { digest } = await blobs.put(own);
  (await blobs.open(digest))?.stream.destroy();
  const forged = Buffer.from(own);
  forged[forged.length - 1] = 'b'.charCodeAt(0);
  await writeFile(pathOf(digest), forged);
  const before = await stat(pathOf(digest));
  await assert.rejects(blobs.read(digest), { code: 'ERR_PLATFORM_BLOB_DAMAGED' });
  await assert.rejects(blobs.open(digest), { code: 'ERR_PLATFORM_BLOB_DAMAGED' });
  await utimes(pathOf(digest), before.atime, before.mtime);
  await assert.rejects(blobs.open(digest), { code: 'ERR_PLATFORM_BLOB_DAMAGED' });
  await writeFile(pathOf(digest), own);
  const restored = await blobs.open(digest);
  assert.deepEqual(await buffer(restored?.stream ?? Readable.from([])), own);
});

test('a blob changed while it is being read never ends as if it were whole', async () => {
  const { digest } = await blobs.put(Buffer.alloc(200_000, 'c'));
  const opened = await blobs.open(digest);
  let received = 0;
  await assert.rejects(
    async () => {
      for await (const chunk of opened?.stream ?? []) {
        if (received === 0) await writeFile(pathOf(digest), Buffer.alloc(200_000, 'd'));
        received += (chunk as Buffer).byteLength;
      }
    },
    { code: 'ERR_PLATFORM_BLOB_DAMAGED' },
  );
  assert.ok(received < 200_000, 'the last bytes are held back, so a reader misses some');
});

test('an upload that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    })(),
  );
  await assert.rejects(blobs.put(broken), /connection lost/);
  assert.deepEqual(await readdir(join(root, 'incoming')), []);
});

test('left-overs of a crash are cleared at the next start, blobs stay', async () => {
  const { digest } = await blobs.put(Buffer.from('kept'));
  await writeFile(join(root, 'incoming', 'left-over'), 'half');
  const again = await createFileBlobs(root);
  assert.deepEqual(await readdir(join(root, 'incoming')), []);
  assert.ok(await again.read(digest));
});

test('blobs are readable by this account only', async () => {
  const { digest } = await blobs.put(Buffer.from('private'));
  assert.equal((await stat(pathOf(digest))).mode & 0o077, 0);
});
