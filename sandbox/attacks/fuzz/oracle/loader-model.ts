import type { LoaderWord } from '../loader-words.ts';

/**
 * What the loader must make of what it is told, written once more. It listens to its window until the container itself
 * says a right word that brings a port. `open` starts the app of that word. `fill` puts its app in place, and from then on
 * only the first message on its port counts: a right `open` that brings a port starts the app of the fill, whatever files
 * it has; anything else there, and nothing ever starts.
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

  /** @param onPortOf the fill on whose port it is said */
  hear(word: LoaderWord, onPortOf: LoaderWord | undefined): void {
    if (this.isOver) return;
    const { way, ports } = word.sketch;
    const fields = this.#fieldsOf(word);
    if ('by' in way) {
      if (this.fill !== undefined || way.by !== 'container' || ports === 0) return;
      if (fields?.get('portico') === 'fill') this.fill = word;
      else if (fields?.get('portico') === 'open') this.#begin(word, word, fields);
    } else if (onPortOf !== undefined && onPortOf === this.fill) {
      this.isOver = true;
      if (ports > 0 && fields?.get('portico') === 'open') this.#begin(word, onPortOf, fields);
    }
  }

  #begin(start: LoaderWord, from: LoaderWord, fields: ReadonlyMap<string, unknown>): void {
    this.isOver = true;
    this.start = start;
    this.runs = fields.get('card') ? undefined : from;
  }

  /** Of a word that proves to come from the one who made the frame and has a list of files, whatever is in it. */
  #fieldsOf({ data }: LoaderWord): ReadonlyMap<string, unknown> | undefined {
    if (typeof data !== 'object' || data === null) return undefined;
    const fields = new Map<string, unknown>(Object.entries(data));
    return fields.get('nonce') === this.#secret && Array.isArray(fields.get('files')) ? fields : undefined;
  }
}
