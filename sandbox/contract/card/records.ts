/**
 * What a card says to the container, and hears. Updates are remote-dom's mutation records with two differences: a node
 * is always an element, and a listener is the id the card chose for it, never a function.
 */
export const INSERT_CHILD = 0;
export const REMOVE_CHILD = 1;
export const UPDATE_PROPERTY = 3;
/** Fifth member of an `UPDATE_PROPERTY` record. */
export const AS_PROPERTY = 1;
export const AS_LISTENER = 3;
export const ELEMENT_NODE = 1;
/** Id of the card itself, which no node may have. */
export const CARD_ROOT = '~';

export interface CardNode {
  readonly id: string;
  readonly type: typeof ELEMENT_NODE;
  readonly element: string;
  readonly properties: Readonly<Record<string, string | number>>;
  /** Event → listener id. */
  readonly eventListeners: Readonly<Record<string, string>>;
  readonly children: readonly CardNode[];
}

export type CardRecord =
  | readonly [typeof INSERT_CHILD, parent: string, child: CardNode, index: number]
  | readonly [typeof REMOVE_CHILD, parent: string, index: number]
  | readonly [typeof UPDATE_PROPERTY, id: string, name: string, value: string | number | null, typeof AS_PROPERTY]
  | readonly [typeof UPDATE_PROPERTY, id: string, name: string, listener: string | null, typeof AS_LISTENER];

/** Names of the events on a card's port. */
export const cardEvents = {
  /** Card → container: a list of records. */
  update: 'card.update',
  /** Card → container: its code threw. */
  failed: 'card.failed',
  /** Container → card: `{listener}`, an element was pressed. */
  press: 'card.press',
} as const;

/** The frame's word to the worker it has started; travels with the port. */
export interface CardStart {
  readonly portico: 'card';
  readonly version: number;
}
export const isCardStart = (data: unknown): data is CardStart =>
  typeof data === 'object' && data !== null && (data as Partial<CardStart>).portico === 'card';

/** What a card may call: it reads what its app has kept, and nothing leaves the device. */
export const cardMethods = ['app.info', 'storage.get', 'storage.keys'] as const;
export type CardMethod = (typeof cardMethods)[number];
