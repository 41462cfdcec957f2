import { assert } from 'chai';
import { createAppFiles } from '../services/app-files.ts';
import type { Sheets } from '../state/sheets.ts';
import { mediaCapability } from './media.ts';
import { asking, call, codeOf, deviceDoing, exampleApp } from './testing.ts';

async function photo(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('no canvas');
  context.fillStyle = '#0b5c4d';
  context.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob({ type: 'image/jpeg' })], 'home.jpg', { type: 'image/jpeg' });
}

function world(sheets: Pick<Sheets, 'ask'> = asking(() => undefined)) {
  const { app, done } = exampleApp();
  const files = createAppFiles();
  const now = (): number => Date.UTC(2026, 4, 1, 8, 0, 0);
  const handlers = mediaCapability(app, { sheets, files, nativeShell: deviceDoing(done), now });
  return { handlers, files, done };
}
const refusal = (run: () => unknown): Promise<unknown> => codeOf((async () => run())());
const data =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('media.chooseImage', () => {
  it('gives what was chosen, drawn anew, with a small version to show', async () => {
    const { handlers, files, done } = world(asking(async () => [await photo(3_000, 1_500), await photo(100, 50)]));
    const { images } = await handlers['media.chooseImage']({ count: 2 }, call);
    assert.deepEqual(
      images.map(({ width, height, type }) => ({ width, height, type })),
      [
        { width: 2_048, height: 1_024, type: 'image/jpeg' },
        { width: 100, height: 50, type: 'image/jpeg' },
      ],
    );
    assert.match(images[0]?.preview ?? '', /^data:image\/jpeg;base64,/);
    assert.equal(files.get(images[0]?.fileId ?? '').size, images[0]?.bytes);
    assert.deepEqual(done, ['cover', 'uncover']);
  });

  it('gives no more than was asked for', async () => {
    const { handlers } = world(asking(async () => [await photo(8, 8), await photo(8, 8)]));
    assert.equal((await handlers['media.chooseImage']({ count: 1 }, call)).images.length, 1);
  });

  it('says that the customer closed it, and that something chosen is no picture', async () => {
    assert.equal(await refusal(() => world().handlers['media.chooseImage']({}, call)), 'ERR_CAPABILITY_CANCELLED');
    const text = new File(['not a picture'], 'x.png', { type: 'image/png' });
    const { handlers } = world(asking(() => [text]));
    assert.equal(await refusal(() => handlers['media.chooseImage']({}, call)), 'ERR_CAPABILITY_NOT_A_PICTURE');
  });
});

describe('media.preview', () => {
  it('shows kept files and small pictures of the app’s own', async () => {
    const questions: { pictures: readonly Blob[]; start: number }[] = [];
    const { handlers, files } = world(
      asking((_sheet, question) => void questions.push(question as (typeof questions)[0])),
    );
    const fileId = files.keep(await photo(40, 20));
    await handlers['media.preview']({ images: [{ fileId }, { data }], start: 8 }, call);
    assert.equal(questions[0]?.pictures.length, 2);
    assert.equal(questions[0]?.start, 1, 'a start past the end is the end');
  });

  it('shows nothing that is not a picture or not the app’s', async () => {
    const { handlers, files } = world();
    const show = (image: { fileId: string } | { data: string }) =>
      refusal(() => handlers['media.preview']({ images: [image] }, call));
    assert.equal(await show({ fileId: 'file-other' }), 'ERR_CAPABILITY_NO_FILE');
    assert.equal(await show({ fileId: files.keep(new Blob(['<svg/>'])) }), 'ERR_CAPABILITY_NOT_A_PICTURE');
    assert.equal(await show({ data: 'data:image/png;base64,AAAA' }), 'ERR_CAPABILITY_NOT_A_PICTURE');
  });
});

describe('media.saveImage', () => {
  it('saves under a name of the container’s, when the customer agreed', async () => {
    const { handlers, done } = world(asking(() => true));
    assert.deepEqual(await handlers['media.saveImage']({ image: { data } }, call), { saved: true });
    assert.deepEqual(done, ['cover', 'uncover', 'save com.example.tea-2026-05-01-08-00-00.png']);
    assert.deepEqual(await world().handlers['media.saveImage']({ image: { data } }, call), { saved: false });
  });
});
