/** A camera for tests that looks at a QR code: a raw video file that Chromium plays as its capture device. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const SIDE = 480;
const FRAMES = 10;

/** YUV4MPEG2, 4:2:0, the code in the middle on white. Returns the browser's arguments. */
export async function codeCamera(text: string, file: string): Promise<readonly string[]> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode' });
  if (error) throw new Error(error);
  const { data, width, height } = symbol;
  const scale = Math.floor((SIDE * 0.6) / Math.max(width, height));
  const luma = Buffer.alloc(SIDE * SIDE, 235);
  const left = Math.floor((SIDE - width * scale) / 2);
  const top = Math.floor((SIDE - height * scale) / 2);
  for (let y = 0; y < height * scale; y += 1) {
    for (let x = 0; x < width * scale; x += 1) {
      const dark = data[Math.floor(y / scale) * width + Math.floor(x / scale)] === 0;
      if (dark) luma[(top + y) * SIDE + left + x] = 16;
    }
  }
  const chroma = Buffer.alloc((SIDE * SIDE) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}
