import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { fromBuffer } from 'yauzl';
import { PorticoError } from '../../../../sandbox/contract/index.ts';
import { extraField, type ZipEnds, type ZipPart, zip } from '../testing/zip-writer.ts';
import { entryContent, readEntryTable } from './index.ts';

async function unpack(archive: Uint8Array): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of readEntryTable(archive)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entryContent(archive, entry)) chunks.push(chunk);
    files[entry.path] = Buffer.concat(chunks).toString('utf8');
  }
  return files;
}

const refused = (code: string, parts: readonly ZipPart[], ends?: ZipEnds) =>
  assert.rejects(unpack(zip(parts, ends)), { code }, JSON.stringify([parts, ends]).slice(0, 200));

const a: ZipPart = { name: 'a.txt', content: 'alpha' };
const b: ZipPart = { name: 'b.txt', content: 'beta' };

test('an honest archive is read: deflated and stored, folders, Chinese names, times in extra fields', async () => {
  const archive = zip([
    { name: 'img/' },
    { name: 'img/茶.txt', content: '茶'.repeat(1000) },
    { name: 'stored.txt', content: 'plain', method: 0 },
    { name: 'timed.txt', content: 'x', extra: extraField(0x5455, new Uint8Array(5)) },
    { name: 'empty.txt', content: '' },
  ]);
  assert.deepEqual(await unpack(archive), {
    'img/茶.txt': '茶'.repeat(1000),
    'stored.txt': 'plain',
    'timed.txt': 'x',
    'empty.txt': '',
  });
});

test('whatever we accept, an independent reader reads the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.txt$/), fc.string(), { minKeys: 1, maxKeys: 6 }),
      fc.boolean(),
      async (files, stored) => {
        const archive = zip(
          Object.entries(files).map(([name, content]) => ({ name, content, method: stored ? 0 : 8 })),
        );
        assert.deepEqual(await unpack(archive), await unpackByPeer(archive));
      },
    ),
    { numRuns: 25 },
  );
});

test('a changed byte is refused with a code, or changes nothing that either reader sees', async () => {
  const original = zip([a, { name: 'dir/b.txt', content: 'b'.repeat(300) }]);
  await fc.assert(
    fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const archive = Uint8Array.from(original);
      archive[at] = (archive[at] ?? 0) ^ change;
      try {
        assert.deepEqual(await unpack(archive), await unpackByPeer(archive));
      } catch (error) {
        assert.ok(error instanceof PorticoError, String(error));
        assert.match(error.code, /^ERR_PACKAGE_/);
      }
    }),
    { numRuns: 200 },
  );
});

test('a piece cut off, doubled or put in is refused', async () => {
  const original = zip([a, b]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(original.length - 1),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      async (at, length, insert) => {
        const piece = original.subarray(at, at + length);
        const archive = Buffer.concat(
          insert
            ? [original.subarray(0, at), piece, original.subarray(at)]
            : [original.subarray(0, at), original.subarray(at + length)],
        );
        await assert.rejects(unpack(archive), (error: unknown) => error instanceof PorticoError);
      },
    ),
    { numRuns: 100 },
  );
});

test('names that leave the package or deceive are refused', async () => {
  const names = [
    '../up',
    'a/../../up',
    '/etc/passwd',
    'C:/x',
    'c:x',
    '\\\\host\\x',
    'a\\b',
    './a',
    'a/./b',
    'a//b',
    ' a',
    'a ',
    'a.',
  ];
  names.push(
    'nul',
    'CON.txt',
    'a/com1.js',
    'a\u0000b',
    'a\nb',
    'a\u202eb',
    'a\u200bb',
    'e\u0301.txt',
    'a?b',
    'a#b',
    'a%2e',
    'x'.repeat(241),
  );
  for (const name of names) await refused('ERR_PACKAGE_NAME', [{ name, content: 'x' }]);
  await refused('ERR_PACKAGE_NAME', [{ name: '', content: 'x' }]);
  await refused('ERR_PACKAGE_NAME', [{ name: new Uint8Array([0xff, 0x61]), content: 'x' }]);
  await refused('ERR_PACKAGE_NAME', [{ name: '茶.txt', content: 'x', flags: 0 }]);
});

test('names that would land on one another are refused', async () => {
  await refused('ERR_PACKAGE_NAME_CLASH', [a, a]);
  await refused('ERR_PACKAGE_NAME_CLASH', [a, { name: 'A.TXT' }]);
  await refused('ERR_PACKAGE_NAME_CLASH', [{ name: 'stra\u00dfe' }, { name: 'STRASSE' }]);
  await refused('ERR_PACKAGE_NAME_CLASH', [{ name: '\uff41.txt' }, { name: 'a.txt' }]);
  await refused('ERR_PACKAGE_NAME_CLASH', [{ name: 'x' }, { name: 'x/y.txt' }]);
  await refused('ERR_PACKAGE_NAME_CLASH', [{ name: 'X' }, { name: 'x/y.txt' }]);
  await refused('ERR_PACKAGE_NAME_CLASH', [{ name: 'x/' }, { name: 'x' }]);
  await refused('ERR_PACKAGE_NAME_CLASH', [{ name: 'dir/a' }, { name: 'DIR/b' }]);
});

