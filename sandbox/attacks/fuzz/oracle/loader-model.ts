import type { LoaderWord } from '../loader-words.ts';

/**
 * What the loader must make of what it is told, written once more. It listens to no window, whoever speaks; only to the
 * port that it sent with its greeting. There, a right `fill` puts its app in place, once; a right `open` that brings a port
 * starts the app of the fill, whatever files it has, or else its own; anything else there, and nothing ever starts.
 */
export class LoaderModel {
  /** The fill that was taken. */
  fill: LoaderWord | undefined;
  /** The word whose port hears how it went. */
  start: LoaderWord | undefined;
  /** Whose page runs; a card has none. */
  runs: LoaderWord | undefined;
  /** Nothing that is said has any effect any more. */
  isOver = false;
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  hear(word: LoaderWord): void {
    const { way, ports } = word.sketch;
    if (this.isOver || 'by' in way) return;
    const fields = this.#fieldsOf(word);
    if (this.fill === undefined && fields?.get('portico') === 'fill') {
      this.fill = word;
      return;
    }
    this.isOver = true;
    if (ports === 0 || fields?.get('portico') !== 'open') return;
    this.start = word;
    this.runs = fields.get('card') ? undefined : (this.fill ?? word);
  }

  /** Of a word that proves to come from the one who made the frame and has a list of files, whatever is in it. */
  #fieldsOf({ data }: LoaderWord): ReadonlyMap<string, unknown> | undefined {
    if (typeof data !== 'object' || data === null) return undefined;
    const fields = new Map<string, unknown>(Object.entries(data));
    return fields.get('nonce') === this.#secret && Array.isArray(fields.get('files')) ? fields : undefined;
  }
}
