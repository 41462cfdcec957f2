import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureSize } from './picture-size.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)),
  );
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test('each form says how large it is, where its decoders look', () => {
  const known: Readonly<Record<string, Uint8Array>> = {
    png: bytes(PNG, [0, 0, 0, 13], 'IHDR', [0, 0, 0x59, 0xd8, 0, 0, 1, 2]),
    // An application segment, a fill byte, then a progressive frame.
    jpeg: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 1, 2, 0x59, 0xd8, 3]),
    lossy: bytes('RIFF....WEBPVP8 ....', [0, 0, 0, 0x9d, 1, 0x2a, 0xd8, 0x59, 2, 0x41]),
    lossless: bytes('RIFF....WEBPVP8L....', [0x2f, 0xd7, 0x59, 0x40, 0]),
    extended: bytes('RIFF....WEBPVP8X....', [0, 0, 0, 0, 0xd7, 0x59, 0, 1, 1, 0]),
    gif: bytes('GIF89a', [0xd8, 0x59, 2, 1, 0, 0, 0, 0x21, 0xf9, 1, 7, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0]),
  };
  const sizes = Object.fromEntries(Object.entries(known).map(([form, picture]) => [form, pictureSize(picture)]));
  const vast = { width: 0x59d8, height: 0x102 };
  assert.deepEqual(sizes, {
    png: vast,
    jpeg: vast,
    lossy: { ...vast, width: 0x19d8 },
    lossless: { width: 0x19d8, height: 0x102 },
    extended: vast,
    gif: vast,
  });
});

test('a GIF is as large as the first picture on it, where that reaches over its screen', () => {
  const reaching = bytes('GIF87a', [1, 0, 1, 0, 0x80, 0, 0], [0, 0, 0, 0, 0, 0], [0x2c, 2, 0, 3, 0, 0x10, 0x27, 5, 0]);
  assert.deepEqual(pictureSize(reaching), { width: 10_002, height: 8 });
});

test('what says nothing of its size, or ends before, has none', () => {
  const whole = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 3]);
  assert.deepEqual(pictureSize(whole), { width: 1, height: 1 });
  for (let length = 0; length < 17; length += 1) assert.equal(pictureSize(whole.subarray(0, length)), undefined);
  const none: readonly Uint8Array[] = [
    bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    bytes([0, 0, 0, 28], 'ftypavif'),
    bytes(PNG, [0, 0, 0, 13], 'tEXt', [0, 0, 0, 1, 0, 0, 0, 1]),
    bytes(PNG, [0, 0, 0, 13], 'IHDR', [0, 0, 0, 0, 0, 0, 0, 1]),
    bytes([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 3]),
    bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3, 4, 5]),
  ];
  for (const picture of none) assert.equal(pictureSize(picture), undefined);
});
