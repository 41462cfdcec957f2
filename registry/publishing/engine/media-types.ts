/** Media types of the files a package may hold, by extension, and how the first bytes prove them. */
interface MediaType {
  readonly type: string;
  readonly extensions: readonly string[];
  /** Alternatives; each is bytes at an offset. Absent for text. */
  readonly signatures?: readonly { readonly at: number; readonly bytes: readonly number[] }[];
}

const ascii = (text: string, at = 0) => ({ at, bytes: [...Buffer.from(text, 'latin1')] });

export const MEDIA_TYPES: readonly MediaType[] = [
  { type: 'text/html', extensions: ['html', 'htm'] },
  { type: 'text/css', extensions: ['css'] },
  { type: 'text/javascript', extensions: ['js', 'mjs'] },
  { type: 'application/json', extensions: ['json', 'webmanifest'] },
  { type: 'text/plain', extensions: ['txt', 'md'] },
  { type: 'text/csv', extensions: ['csv'] },
  { type: 'image/svg+xml', extensions: ['svg'] },
  {
    type: 'image/png',
    extensions: ['png'],
    signatures: [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }],
  },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], signatures: [{ at: 0, bytes: [0xff, 0xd8, 0xff] }] },
  { type: 'image/gif', extensions: ['gif'], signatures: [ascii('GIF87a'), ascii('GIF89a')] },
  { type: 'image/webp', extensions: ['webp'], signatures: [ascii('WEBP', 8)] },
  { type: 'image/avif', extensions: ['avif'], signatures: [ascii('ftypavif', 4), ascii('ftypavis', 4)] },
  { type: 'image/x-icon', extensions: ['ico'], signatures: [{ at: 0, bytes: [0, 0, 1, 0] }] },
  { type: 'font/woff2', extensions: ['woff2'], signatures: [ascii('wOF2')] },
  { type: 'font/woff', extensions: ['woff'], signatures: [ascii('wOFF')] },
  { type: 'font/ttf', extensions: ['ttf'], signatures: [{ at: 0, bytes: [0, 1, 0, 0] }, ascii('true')] },
  { type: 'font/otf', extensions: ['otf'], signatures: [ascii('OTTO')] },
  {
    type: 'audio/mpeg',
    extensions: ['mp3'],
    signatures: [ascii('ID3'), { at: 0, bytes: [0xff, 0xfb] }, { at: 0, bytes: [0xff, 0xf3] }],
  },
  { type: 'audio/wav', extensions: ['wav'], signatures: [ascii('WAVE', 8)] },
  { type: 'audio/ogg', extensions: ['ogg'], signatures: [ascii('OggS')] },
  { type: 'video/mp4', extensions: ['mp4', 'm4a'], signatures: [ascii('ftyp', 4)] },
  { type: 'video/webm', extensions: ['webm'], signatures: [{ at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] }] },
  { type: 'application/wasm', extensions: ['wasm'], signatures: [{ at: 0, bytes: [0, 0x61, 0x73, 0x6d] }] },
];

const ARCHIVES: readonly MediaType[] = [
  {
    type: 'zip',
    extensions: ['zip', 'jar', 'apk', 'ipa', 'docx', 'xlsx', 'pptx', 'whl', 'crx', 'xpi', 'wgt'],
    signatures: [ascii('PK\x03\x04'), ascii('PK\x05\x06'), ascii('PK\x07\x08')],
  },
  { type: 'gzip', extensions: ['gz', 'tgz'], signatures: [{ at: 0, bytes: [0x1f, 0x8b] }] },
  { type: 'tar', extensions: ['tar'], signatures: [ascii('ustar', 257)] },
  { type: '7z', extensions: ['7z'], signatures: [{ at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] }] },
  { type: 'rar', extensions: ['rar'], signatures: [ascii('Rar!\x1a\x07')] },
  { type: 'bzip2', extensions: ['bz2'], signatures: [ascii('BZh')] },
  { type: 'xz', extensions: ['xz'], signatures: [{ at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] }] },
  { type: 'zstd', extensions: ['zst'], signatures: [{ at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] }] },
  { type: 'cab', extensions: ['cab'], signatures: [ascii('MSCF')] },
];

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The media type by extension; `application/octet-stream` for what is not on the list. */
export function mediaTypeOf(path: string): string {
  const extension = extensionOf(path);
  return MEDIA_TYPES.find(({ extensions }) => extensions.includes(extension))?.type ?? 'application/octet-stream';
}

/** The media type that the first bytes prove, or `undefined` for text and the unknown. */
export function sniffedType(beginning: Uint8Array): string | undefined {
  return MEDIA_TYPES.find((media) => hasSignature(media, beginning))?.type;
}

/** What kind of archive a file is by its name or first bytes, or `undefined`. */
export function archiveKind(path: string, beginning: Uint8Array): string | undefined {
  const extension = extensionOf(path);
  return ARCHIVES.find((kind) => kind.extensions.includes(extension) || hasSignature(kind, beginning))?.type;
}

function hasSignature({ signatures }: MediaType, beginning: Uint8Array): boolean {
  return signatures?.some(({ at, bytes }) => bytes.every((byte, index) => beginning[at + index] === byte)) ?? false;
}
