/** Packages for tests, built by code: a complete small app, with the members and files a test is about changed. */
import { crc32, deflateSync } from 'node:zlib';
import { type ZipPart, zip } from './zip-writer.ts';

export interface AppParts {
  /** Merged over the top level of the manifest. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Merged over its `portico` member. */
  readonly portico?: Readonly<Record<string, unknown>>;
  /** Added to, or replacing, the files of the app. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export function appManifest({ manifest = {}, portico = {} }: AppParts = {}): Record<string, unknown> {
  return {
    app_id: 'com.example.tea',
    name: '示例茶馆',
    version: { name: '1.0.0' },
    icons: [{ src: 'icon.png', sizes: '96x96' }],
    ...manifest,
    portico: {
      category: 'dining',
      listing: {
        texts: { 'zh-Hans': { tagline: '一杯好茶', description: '点一杯茶。' } },
        support: { email: 'help@tea.example' },
        privacy_url: 'https://tea.example/privacy',
      },
      ...portico,
    },
  };
}

export function appPackage(parts: AppParts = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    'manifest.json': JSON.stringify(appManifest(parts)),
    'index.html': '<!doctype html><title>茶</title><script type="module" src="portico:/app.js"></script>',
    'app.js': 'document.body.textContent = "茶";',
    'icon.png': png(96, 96),
    ...parts.files,
  };
  // Large texts of tests repeat themselves; deflated, they would pass for bombs.
  const method = (content: string | Uint8Array) => (content.length > 64 * 1024 ? 0 : 8);
  return zip(Object.entries(files).map(([name, content]): ZipPart => ({ name, content, method: method(content) })));
}

/** A grey PNG of the given size that is whole to its last byte. */
export function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1), 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
