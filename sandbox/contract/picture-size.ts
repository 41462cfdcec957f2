/**
 * How large a picture says it is, read from its first bytes without decoding it: a hundred kilobytes of PNG can be half a
 * billion pixels, and whoever decodes them has spent two gigabytes before anybody could look at the result.
 */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Enough for every form below, also a photo with its colour profile and a preview of itself in front of it. */
export const PICTURE_HEAD_BYTES = 512 * 1024;

type Bytes = DataView<ArrayBufferLike>;

/**
 * Of a PNG, JPEG, WebP or GIF, as decoders read it; `undefined` for anything else, and for one that does not say. Other
 * forms (AVIF) let the picture inside be larger than what is written around it.
 * @param head the whole file, or its first `PICTURE_HEAD_BYTES`
 */
export function pictureSize(head: Uint8Array): PictureSize | undefined {
  const bytes = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const form = forms.find(({ begins }) => begins.every((byte, at) => byte === undefined || head[at] === byte));
  try {
    const size = form?.read(bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // It ends before it has said it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const ascii = (text: string): (number | undefined)[] =>
  [...text].map((letter) => (letter === '.' ? undefined : letter.charCodeAt(0)));

const forms: readonly {
  /** `undefined`: any byte. */
  readonly begins: readonly (number | undefined)[];
  read(bytes: Bytes): PictureSize | undefined;
}[] = [
  { begins: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...ascii('IHDR')], read: readPng },
  { begins: [0xff, 0xd8, 0xff], read: readJpeg },
  { begins: ascii('RIFF....WEBPVP8 '), read: readLossyWebp },
  { begins: ascii('RIFF....WEBPVP8L'), read: readLosslessWebp },
  { begins: ascii('RIFF....WEBPVP8X'), read: readExtendedWebp },
  { begins: [...ascii('GIF8'), undefined, ...ascii('a')], read: readGif },
];

function readPng(bytes: Bytes): PictureSize {
  return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
}

/** ITU-T T.81, annex B: segments up to the first start of a frame. */
function readJpeg(bytes: Bytes): PictureSize | undefined {
  let at = 2;
  for (;;) {
    if (bytes.getUint8(at) !== 0xff) return undefined;
    const marker = bytes.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // a marker may be led by any number of these
    } else if (isFrame(marker)) {
      return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) };
    } else if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda)) {
      return undefined; // no segment with a length, or the picture itself
    } else {
      at += 2 + bytes.getUint16(at + 2);
    }
  }
}

/** SOF0 to SOF15, between which three other markers stand. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** RFC 6386, section 9.1: 14 bits each, behind the start code of a key frame. */
function readLossyWebp(bytes: Bytes): PictureSize | undefined {
  if (bytes.getUint8(23) !== 0x9d || bytes.getUint8(24) !== 0x01 || bytes.getUint8(25) !== 0x2a) return undefined;
  return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff };
}

/** RFC 9649, section 3.4: 14 bits each, less one. */
function readLosslessWebp(bytes: Bytes): PictureSize | undefined {
  if (bytes.getUint8(20) !== 0x2f) return undefined;
  const bits = bytes.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** RFC 9649, section 2.7: the canvas, 24 bits each, less one. */
function readExtendedWebp(bytes: Bytes): PictureSize {
  const uint24 = (at: number): number => bytes.getUint16(at, true) + bytes.getUint8(at + 2) * 0x10000;
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

/** The screen, or the first picture on it where that is larger: decoders make room for it. */
function readGif(bytes: Bytes): PictureSize | undefined {
  const colours = bytes.getUint8(10);
  let at = 13 + (colours & 0x80 ? 3 * 2 ** ((colours & 7) + 1) : 0);
  while (bytes.getUint8(at) === 0x21) {
    at += 2;
    for (let length = bytes.getUint8(at); length > 0; length = bytes.getUint8(at)) at += 1 + length;
    at += 1;
  }
  if (bytes.getUint8(at) !== 0x2c) return undefined;
  const edge = (offset: number): number => bytes.getUint16(at + offset, true) + bytes.getUint16(at + offset + 4, true);
  return { width: Math.max(bytes.getUint16(6, true), edge(1)), height: Math.max(bytes.getUint16(8, true), edge(3)) };
}
