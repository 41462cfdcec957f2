/**
 * Pictures drawn anew before anybody else sees them: what comes out has no place, time, device or hidden bytes in it, is
 * really a picture, and is not larger than asked for.
 */
import { PorticoError } from '../../sandbox/contract/index.ts';
import { PICTURE_HEAD_BYTES, pictureSize } from '../../sandbox/contract/picture-size.ts';
import { pictureQuotas } from '../../sandbox/contract/quotas.ts';

export interface Picture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}
export interface PictureLimits {
  /** Pixels of the longer edge. */
  readonly edge: number;
  readonly bytes: number;
}

/** More pixels than any camera's; decoding them would cost more memory than a phone has. */
const MOST_PIXELS = 120_000_000;
const QUALITIES = [0.86, 0.72, 0.58, 0.44, 0.3];
/** When no quality is small enough, the next try is this much narrower. */
const SHRINK = 0.7;
const SMALLEST_EDGE = 32;

/**
 * A picture that an app gives: decoded only when it says how large it is, because small files can say that they are vast.
 * ERR_CAPABILITY_NOT_A_PICTURE, also for one that is no PNG, JPEG, WebP or GIF; ERR_CAPABILITY_FILE_TOO_LARGE.
 */
export async function redrawGiven(source: Blob, limits: PictureLimits): Promise<Picture> {
  const size = pictureSize(new Uint8Array(await source.slice(0, PICTURE_HEAD_BYTES).arrayBuffer()));
  if (!size) throw new PorticoError('ERR_CAPABILITY_NOT_A_PICTURE');
  if (size.width * size.height > pictureQuotas.given) throw new PorticoError('ERR_CAPABILITY_FILE_TOO_LARGE');
  return redraw(source, limits);
}

/** PNG stays PNG where that is small enough, everything else becomes JPEG. ERR_CAPABILITY_NOT_A_PICTURE. */
export async function redraw(source: Blob, limits: PictureLimits): Promise<Picture> {
  const bitmap = await createImageBitmap(source).catch((cause: unknown) => {
    throw new PorticoError('ERR_CAPABILITY_NOT_A_PICTURE', { cause });
  });
  try {
    if (bitmap.width * bitmap.height > MOST_PIXELS) throw new PorticoError('ERR_CAPABILITY_FILE_TOO_LARGE');
    for (let { edge } = limits; edge >= SMALLEST_EDGE; edge = Math.floor(edge * SHRINK)) {
      const picture = await drawn(bitmap, edge, limits.bytes, source.type === 'image/png');
      if (picture) return picture;
    }
    throw new PorticoError('ERR_CAPABILITY_FILE_TOO_LARGE');
  } finally {
    bitmap.close();
  }
}

async function drawn(bitmap: ImageBitmap, edge: number, most: number, png: boolean): Promise<Picture | undefined> {
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new PorticoError('ERR_CAPABILITY_UNAVAILABLE');
  if (!png) {
    // JPEG knows no transparency; without this it would be black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(bitmap, 0, 0, width, height);
  const tries = png ? [undefined] : QUALITIES;
  for (const quality of tries) {
    const type = png ? 'image/png' : 'image/jpeg';
    const blob = await canvas.convertToBlob(quality === undefined ? { type } : { type, quality });
    if (blob.size <= most) return { blob, width, height };
  }
  return undefined;
}

export async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:${blob.type};base64,${btoa(binary)}`;
}

/** Of a `data:` address in base64; ERR_CAPABILITY_NOT_A_PICTURE when it cannot be read. */
export function blobOfData(address: string): Blob {
  const [head = '', base64 = ''] = address.split(',');
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new Blob([bytes], { type: /^data:([a-z/]+)/.exec(head)?.[1] ?? '' });
  } catch (cause) {
    throw new PorticoError('ERR_CAPABILITY_NOT_A_PICTURE', { cause });
  }
}
