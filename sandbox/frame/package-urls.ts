/**
 * Blob URLs for the files of a package, made in the frame's own realm because blob URLs of another origin do not load.
 *
 * The packed form refers to a file as `portico:/path`:
 * - JavaScript imports JavaScript by that specifier, and the import map resolves it (`import.meta.resolve` does too, for
 *   workers); so modules may import each other in circles.
 * - Everything else, in JavaScript, CSS and HTML, is a literal `portico:/path` in the text, replaced here.
 */
import type { FrameFile } from '../contract/handshake.ts';

const PLACEHOLDER = /portico:\/([^\s"'`()<>\\,?#]+)/g;
const SCRIPT = /^(?:text|application)\/javascript/;
const rewritten = /^text\/css|^(?:text|application)\/javascript/;

export interface PackageUrls {
  /** Replaces every placeholder of a file that exists; others stay as they are and will not load. */
  replaceIn(text: string): string;
  /** `portico:/path` → blob URL of every script, for the import map. */
  readonly imports: Readonly<Record<string, string>>;
}

export function createPackageUrls(files: readonly FrameFile[], decode: (bytes: ArrayBuffer) => string): PackageUrls {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const urls = new Map<string, string>();
  /** Style sheets being made, so that two which import each other do not go on for ever. */
  const underway = new Set<string>();

  const urlOf = (file: FrameFile): string => {
    const known = urls.get(file.path);
    if (known !== undefined) return known;
    underway.add(file.path);
    const url = URL.createObjectURL(new Blob([contentOf(file)], { type: file.type }));
    underway.delete(file.path);
    urls.set(file.path, url);
    return url;
  };
  const contentOf = (file: FrameFile): BlobPart => {
    if (!rewritten.test(file.type)) return file.bytes;
    const text = decode(file.bytes);
    return text.includes('portico:/') ? replace(text, SCRIPT.test(file.type)) : file.bytes;
  };
  const replace = (text: string, inScript: boolean): string =>
    text.replace(PLACEHOLDER, (placeholder, path: string) => {
      const file = byPath.get(path);
      if (file === undefined || underway.has(path) || (inScript && SCRIPT.test(file.type))) return placeholder;
      return urlOf(file);
    });

  const scripts = files.filter(({ type }) => SCRIPT.test(type));
  const imports = Object.fromEntries(scripts.map((file) => [`portico:/${file.path}`, urlOf(file)]));
  return { imports, replaceIn: (text) => replace(text, false) };
}
