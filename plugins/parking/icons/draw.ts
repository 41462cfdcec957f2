/**
 * Draws the app's icons: a white P on a road-sign blue square, with a kerb line under it. Run after changing the shape:
 * node --import tsx plugins/parking/icons/draw.ts
 */
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
const CLEAR: Colour = [0, 0, 0, 0];
const WHITE: Colour = [255, 255, 255, 255];
const KERB: Colour = [255, 214, 92, 255];
/** Samples a pixel is made of, along each side: enough for smooth edges. */
const SAMPLES = 4;

/** The colour at a point of the unit square, y downwards. */
function colourAt(x: number, y: number): Colour {
  if (!inRounded(x, y, 0, 0, 1, 1, 0.225)) return CLEAR;
  if (isLetter(x, y)) return WHITE;
  if (inRounded(x, y, 0.27, 0.8, 0.73, 0.85, 0.025)) return KERB;
  // Lit from above, like enamel on a road sign.
  return [mix(36, 9, y), mix(119, 74, y), mix(240, 190, y), 255];
}

/** P: a stem, and a bowl that is a half ring joined to it by two bars. */
function isLetter(x: number, y: number): boolean {
  const [top, thick, bowl] = [0.18, 0.115, 0.175];
  const [left, centre] = [0.335, 0.515];
  if (inRounded(x, y, left, top, left + thick, 0.73, 0.03)) return true;
  const middle = top + bowl;
  if (x < centre) return x >= left && Math.abs(Math.abs(y - middle) - (bowl - thick / 2)) <= thick / 2;
  const distance = Math.hypot(x - centre, y - middle);
  return distance <= bowl && distance >= bowl - thick;
}

function inRounded(x: number, y: number, left: number, top: number, right: number, bottom: number, radius: number) {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(dx, dy) <= radius;
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** RGBA rows, each behind its filter byte (0: none), as PNG wants them. */
function pixels(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      rows.set(pixel(column, row, size), row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  return rows;
}

function pixel(column: number, row: number, size: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const [red, green, blue, alpha] = colourAt(x, y);
    // Weighted by alpha, or the clear corners would darken the edge.
    for (const [index, value] of [red, green, blue].entries()) sum[index] = (sum[index] ?? 0) + value * alpha;
    sum[3] = (sum[3] ?? 0) + alpha;
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  const opaque = Math.max(alpha, 1);
  return [red / opaque, green / opaque, blue / opaque, alpha / (SAMPLES * SAMPLES)].map(Math.round);
}

/** Portable Network Graphics (ISO/IEC 15948): header, one data chunk, end. */
function png(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(pixels(size), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

for (const size of [96, 192, 512]) {
  writeFileSync(new URL(`icon-${size}.png`, import.meta.url), png(size));
}
