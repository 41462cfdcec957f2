/** `media.*`: pictures between the customer's device and the app, always by the customer's own choice. */
import { type ArgsOf, PorticoError } from '../../sandbox/contract/index.ts';
import { netQuotas } from '../../sandbox/contract/quotas.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { AppFiles } from '../services/app-files.ts';
import type { NativeShell } from '../services/native-shell/index.ts';
import {
  blobOfData,
  dataAddress,
  type Picture,
  type PictureLimits,
  redraw,
  redrawGiven,
} from '../services/pictures.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { Sheets } from '../state/sheets.ts';
import { covering } from './cover.ts';

/** A chosen photo can be sent on as it is. */
const CHOSEN: PictureLimits = { edge: 2_048, bytes: netQuotas.request };
const THUMBNAIL: PictureLimits = { edge: 240, bytes: 80_000 };
const SHOWN: PictureLimits = { edge: 4_096, bytes: 8 * 1024 * 1024 };

type PictureArgs = ArgsOf<'media.saveImage'>['image'];

export function mediaCapability(
  app: OpenApp,
  parts: { sheets: Pick<Sheets, 'ask'>; files: AppFiles; nativeShell: Pick<NativeShell, 'device'>; now: () => number },
): Pick<CapabilityHandlers, 'media.chooseImage' | 'media.preview' | 'media.saveImage'> {
  const { sheets, files, nativeShell, now } = parts;
  const { asker } = app;

  const given = (picture: PictureArgs): Promise<Picture> =>
    redrawGiven('data' in picture ? blobOfData(picture.data) : files.get(picture.fileId), SHOWN);

  async function kept(photo: File) {
    const { blob, width, height } = await redraw(photo, CHOSEN);
    const { blob: small } = await redraw(blob, THUMBNAIL);
    const type = blob.type === 'image/png' ? 'image/png' : 'image/jpeg';
    return {
      fileId: files.keep(blob),
      type,
      width,
      height,
      bytes: blob.size,
      preview: await dataAddress(small),
    } as const;
  }

  return {
    'media.chooseImage': async ({ count = 9, source = 'any' }, { signal }) => {
      const photos = await covering(app, () => sheets.ask('photos', { asker, count, source }, signal));
      if (!photos) throw new PorticoError(signal.aborted ? 'ERR_BRIDGE_ABORTED' : 'ERR_CAPABILITY_CANCELLED');
      // One after the other: nine photos of a phone decoded at once would not fit its memory.
      const images: Awaited<ReturnType<typeof kept>>[] = [];
      for (const photo of photos.slice(0, count)) images.push(await kept(photo));
      return { images };
    },

    'media.preview': async ({ images, start = 0 }, { signal }) => {
      const pictures: Blob[] = [];
      for (const image of images) pictures.push((await given(image)).blob);
      const question = { asker, pictures, start: Math.min(start, pictures.length - 1) };
      await covering(app, () => sheets.ask('preview', question, signal));
      return null;
    },

    'media.saveImage': async ({ image }, { signal }) => {
      const { blob } = await given(image);
      const saved = await covering(app, () => sheets.ask('save', { asker, picture: blob }, signal));
      if (saved) await (await nativeShell.device()).saveImage(blob, fileName(asker.appId, blob.type, now()));
      return { saved: saved === true };
    },
  };
}

/** Of the container's making: an app's own could pass for something else among the customer's files. */
const fileName = (appId: string, type: string, at: number): string =>
  `${appId}-${new Date(at).toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.${type === 'image/png' ? 'png' : 'jpg'}`;
