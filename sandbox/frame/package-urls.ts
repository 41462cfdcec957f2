/**
 * Blob URLs for the files of a package, made in the frame's own realm because blob URLs of another origin do not load.
 *
 * The packed form refers to a file as `portico:/path`:
 * - JavaScript imports JavaScript by that specifier, and the import map resolves it (`import.meta.resolve` does too, for
 *   workers); so modules may import each other in circles.
 * - Everything else, in JavaScript, CSS and HTML, is a literal `portico:/path` in the text, replaced here.
 */
import type { FrameFile } from '../contract/handshake.ts';

const SCHEME = 'portico:/';
const PLACEHOLDER = /portico:\/([^\s"'`()<>\\,?#]+)/g;
const SCRIPT = /^(?:text|application)\/javascript/;
const STYLE = /^text\/css/;
const rewritten = /^text\/css|^(?:text|application)\/javascript/;

export interface PackageUrls {
  /** Replaces every placeholder of a file that exists and is no script; the others stay as they are and will not load. */
  replaceIn(text: string): string;
  /** What stands for `portico:/path`; the text itself where it is no placeholder of a file. */
  addressOf(placeholder: string): string;
  /**
   * The text of a script that no other script names, and takes it out of `imports`: what runs where it stands need not
   * be fetched first. `undefined` for anything else.
   */
  takeText(placeholder: string): string | undefined;
  /** `portico:/path` → blob URL of every script, for the import map. */
  imports(): Readonly<Record<string, string>>;
}

export function createPackageUrls(files: readonly FrameFile[], decode: (bytes: ArrayBuffer) => string): PackageUrls {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const urls = new Map<string, string>();
  /** Style sheets being made, so that two which import each other do not go on for ever. */
  const underway = new Set<string>();
  const scripts = new Map(
    files.filter(({ type }) => SCRIPT.test(type)).map((file) => [`${SCHEME}${file.path}`, decode(file.bytes)]),
  );
  const taken = new Set<string>();
  /** Looked for once a script: a page may have any number of elements for one, and is read before anybody opens the app. */
  const named = new Map<string, boolean>();
  const isNamed = (placeholder: string): boolean => {
    const known = named.get(placeholder) ?? [...scripts.values()].some((script) => script.includes(placeholder));
    named.set(placeholder, known);
    return known;
  };

  const urlOf = (file: FrameFile): string => {
    // With a list and not by recursion: how deep style sheets import each other is up to the app, and the call stack is not.
    const waiting = [file];
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      const wanted = urls.has(next.path) || underway.has(next.path) ? [] : sheetsIn(next);
      underway.add(next.path);
      for (const sheet of wanted) waiting.push(sheet);
      if (wanted.length > 0) continue;
      if (!urls.has(next.path)) {
        urls.set(next.path, URL.createObjectURL(new Blob([contentOf(next)], { type: next.type })));
      }
      underway.delete(next.path);
      waiting.pop();
    }
    return urls.get(file.path) ?? '';
  };
  /** The style sheets that one names and that are neither made nor being made, the last first. */
  const sheetsIn = (file: FrameFile): FrameFile[] => {
    if (!STYLE.test(file.type)) return [];
    const named = [...decode(file.bytes).matchAll(PLACEHOLDER)].flatMap(([, path = '']) => byPath.get(path) ?? []);
    return named
      .filter(({ path, type }) => STYLE.test(type) && path !== file.path && !urls.has(path) && !underway.has(path))
      .reverse();
  };
  const contentOf = (file: FrameFile): BlobPart => {
    if (!rewritten.test(file.type)) return file.bytes;
    const text = scripts.get(`${SCHEME}${file.path}`) ?? decode(file.bytes);
    return text.includes(SCHEME) ? replaceIn(text) : file.bytes;
  };
  const replaceIn = (text: string): string =>
    text.replace(PLACEHOLDER, (placeholder, path: string) => {
      const file = byPath.get(path);
      return file === undefined || underway.has(path) || scripts.has(placeholder) ? placeholder : urlOf(file);
    });
  const addressOf = (placeholder: string): string => {
    const file = placeholder.startsWith(SCHEME) ? byPath.get(placeholder.slice(SCHEME.length)) : undefined;
    return file === undefined ? placeholder : urlOf(file);
  };

  return {
    replaceIn,
    addressOf,
    takeText(placeholder) {
      const text = scripts.get(placeholder);
      if (text === undefined || taken.has(placeholder) || isNamed(placeholder)) return undefined;
      taken.add(placeholder);
      return replaceIn(text);
    },
    imports: () =>
      Object.fromEntries([...scripts.keys()].filter((name) => !taken.has(name)).map((name) => [name, addressOf(name)])),
  };
}