test('links, devices and disguised folders are refused, whatever system wrote them', async () => {
  for (const type of [0o120000, 0o020000, 0o060000, 0o010000, 0o140000]) {
    await refused('ERR_PACKAGE_SPECIAL_FILE', [{ ...a, attributes: (type | 0o777) << 16 }]);
  }
  await refused('ERR_PACKAGE_SPECIAL_FILE', [{ ...a, attributes: 0x10 }]);
  await refused('ERR_PACKAGE_SPECIAL_FILE', [{ ...a, attributes: 0o040755 << 16 }]);
  await refused('ERR_PACKAGE_SPECIAL_FILE', [{ name: 'dir/', content: 'hidden' }, a]);
});

test('two headers that disagree are refused, in every field', async () => {
  const differences: ZipPart['local'][] = [
    { name: 'z.txt' },
    { method: 0 },
    { flags: 0 },
    { crc32: 1 },
    { size: 4 },
    { packedSize: 6 },
  ];
  for (const local of differences) if (local) await refused('ERR_PACKAGE_HEADER_MISMATCH', [{ ...a, local }, b]);
});

test('encryption, data descriptors and other flags are refused', async () => {
  for (const bit of [0, 3, 4, 5, 6, 13]) await refused('ERR_PACKAGE_FLAGS', [{ ...a, flags: 0x0800 | (1 << bit) }]);
});

test('other methods are refused', async () => {
  for (const method of [1, 6, 9, 12, 14, 93, 95, 99])
    await refused('ERR_PACKAGE_METHOD', [{ ...a, method, packed: deflateRawSync('alpha') }]);
});

test('extra fields that change the meaning of an entry, or end badly, are refused', async () => {
  for (const id of [0x0001, 0x7075, 0x6375, 0x9901, 0x0017, 0xcafe]) {
    await refused('ERR_PACKAGE_EXTRA_FIELD', [{ ...a, extra: extraField(id, new Uint8Array(8)) }]);
    await refused('ERR_PACKAGE_EXTRA_FIELD', [{ ...a, local: { extra: extraField(id, new Uint8Array(8)) } }]);
  }
  await refused('ERR_PACKAGE_EXTRA_FIELD', [{ ...a, extra: extraField(0x5455, new Uint8Array(4), 9) }]);
  await refused('ERR_PACKAGE_EXTRA_FIELD', [{ ...a, extra: new Uint8Array(3) }]);
});

test('bytes that no record accounts for are refused: before, between, after, hidden', async () => {
  await refused('ERR_PACKAGE_STRUCTURE', [a], { prefix: Buffer.from('#!/bin/sh\n'), directoryOffset: 53 });
  await refused('ERR_PACKAGE_STRUCTURE', [a], { prefix: Buffer.from('#!/bin/sh\n') });
  await refused('ERR_PACKAGE_STRUCTURE', [a], { suffix: Buffer.from('tail') });
  await refused('ERR_PACKAGE_STRUCTURE', [{ ...a, after: Buffer.from('gap') }, b]);
  await refused('ERR_PACKAGE_STRUCTURE', [a, { ...b, listed: false }]);
  await refused('ERR_PACKAGE_STRUCTURE', [a], { beforeEnd: Buffer.from('x') });
  await refused('ERR_PACKAGE_COMMENT', [a], { comment: 'hello' });
  await refused('ERR_PACKAGE_COMMENT', [{ ...a, comment: 'hello' }]);
  await refused('ERR_PACKAGE_SPLIT', [a], { disk: 1 });
  await refused('ERR_PACKAGE_SPLIT', [{ ...a, disk: 1 }]);
});

test('entries that share bytes are refused', async () => {
  await refused('ERR_PACKAGE_STRUCTURE', [a, { ...b, offset: 0 }]);
  await refused('ERR_PACKAGE_STRUCTURE', [{ ...a, offset: 1 }]);
});

test('a second end record that another reader could take is refused', async () => {
  const inner = zip([{ name: 'evil.txt', content: 'evil' }]);
  const end = Buffer.from(inner.subarray(-22));
  const outer = zip([{ name: 'data.bin', content: end, method: 0 }]);
  const at = Buffer.from(outer).indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  // Its comment would reach exactly to the end of the file.
  outer[at + 20] = (outer.length - at - 22) & 0xff;
  outer[at + 21] = (outer.length - at - 22) >> 8;
  await assert.rejects(unpack(outer), { code: 'ERR_PACKAGE_STRUCTURE' });
});

