import { type ErrorCode, PorticoError } from '../../../../sandbox/contract/index.ts';

/** Little-endian reads inside a range that is checked each time: an archive's own numbers are never trusted. */
export class Bytes {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#bytes.length;
  }

  u16(at: number): number {
    this.#assertInside(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#assertInside(at, 4);
    return this.#view.getUint32(at, true);
  }

  /** A 64-bit number that must be one JavaScript holds exactly. */
  u64(at: number): number {
    this.#assertInside(at, 8);
    const value = this.#view.getBigUint64(at, true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) refuse('ERR_PACKAGE_ZIP64', 'A 64-bit number is out of range.');
    return Number(value);
  }

  /** A view, not a copy. */
  slice(at: number, length: number): Uint8Array {
    this.#assertInside(at, length);
    return this.#bytes.subarray(at, at + length);
  }

  #assertInside(at: number, length: number): void {
    if (at < 0 || length < 0 || at + length > this.#bytes.length) {
      refuse('ERR_PACKAGE_STRUCTURE', 'A record reaches past the end of the file.');
    }
  }
}

export function refuse(code: ErrorCode, detail: string, file?: string): never {
  throw new PorticoError(code, { detail, ...(file !== undefined && { data: { file } }) });
}
