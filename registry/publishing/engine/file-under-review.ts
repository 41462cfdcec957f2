import { type ParseResult, parseSync } from 'oxc-parser';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { decodeUtf8 } from '../../../sandbox/contract/json/index.ts';
import type { ReleaseFile } from '../../../sandbox/contract/manifest/index.ts';

/** Longest text that is analysed, in bytes; a longer one is a "coverage degraded" finding. */
export const MAX_ANALYSED_BYTES = 4 * 1024 * 1024;
/** Longest message of a parser that is passed on. */
const MAX_SYNTAX_MESSAGE = 160;

export type Program = ParseResult['program'];
export type Document = DefaultTreeAdapterTypes.Document;
/** Why a file could not be analysed, as a sentence. */
export type Unread = { readonly unread: string };

const TEXT = /^text\/|^application\/json$|^image\/svg\+xml$/;

/** One file of a package as the rules see it. Each analysis is made once, when a rule first asks for it. */
export class FileUnderReview {
  readonly path: string;
  readonly size: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  #text: string | Unread | undefined;
  #parsed: ParseResult | Unread | undefined;
  #document: Document | undefined;

  constructor({ path, size, type }: ReleaseFile, bytes: Uint8Array) {
    this.path = path;
    this.size = size;
    this.type = type;
    this.bytes = bytes;
  }

  get isText(): boolean {
    return TEXT.test(this.type);
  }

  /** Why this file escapes analysis, or `undefined` when it does not. */
  get unread(): string | undefined {
    if (!this.isText) return undefined;
    const read = this.type === 'text/javascript' ? this.#readScript() : this.#readText();
    return typeof read === 'object' && 'unread' in read ? read.unread : undefined;
  }

  /** The text, or `undefined` for binary, overlong or undecodable files. */
  get text(): string | undefined {
    if (!this.isText) return undefined;
    const read = this.#readText();
    return typeof read === 'string' ? read : undefined;
  }

  /** The syntax tree (ESTree) of a script that parses. */
  get program(): Program | undefined {
    return this.#script()?.program;
  }

  /** Specifiers of static imports and re-exports, of a script that parses. */
  get staticImports(): readonly string[] {
    const module = this.#script()?.module;
    if (!module) return [];
    const reExports = module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest));
    return [...module.staticImports.map(({ moduleRequest }) => moduleRequest), ...reExports].flatMap((request) =>
      request ? [request.value] : [],
    );
  }

  get document(): Document | undefined {
    if (this.type !== 'text/html' && this.type !== 'image/svg+xml') return undefined;
    const text = this.text;
    if (text === undefined) return undefined;
    this.#document ??= parse(text, { sourceCodeLocationInfo: true });
    return this.#document;
  }

  /** One-based place of an offset in the text. */
  positionOf(offset: number): { line: number; column: number } {
    const before = (this.text ?? '').slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - lineStart + 1 };
  }

  #script(): ParseResult | undefined {
    if (this.type !== 'text/javascript') return undefined;
    const read = this.#readScript();
    return 'unread' in read ? undefined : read;
  }

  #readText(): string | Unread {
    this.#text ??= decodeText(this.bytes);
    return this.#text;
  }

  #readScript(): ParseResult | Unread {
    this.#parsed ??= parseScript(this.path, this.#readText());
    return this.#parsed;
  }
}

function decodeText(bytes: Uint8Array): string | Unread {
  if (bytes.length > MAX_ANALYSED_BYTES) return { unread: `It is longer than ${MAX_ANALYSED_BYTES} bytes.` };
  const decoded = decodeUtf8(bytes);
  return decoded.ok ? decoded.text : { unread: 'It is not valid UTF-8.' };
}

function parseScript(path: string, text: string | Unread): ParseResult | Unread {
  if (typeof text !== 'string') return text;
  const parsed = parseSync(path, text, { sourceType: 'module', lang: 'js' });
  const error = parsed.errors[0];
  return error ? { unread: `It is no valid module: ${error.message.slice(0, MAX_SYNTAX_MESSAGE)}.` } : parsed;
}
