import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FileDigest } from '../../sandbox/contract/index.ts';
import type { BlobStore } from '../platform/index.ts';
import { compressedBlobs } from './compressed-blobs.ts';

const digestOf = (number: number): FileDigest => number.toString(16).padStart(64, '0') as FileDigest;
const script = { type: 'text/javascript', size: 4_000 };

/** A store of files that take their time, and how many are being read. */
function slowStore() {
  const waiting: (() => void)[] = [];
  let most = 0;
  let reading = 0;
  const goOn = (): void => {
    for (const resume of waiting.splice(0)) resume();
  };
  const blobs = {
    read: async (digest: FileDigest) => {
      reading += 1;
      most = Math.max(most, reading);
      await new Promise<void>((resolve) => waiting.push(resolve));
      reading -= 1;
      return Buffer.from(digest.repeat(50));
    },
  } as Pick<BlobStore, 'read'> as BlobStore;
  return { blobs, most: () => most, goOn };
}

test('whoever asks for many files at once does not have them all in memory: the rest go out as they are', async () => {
  const store = slowStore();
  const { read } = compressedBlobs(store);
  const asked = Array.from({ length: 40 }, (_none, number) => read(digestOf(number), script));
  const again = read(digestOf(0), script);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(store.most(), 8);
  store.goOn();
  const given = await Promise.all(asked);
  assert.equal(given.filter((zipped) => zipped !== undefined).length, 8);
  assert.equal(gunzipSync((await again) ?? '').toString(), digestOf(0).repeat(50), 'one that is under way is shared');

  const later = read(digestOf(39), script);
  await new Promise((resolve) => setImmediate(resolve));
  store.goOn();
  assert.ok(await later, 'there is room again');
  assert.ok(await read(digestOf(0), script), 'and what was compressed is kept');
});
