import { type ErrorCode, PorticoError } from '../errors/index.ts';
import { decodeUtf8 } from './utf8.ts';

export interface JsonLimits {
  /** Bytes; the default is 4 MiB. */
  readonly maxBytes?: number;
}
/** One-based; columns count UTF-16 code units, as editors do. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}
export interface JsonDocument {
  readonly value: unknown;
  /** Where the member (its key) or element at this path begins; the nearest ancestor's place when there is none. */
  positionOf(path: readonly (string | number)[]): JsonPosition;
}

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 32;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Parses one I-JSON document (RFC 7493): what two readers could understand differently is refused, not repaired.
 * Throws `PorticoError` with an ERR_JSON_* code, `data.line` and `data.column`.
 */
export function parseStrictJson(bytes: Uint8Array, limits?: JsonLimits): unknown {
  return readStrictJson(bytes, limits).value;
}

/** As `parseStrictJson`, and keeps where each member stands. */
export function readStrictJson(bytes: Uint8Array, { maxBytes = MAX_BYTES }: JsonLimits = {}): JsonDocument {
  if (bytes.length > maxBytes) {
    throw new PorticoError('ERR_JSON_TOO_LARGE', {
      detail: `It has ${bytes.length} bytes; the limit is ${maxBytes}.`,
      data: { line: 1, column: 1 },
    });
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    refuse('', 0, 'ERR_JSON_BOM', 'Save it as UTF-8 without BOM.');
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    refuse(
      decoded.before,
      decoded.before.length,
      'ERR_JSON_UTF8',
      'Save the file as UTF-8 and look at the character here.',
    );
  }
  return new Reader(decoded.text).document();
}