test('counts and sizes of the end record that lie are refused', async () => {
  await refused('ERR_PACKAGE_STRUCTURE', [a, b], { entries: 1 });
  await refused('ERR_PACKAGE_STRUCTURE', [a, b], { entries: 3 });
  await refused('ERR_PACKAGE_STRUCTURE', [a, b], { directorySize: 10 });
  await refused('ERR_PACKAGE_STRUCTURE', [a, b], { directoryOffset: 0 });
  await refused('ERR_PACKAGE_STRUCTURE', [a], { directoryOffset: 0xffffffff, directorySize: 0xffffffff });
  await refused('ERR_PACKAGE_EMPTY', []);
  await refused('ERR_PACKAGE_EMPTY', [{ name: 'only-a-folder/' }]);
});

test('content that is not what the header promises is refused', async () => {
  await refused('ERR_PACKAGE_CHECKSUM', [{ ...a, crc32: 1 }]);
  await refused('ERR_PACKAGE_SIZE_RANGE', [{ ...a, size: 4 }]);
  await refused('ERR_PACKAGE_SIZE_RANGE', [{ ...a, size: 6 }]);
  await refused('ERR_PACKAGE_SIZE_RANGE', [{ ...a, method: 0, size: 4 }]);
  await refused('ERR_PACKAGE_DEFLATE', [{ ...a, packed: Buffer.from('not deflate at all') }]);
  await refused('ERR_PACKAGE_DEFLATE', [{ ...a, packed: deflateRawSync('alpha').subarray(0, 4) }]);
  await refused('ERR_PACKAGE_DEFLATE', [
    { ...a, packed: Buffer.concat([deflateRawSync('alpha'), Buffer.from('hidden')]) },
  ]);
});

test('bombs are refused before or while they grow', async () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  await refused('ERR_PACKAGE_RATIO', [{ name: 'bomb.txt', content: zeros }]);
  await refused('ERR_PACKAGE_SIZE_RANGE', [{ name: 'bomb.txt', content: zeros, size: 1000 }]);
  await refused('ERR_PACKAGE_UNPACKED_SIZE', [{ name: 'large.txt', content: 'x', size: 17 * 1024 * 1024 }]);
  const many = Array.from({ length: 5 }, (_, index) => ({
    name: `${index}.bin`,
    packed: Buffer.alloc(200_000),
    size: 15 * 1024 * 1024,
  }));
  await refused('ERR_PACKAGE_UNPACKED_SIZE', many);
  await refused(
    'ERR_PACKAGE_TOO_MANY_FILES',
    Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.txt` })),
  );
});

test('archives in the archive are refused, by name and by signature', async () => {
  await refused('ERR_PACKAGE_NESTED', [{ name: 'inner.zip', content: 'x' }]);
  await refused('ERR_PACKAGE_NESTED', [{ name: 'picture.png', content: zip([a]) }]);
  await refused('ERR_PACKAGE_NESTED', [{ name: 'x.bin', content: Buffer.from([0x1f, 0x8b, 8, 0]) }]);
  const tar = Buffer.alloc(512);
  tar.write('ustar', 257);
  await refused('ERR_PACKAGE_NESTED', [{ name: 'x.bin', content: tar }]);
});

test('20 MB are read in under two seconds with little memory of our own', async () => {
  const noise = Buffer.alloc(9 * 1024 * 1024);
  for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE((at * 2654435761) >>> 0, at);
  const archive = zip([
    { name: 'one.bin', content: noise, method: 0 },
    { name: 'two.bin', content: noise },
  ]);
  let largest = 0;
  const before = process.memoryUsage();
  const start = performance.now();
  for (const entry of readEntryTable(archive)) {
    for await (const chunk of entryContent(archive, entry)) {
      void chunk;
      const { arrayBuffers } = process.memoryUsage();
      largest = Math.max(largest, arrayBuffers - before.arrayBuffers);
    }
  }
  const took = performance.now() - start;
  assert.ok(took < 2_000, `${took} ms`);
  assert.ok(largest < 44 * 1024 * 1024, `${largest} bytes beside the archive`);
});

async function unpackByPeer(archive: Uint8Array): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const reader = await new Promise<import('yauzl').ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(archive), { lazyEntries: true }, (error, opened) =>
      opened ? resolve(opened) : reject(error),
    );
  });
  reader.readEntry();
  reader.on('entry', (entry: import('yauzl').Entry) => {
    if (entry.fileName.endsWith('/')) return reader.readEntry();
    reader.openReadStream(entry, async (error, stream) => {
      if (error) return reader.emit('error', error);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      files[entry.fileName] = Buffer.concat(chunks).toString('utf8');
      reader.readEntry();
    });
  });
  await once(reader, 'end');
  return files;
}
