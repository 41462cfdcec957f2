import type { JsonValue } from '../../contract/index.ts';
import type { Attack, GuestCode } from '../attack.ts';
import { same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

/** Pixels a side; at one bit each it fits a data address, decoded it takes two gigabytes. */
const EDGE = 23_000;

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(kind: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(kind), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

async function bomb(): Promise<string> {
  const rows = new Blob([new Uint8Array((EDGE / 8 + 1) * EDGE)]).stream();
  const packed = await new Response(rows.pipeThrough(new CompressionStream('deflate'))).arrayBuffer();
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, EDGE);
  view.setUint32(4, EDGE);
  head[8] = 1;
  const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    signature,
    chunk('IHDR', head),
    chunk('IDAT', new Uint8Array(packed)),
    chunk('IEND', new Uint8Array()),
  ];
  let binary = '';
  for (const part of parts) for (const byte of part) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}

const given =
  (method: 'preview' | 'saveImage'): GuestCode =>
  async ({ portico, notes }) => {
    const image = { data: String(notes.get('bomb')) };
    return (
      (await codeOfRejected(async () => {
        if (method === 'preview') await portico.media.preview({ images: [image] });
        else await portico.media.saveImage({ image });
      })) ?? 'shown'
    );
  };

export const attack: Attack = {
  id: '191',
  group: 'denial',
  title: 'give the container a picture of half a billion pixels to show or to save, in a hundred kilobytes',
  expected: 'refused by what it says of its size, before the bank’s page decodes any of it',
  parts: {
    async make({ notes }): Promise<JsonValue> {
      notes.set('bomb', await bomb());
      return String(notes.get('bomb')).length < 400_000;
    },
    preview: given('preview'),
    save: given('saveImage'),
  },
  async judge({ open, world }) {
    const app = await world.publish({
      appId: `com.attacklab.bomb${world.level === 'origin' ? 'site' : ''}`,
      name: 'Picture Lab',
      level: world.level,
      portico: { capabilities: [{ name: 'media', reason: { 'zh-Hans': '试着撑爆内存', en: 'To show far too much' } }] },
    });
    const { page, run } = await open({
      app,
      async before(page) {
        await page.addInitScript(() => {
          const decode = createImageBitmap;
          Object.assign(window, { decoded: 0 });
          Reflect.set(window, 'createImageBitmap', (source: Blob) => {
            Object.assign(window, { decoded: Reflect.get(window, 'decoded') + 1 });
            return decode(source);
          });
        });
      },
    });
    same(await run('make', 30_000), true, 'the bomb fits a call');
    for (const part of ['preview', 'save']) {
      await page.mouse.click(195, 500);
      same(await run(part, 30_000), 'ERR_CAPABILITY_FILE_TOO_LARGE', part);
      // A tap is good for one call, and for a while.
      await page.waitForTimeout(5_500);
    }
    same(await page.evaluate(() => Reflect.get(window, 'decoded')), 0, 'pictures that the bank’s page decoded');
  },
};
