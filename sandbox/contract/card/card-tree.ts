/**
 * Reads a card's updates. It keeps a shadow of the tree, so that every record is judged against what is really there
 * before any of it touches the page: parents that exist, places that exist, depth, counts, names and values of the
 * table. The first fault ends the card; an honest one, made with the kit, cannot make any.
 */
import { PorticoError } from '../errors/index.ts';
import { type CardElementEntry, type CardProperty, cardElement } from './elements.ts';
import { cardLimits } from './limits.ts';
import { readValue } from './read-value.ts';
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
} from './records.ts';

interface Branch {
  readonly id: string;
  readonly entry: CardElementEntry;
  /** 0 for the card itself. */
  readonly depth: number;
  readonly children: Branch[];
}

export interface CardTree {
  /**
   * The records of one update, copied member by member.
   * @throws PorticoError ERR_CARD_RECORD for what the contract does not know, ERR_CARD_LIMIT for too much of what it does
   */
  read(update: unknown): readonly CardRecord[];
  /** Elements in the tree. */
  readonly size: number;
}

const NODE_ID = /^[0-9]{1,9}$/;
const LISTENER_ID = /^[a-z0-9]{1,12}$/;
const root: CardElementEntry = { children: cardLimits.rootChildren, properties: {}, events: [] };

export function createCardTree(): CardTree {
  const top: Branch = { id: CARD_ROOT, entry: root, depth: 0, children: [] };
  const branches = new Map<string, Branch>([[CARD_ROOT, top]]);
  const branchOf = (id: unknown): Branch => (typeof id === 'string' && branches.get(id)) || refuse('no such element');

  /** Grows the shadow below `parent` and gives the node as it may be drawn. */
  const grow = (data: unknown, parent: Branch, index: number): CardNode => {
    const fields = record(data, nodeFields);
    const { id, type, element, properties, eventListeners, children } = fields;
    if (type !== ELEMENT_NODE || typeof element !== 'string') return refuse('only elements');
    const entry = cardElement(element) ?? refuse('an element that is not in the table');
    if (typeof id !== 'string' || !NODE_ID.test(id) || branches.has(id)) return refuse('an id that is taken or wrong');
    const branch: Branch = { id, entry, depth: parent.depth + 1, children: [] };
    if (branch.depth > cardLimits.depth) return exceed('depth');
    if (parent.children.length >= parent.entry.children) return exceed('children');
    if (branches.size > cardLimits.nodes) return exceed('elements');
    branches.set(id, branch);
    parent.children.splice(index, 0, branch);
    return {
      id,
      type: ELEMENT_NODE,
      element,
      properties: members(properties, (name, value) => propertyValue(propertyRow(entry, name), value)),
      eventListeners: members(eventListeners, (name, value) => {
        eventName(entry, name);
        return listenerId(value);
      }),
      children: list(children).map((child, at) => grow(child, branch, at)),
    };
  };
  const fell = (branch: Branch): void => {
    branches.delete(branch.id);
    branch.children.forEach(fell);
  };

  const readers: ReadonlyMap<unknown, (members: readonly unknown[]) => CardRecord> = new Map([
    [
      INSERT_CHILD,
      (given: readonly unknown[]): CardRecord => {
        only(given, 4);
        const parent = branchOf(given[1]);
        const index = place(given[3], parent.children.length);
        return [INSERT_CHILD, parent.id, grow(given[2], parent, index), index];
      },
    ],
    [
      REMOVE_CHILD,
      (given) => {
        only(given, 3);
        const parent = branchOf(given[1]);
        const index = place(given[2], parent.children.length - 1);
        parent.children.splice(index, 1).forEach(fell);
        return [REMOVE_CHILD, parent.id, index];
      },
    ],
    [
      UPDATE_PROPERTY,
      (given) => {
        only(given, 5);
        const [, id, name, value, as] = given;
        const branch = branchOf(id);
        if (branch === top || typeof name !== 'string') return refuse('nothing to set');
        // `null` takes a property or listener away; its name must still be one of the table.
        if (as === AS_PROPERTY) {
          const row = propertyRow(branch.entry, name);
          return [UPDATE_PROPERTY, branch.id, name, value === null ? null : propertyValue(row, value), as];
        }
        if (as !== AS_LISTENER) return refuse('neither a property nor a listener');
        eventName(branch.entry, name);
        return [UPDATE_PROPERTY, branch.id, name, value === null ? null : listenerId(value), as];
      },
    ],
  ]);

  return {
    read(update) {
      const records = list(update);
      if (records.length > cardLimits.records) return exceed('records');
      return records.map((given) => {
        const members = list(given);
        return (readers.get(members[0]) ?? (() => refuse('no such record')))(members);
      });
    },
    get size() {
      return branches.size - 1;
    },
  };
}

const nodeFields = new Set(['id', 'type', 'element', 'properties', 'eventListeners', 'children']);

const refuse = (detail: string): never => {
  throw new PorticoError('ERR_CARD_RECORD', { detail: `It said: ${detail}.` });
};
const exceed = (what: string): never => {
  throw new PorticoError('ERR_CARD_LIMIT', { detail: `It has too many levels of or too much in: ${what}.` });
};

function propertyRow(entry: CardElementEntry, name: string): CardProperty {
  const row = Object.hasOwn(entry.properties, name) ? entry.properties[name] : undefined;
  return row ?? refuse('a property that is not in the table');
}

const propertyValue = (row: CardProperty, value: unknown): string | number =>
  readValue(value, row) ?? refuse('a value that its property cannot have');

function eventName(entry: CardElementEntry, name: string): void {
  if (!entry.events.includes(name)) refuse('an event that is not in the table');
}

const listenerId = (value: unknown): string =>
  typeof value === 'string' && LISTENER_ID.test(value) ? value : refuse('a listener that is no id');

function record(value: unknown, known: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('no element');
  if (!Object.keys(value).every((key) => known.has(key))) return refuse('a member that no element has');
  // Own members alone: a prototype has nothing to say here.
  return Object.fromEntries(Object.entries(value));
}

function members<T>(value: unknown, read: (name: string, value: unknown) => T): Readonly<Record<string, T>> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('no members');
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, read(name, member)]));
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : refuse('no list'));
const only = (given: readonly unknown[], length: number): void => {
  if (given.length !== length) refuse('a record of another length');
};
const place = (value: unknown, most: number): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most
    ? (value as number)
    : refuse('a place that is not there');
