/**
 * The card's side of the tree: small objects that remember what they are and write down what changes, as records. No
 * document is imitated: a whole one (remote-dom's polyfill) is 13 kB gz, and a card needs nine elements.
 */
import type { CardEvent, CardProperties, CardTag } from '../../contract/card/elements.ts';
import {
  AS_LISTENER,
  AS_PROPERTY,
  CARD_ROOT,
  type CardNode,
  type CardRecord,
  ELEMENT_NODE,
  INSERT_CHILD,
  REMOVE_CHILD,
  UPDATE_PROPERTY,
} from '../../contract/card/records.ts';

/** Where changes of a tree on show are written down. */
export interface Recorder {
  write(record: CardRecord): void;
  /** The id under which the container names this listener. */
  listenerId(listener: () => void): string;
}

let lastId = 0;

/** What a card is made of; the card itself is one as well. */
class CardBranch {
  readonly id: string;
  readonly #children: CardElement[] = [];
  #recorder: Recorder | undefined;

  constructor(id: string) {
    this.id = id;
  }

  get children(): readonly CardElement[] {
    return this.#children;
  }

  /** Adds elements at the end; one that stands elsewhere moves. */
  append(...children: readonly CardElement[]): this {
    for (const child of children) this.insert(child, this.#children.length);
    return this;
  }

  insert(child: CardElement, index: number): void {
    child.remove();
    const at = Math.min(index, this.#children.length);
    this.#children.splice(at, 0, child);
    child.parent = this;
    if (this.#recorder === undefined) return;
    child.connect(this.#recorder);
    this.#recorder.write([INSERT_CHILD, this.id, child.describe(this.#recorder), at]);
  }

  replaceChildren(...children: readonly CardElement[]): void {
    for (const child of [...this.#children]) child.remove();
    this.append(...children);
  }

  drop(child: CardElement): void {
    const at = this.#children.indexOf(child);
    if (at < 0) return;
    this.#children.splice(at, 1);
    child.connect(undefined);
    this.#recorder?.write([REMOVE_CHILD, this.id, at]);
  }

  connect(recorder: Recorder | undefined): void {
    this.#recorder = recorder;
    for (const child of this.#children) child.connect(recorder);
  }

  protected get recorder(): Recorder | undefined {
    return this.#recorder;
  }
}

export class CardRoot extends CardBranch {
  constructor(recorder: Recorder) {
    super(CARD_ROOT);
    this.connect(recorder);
  }
}

export class CardElement<T extends CardTag = CardTag> extends CardBranch {
  readonly tag: T;
  parent: CardBranch | undefined;
  readonly #properties = new Map<string, string | number>();
  readonly #listeners = new Map<string, () => void>();

  constructor(tag: T, properties: CardProperties<T>) {
    lastId += 1;
    super(String(lastId));
    this.tag = tag;
    this.set(properties);
  }

  /** Changes some properties; `undefined` takes one away. */
  set(properties: { readonly [P in keyof CardProperties<T>]?: CardProperties<T>[P] | undefined }): this {
    for (const [name, value] of Object.entries(properties) as [string, string | number | undefined][]) {
      if (this.#properties.get(name) === value) continue;
      if (value === undefined) this.#properties.delete(name);
      else this.#properties.set(name, value);
      this.recorder?.write([UPDATE_PROPERTY, this.id, name, value ?? null, AS_PROPERTY]);
    }
    return this;
  }

  /** Calls `listener` on every such event; a second one for the same event takes its place. */
  on(event: CardEvent<T>, listener: () => void): this {
    this.#listeners.set(event, listener);
    const { recorder } = this;
    recorder?.write([UPDATE_PROPERTY, this.id, event, recorder.listenerId(listener), AS_LISTENER]);
    return this;
  }

  remove(): void {
    this.parent?.drop(this as CardElement);
    this.parent = undefined;
  }

  describe(recorder: Recorder): CardNode {
    return {
      id: this.id,
      type: ELEMENT_NODE,
      element: this.tag,
      properties: Object.fromEntries(this.#properties),
      eventListeners: Object.fromEntries(
        [...this.#listeners].map(([event, listener]) => [event, recorder.listenerId(listener)]),
      ),
      children: this.children.map((child) => child.describe(recorder)),
    };
  }
}

/** A new element of the card table, with what stands inside it. */
export function element<T extends CardTag>(
  tag: T,
  properties: CardProperties<T> = {},
  ...children: readonly CardElement[]
): CardElement<T> {
  return new CardElement(tag, properties).append(...children);
}
