import { carry, carryValue } from './carry.ts';
import type { WordSketch } from './loader-cases.ts';
import { crowdLink, crowdOf, EVIL, type FileSketch, MARK } from './package-sketches.ts';
import { isList, isMembers, type Recipe } from './recipe.ts';

/** One message to the loader, and what comes back through the port that travels with it. */
export interface LoaderWord {
  readonly mark: number;
  readonly sketch: WordSketch;
  /** For the counts. */
  readonly kind: string;
  readonly data: unknown;
  readonly along: readonly Transferable[];
  /** This end of the first port that travels with it. */
  readonly port: MessagePort | undefined;
  /** Says how it went: the name of the first event. */
  readonly outcome: Promise<string>;
  readonly heard: readonly string[];
}

interface Circumstances {
  readonly mark: number;
  readonly secret: string;
  readonly evil: string;
}

/** `undefined` when nothing would carry it. */
export function wordOf(sketch: WordSketch, around: Circumstances): LoaderWord | undefined {
  const { changed, way, word, ports } = sketch;
  const carried = changed === undefined ? carryValue(() => wordAs(sketch, around)) : carry(withSecret(changed, around));
  if (carried === undefined) return undefined;
  const { data } = carried;
  const channels = Array.from({ length: ports }, () => new MessageChannel());
  const heard: string[] = [];
  let tell: ((name: string) => void) | undefined;
  const outcome = new Promise<string>((resolve) => {
    tell = resolve;
  });
  for (const { port1 } of channels) {
    port1.onmessage = ({ data: said }: MessageEvent<{ name?: unknown } | null>) => {
      const name = String(said?.name ?? 'nothing known');
      heard.push(name);
      tell?.(name);
    };
  }
  const what = 'by' in way ? `${word} by the ${way.by}` : `${word} on the loader’s port`;
  return {
    mark: around.mark,
    sketch,
    kind: changed === undefined ? what : `changed ${what}`,
    data,
    along: [...channels.map(({ port2 }) => port2), ...buffersOf(data)],
    port: channels[0]?.port1,
    outcome,
    heard,
  };
}

/** The files' bytes go over, as those of the container do. */
function buffersOf(data: unknown): Set<ArrayBuffer> {
  const files: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'files') : undefined;
  const bytes = (Array.isArray(files) ? files : []).map((file: { bytes?: unknown } | null | undefined) => file?.bytes);
  return new Set(bytes.filter((held) => held instanceof ArrayBuffer));
}

function wordAs(sketch: WordSketch, { mark, secret, evil }: Circumstances): unknown {
  const { word, nonce, entry, files, card, crowd } = sketch;
  const utf8 = new TextEncoder();
  const all = crowd === undefined ? files : [...files.map(withCrowd(crowd.of)), ...crowdOf(crowd)];
  const app = all.map(({ path, type, text, bytes }) => {
    const filledIn = text.replaceAll(EVIL, evil).replaceAll(MARK, String(mark));
    return { path, type, ...bytesAs(bytes, utf8.encode(filledIn)) };
  });
  const worker = `onmessage = ({ ports: [port] }) => port.postMessage({ type: 'event', name: 'worker', payload: null })`;
  const script = { path: 'card.js', type: 'text/javascript', bytes: utf8.encode(worker).buffer };
  return {
    portico: word,
    version: 1,
    ...(nonce === 'none' ? {} : { nonce: nonce === 'right' ? secret : crypto.randomUUID() }),
    entry: card ? 'card.js' : entry,
    ...(card ? { card: true } : {}),
    files: card ? [...app, script] : app,
  };
}

const withCrowd =
  (of: 'scripts' | 'style sheets') =>
  (file: FileSketch): FileSketch =>
    of === 'style sheets' && file.path === 'index.html' ? { ...file, text: `${crowdLink}${file.text}` } : file;

function bytesAs(form: FileSketch['bytes'], { buffer }: Uint8Array<ArrayBuffer>): { readonly bytes?: unknown } {
  switch (form) {
    case 'buffer':
      return { bytes: buffer };
    case 'broken':
      return { bytes: new Uint8Array([...new Uint8Array(buffer), 0xff, 0xc0, 0x80]).buffer };
    case 'resizable':
      return { bytes: Reflect.construct(ArrayBuffer, [8, { maxByteLength: 16 }]) };
    case 'view':
      return { bytes: new Uint8Array(buffer) };
    case 'detached':
      structuredClone(buffer, { transfer: [buffer] });
      return { bytes: buffer };
    case 'shared':
      return { bytes: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer };
    case 'text':
      return { bytes: 'text' };
    case 'blob':
      return { bytes: new Blob([buffer]) };
    case 'none':
      return {};
  }
}

function withSecret(recipe: Recipe, around: Circumstances): Recipe {
  if (recipe === '{nonce}') return around.secret;
  if (isList(recipe)) return recipe.map((part) => withSecret(part, around));
  if (!isMembers(recipe)) return recipe;
  return { members: recipe.members.map(([key, value]) => [key, withSecret(value, around)]) };
}