/** Recursive descent; the depth limit bounds the stack. */
class Reader {
  readonly #text: string;
  #at = 0;
  /** For each array and object: key or index → offset. */
  readonly #places = new WeakMap<object, Map<string | number, number>>();
  #root = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonDocument {
    this.#space();
    this.#root = this.#at;
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length)
      this.#fail('ERR_JSON_SYNTAX', 'Something follows the end of the document; remove it.');
    return { value, positionOf: (path) => positionAt(this.#text, this.#offsetOf(value, path)) };
  }

  #offsetOf(root: unknown, path: readonly (string | number)[]): number {
    let offset = this.#root;
    let here: unknown = root;
    for (const step of path) {
      if (typeof here !== 'object' || here === null) break;
      const found = this.#places.get(here)?.get(step);
      if (found === undefined) break;
      offset = found;
      here = (here as Record<string | number, unknown>)[step];
    }
    return offset;
  }

  #value(depth: number): unknown {
    const next = this.#text[this.#at];
    if (next === '{') return this.#object(depth + 1);
    if (next === '[') return this.#array(depth + 1);
    if (next === '"') return this.#string();
    if (next === '-' || (next !== undefined && next >= '0' && next <= '9')) return this.#number();
    for (const [word, value] of LITERALS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#unexpected('a value (object, array, string, number, true, false or null)');
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const places = this.#open(object, depth);
    if (this.#takeAfterSpace('}')) return object;
    do {
      this.#space();
      const start = this.#at;
      if (this.#text[start] !== '"') this.#unexpected('a key in double quotes');
      const key = this.#string();
      if (key === '__proto__') this.#fail('ERR_JSON_FORBIDDEN_KEY', 'Rename it.', start);
      if (Object.hasOwn(object, key)) {
        this.#fail(
          'ERR_JSON_DUPLICATE_KEY',
          `The key ${JSON.stringify(key)} stands here again; keep one of the two.`,
          start,
        );
      }
      if (!this.#takeAfterSpace(':')) this.#unexpected('a colon after the key');
      this.#space();
      places.set(key, start);
      object[key] = this.#value(depth);
    } while (this.#takeAfterSpace(','));
    if (!this.#takeAfterSpace('}')) this.#unexpected('a comma or a closing brace');
    return object;
  }

  #array(depth: number): unknown[] {
    const array: unknown[] = [];
    const places = this.#open(array, depth);
    if (this.#takeAfterSpace(']')) return array;
    do {
      this.#space();
      places.set(array.length, this.#at);
      array.push(this.#value(depth));
    } while (this.#takeAfterSpace(','));
    if (!this.#takeAfterSpace(']')) this.#unexpected('a comma or a closing bracket');
    return array;
  }

  #open(container: object, depth: number): Map<string | number, number> {
    if (depth > MAX_DEPTH)
      this.#fail('ERR_JSON_DEPTH', `Nest at most ${MAX_DEPTH} arrays and objects inside each other.`);
    this.#at += 1;
    const places = new Map<string | number, number>();
    this.#places.set(container, places);
    return places;
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) return this.#unexpected('a digit after the minus sign');
    const value = Number(digits);
    const vanished = value === 0 && /[1-9]/.test(digits.split(/e/i, 1)[0] ?? '');
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER || vanished) {
      this.#fail('ERR_JSON_NUMBER_RANGE', 'Keep it within ±(2^53 − 1), or write it as a string.');
    }
    this.#at += digits.length;
    return value === 0 ? 0 : value;
  }

  #string(): string {
    const start = this.#at;
    let value = '';
    let copied = start + 1;
    this.#at = copied;
    for (;;) {
      const unit = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(unit)) this.#fail('ERR_JSON_SYNTAX', 'This string has no end; add the closing quote.', start);
      if (unit === 0x22) break;
      if (unit < 0x20) {
        this.#fail(
          'ERR_JSON_SYNTAX',
          'A control character stands in a string; write it as an escape, such as \\n or \\t.',
        );
      }
      if (unit === 0x5c) {
        value += this.#text.slice(copied, this.#at) + this.#escape();
        copied = this.#at;
      } else {
        this.#at += 1;
      }
    }
    value += this.#text.slice(copied, this.#at);
    this.#at += 1;
    this.#assertExchangeable(value, start);
    return value;
  }

  #escape(): string {
    const name = this.#text[this.#at + 1] ?? '';
    if (name === 'u') {
      const hex = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.#fail('ERR_JSON_SYNTAX', 'Write four hexadecimal digits after \\u.');
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const escaped = Object.hasOwn(ESCAPES, name) ? ESCAPES[name] : undefined;
    if (escaped === undefined)
      return this.#fail('ERR_JSON_SYNTAX', 'JSON has no such escape; write \\\\ for a backslash.');
    this.#at += 2;
    return escaped;
  }

  /** RFC 7493 section 2.1. Escapes may join into a pair, so this looks at the finished string. */
  #assertExchangeable(value: string, start: number): void {
    if (/\p{Surrogate}/u.test(value)) {
      this.#fail('ERR_JSON_SURROGATE', 'Write the whole character, or both of its escapes.', start);
    }
    if (/\p{Noncharacter_Code_Point}/u.test(value)) {
      this.#fail('ERR_JSON_NONCHARACTER', 'Remove the code point from this string.', start);
    }
  }

  #space(): void {
    for (;;) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#at += 1;
    }
  }

  #takeAfterSpace(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #unexpected(wanted: string): never {
    const found = this.#text.codePointAt(this.#at);
    const what = found === undefined ? 'the document ends' : `${JSON.stringify(String.fromCodePoint(found))} stands`;
    return this.#fail('ERR_JSON_SYNTAX', `Here ${what}, where ${wanted} should be.`);
  }

  #fail(code: ErrorCode, advice: string, offset = this.#at): never {
    return refuse(this.#text, offset, code, advice);
  }
}

function refuse(text: string, offset: number, code: ErrorCode, advice: string): never {
  const { line, column } = positionAt(text, offset);
  throw new PorticoError(code, { detail: `Line ${line}, column ${column}: ${advice}`, data: { line, column } });
}

function positionAt(text: string, offset: number): JsonPosition {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
