import { assert } from 'chai';
import { pictureSize } from '../../sandbox/contract/picture-size.ts';
import { blobOfData, dataAddress, redraw, redrawGiven } from './pictures.ts';

async function noise(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context?.createImageData(width, height);
  if (!context || !pixels) throw new TypeError('no canvas');
  for (let at = 0; at < pixels.data.length; at += 65_536) {
    crypto.getRandomValues(new Uint8Array(pixels.data.buffer, at, Math.min(65_536, pixels.data.length - at)));
  }
  context.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type, quality: 1 });
}
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code ?? String(error),
  );

describe('a picture drawn anew', () => {
  it('fits, in its own proportions', async () => {
    const source = await noise(1200, 600, 'image/jpeg');
    const { blob, width, height } = await redraw(source, { edge: 400, bytes: 40_000 });
    assert.isAtMost(blob.size, 40_000);
    assert.isAtMost(width, 400);
    assert.equal(width, height * 2);
    const bitmap = await createImageBitmap(blob);
    assert.deepEqual([bitmap.width, bitmap.height], [width, height]);
  });

  it('keeps nothing that was written beside its pixels', async () => {
    const secret = 'GPS 31.2304,121.4737';
    const jpeg = await noise(64, 64, 'image/jpeg');
    // A comment segment after the start of the image, as EXIF is one.
    const comment = new TextEncoder().encode(secret);
    const head = new Uint8Array([0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2]);
    const marked = new Blob([head, comment, (await jpeg.arrayBuffer()).slice(2)], { type: 'image/jpeg' });
    assert.include(await marked.text(), secret);
    const { blob } = await redraw(marked, { edge: 64, bytes: 100_000 });
    assert.notInclude(await blob.text(), secret);
    assert.equal(blob.type, 'image/jpeg');
  });

  it('stays PNG where it was one', async () => {
    const { blob } = await redraw(await noise(32, 32, 'image/png'), { edge: 64, bytes: 100_000 });
    assert.equal(blob.type, 'image/png');
  });

  it('is refused when it is none', async () => {
    const page = new Blob(['<!doctype html><script>alert(1)</script>'], { type: 'image/png' });
    assert.equal(await codeOf(redraw(page, { edge: 64, bytes: 1_000 })), 'ERR_CAPABILITY_NOT_A_PICTURE');
    assert.equal(await codeOf((async () => blobOfData('data:image/png;base64,%%%'))()), 'ERR_CAPABILITY_NOT_A_PICTURE');
  });

  it('says how large it is before it is decoded, in every form that the browser writes', async () => {
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
      const blob = await noise(123, 45, type);
      assert.equal(blob.type, type);
      assert.deepEqual(pictureSize(new Uint8Array(await blob.arrayBuffer())), { width: 123, height: 45 }, type);
    }
  });

  it('is not decoded when an app gives it and it says that it is vast, or does not say', async () => {
    const small = new Uint8Array(await (await noise(16, 16, 'image/png')).arrayBuffer());
    const given = (change: (view: DataView) => void): Promise<unknown> => {
      const copy = small.slice();
      change(new DataView(copy.buffer));
      return codeOf(redrawGiven(new Blob([copy], { type: 'image/png' }), { edge: 64, bytes: 100_000 }));
    };
    assert.equal(await given(() => undefined), 'no error');
    assert.equal(await given((view) => view.setUint32(16, 3_000_000)), 'ERR_CAPABILITY_FILE_TOO_LARGE');
    assert.equal(await given((view) => view.setUint32(12, 0)), 'ERR_CAPABILITY_NOT_A_PICTURE');
  });

  it('goes into an address and comes back', async () => {
    const blob = new Blob([new Uint8Array([1, 2, 255])], { type: 'image/png' });
    const back = blobOfData(await dataAddress(blob));
    assert.equal(back.type, 'image/png');
    assert.deepEqual(new Uint8Array(await back.arrayBuffer()), new Uint8Array([1, 2, 255]));
  });
});
