import { carry } from './carry.ts';
import { EVIL, type FileSketch, type HandOverSketch, MARK } from './loader-cases.ts';
import { isList, isMembers, type Recipe } from './recipe.ts';

/** One message to the loader, and what comes back through the port that travels with it. */
export interface LoaderWord {
  readonly mark: number;
  /** For the counts. */
  readonly kind: string;
  readonly data: unknown;
  readonly along: readonly Transferable[];
  /** The loader must take it, if it has taken none before. */
  readonly isRight: boolean;
  /** Says how it went: the name of the first event. */
  readonly outcome: Promise<string>;
  readonly heard: readonly string[];
}

interface Circumstances {
  readonly mark: number;
  readonly secret: string;
  readonly evil: string;
}

/** `undefined` when a window would refuse to carry it. */
export function handOverOf(sketch: HandOverSketch, around: Circumstances): LoaderWord | undefined {
  const { mark, secret } = around;
  const data = sketch.changed === undefined ? openOf(sketch, around) : carry(withSecret(sketch.changed, secret))?.data;
  if (data === undefined) return undefined;
  const channels = Array.from({ length: sketch.ports }, () => new MessageChannel());
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
  const right = sketch.by === 'container' && sketch.ports > 0 && isOpen(data, secret);
  const manner = sketch.changed === undefined ? 'hand-over' : 'changed hand-over';
  const how = right ? 'all right' : `by the ${sketch.by}`;
  return {
    mark,
    kind: `${manner}, ${how}`,
    data,
    along: channels.map(({ port2 }) => port2),
    isRight: right,
    outcome,
    heard,
  };
}

/** The rule, written once more: who said it is the caller's to judge. */
function isOpen(data: unknown, secret: string): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const fields = new Map<string, unknown>(Object.entries(data));
  return fields.get('portico') === 'open' && fields.get('nonce') === secret && Array.isArray(fields.get('files'));
}

function openOf({ nonce, entry, files, card }: HandOverSketch, { mark, secret, evil }: Circumstances): unknown {
  const utf8 = new TextEncoder();
  const fill = (text: string): string => text.replaceAll(EVIL, evil).replaceAll(MARK, String(mark));
  const bytesOf = ({ text, broken }: FileSketch): ArrayBuffer =>
    new Uint8Array([...utf8.encode(fill(text)), ...(broken ? [0xff, 0xc0, 0x80] : [])]).buffer;
  const app = files.map((file) => ({ path: file.path, type: file.type, bytes: bytesOf(file) }));
  const worker = `onmessage = ({ ports: [port] }) => port.postMessage({ type: 'event', name: 'worker', payload: null })`;
  const script = { path: 'card.js', type: 'text/javascript', bytes: utf8.encode(worker).buffer };
  return {
    portico: 'open',
    version: 1,
    ...(nonce === 'none' ? {} : { nonce: nonce === 'right' ? secret : crypto.randomUUID() }),
    entry: card ? 'card.js' : entry,
    ...(card ? { card: true } : {}),
    files: card ? [...app, script] : app,
  };
}

function withSecret(recipe: Recipe, secret: string): Recipe {
  if (recipe === '{nonce}') return secret;
  if (isList(recipe)) return recipe.map((part) => withSecret(part, secret));
  if (!isMembers(recipe)) return recipe;
  return { members: recipe.members.map(([key, value]) => [key, withSecret(value, secret)]) };
}
