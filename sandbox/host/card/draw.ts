/** From records that have been read to what remote-dom's receiver applies to the page. */
import type { DOMRemoteReceiverOptions } from '@remote-dom/core/receivers';
import {
  AS_LISTENER,
  AS_PROPERTY,
  type CardNode,
  type CardRecord,
  cardElement,
  cardElements,
  INSERT_CHILD,
  UPDATE_PROPERTY,
} from '../../contract/card/index.ts';

interface Hands {
  readonly picture: (path: string) => string | undefined;
  readonly press: (listener: string) => void;
}
type Mutations = Parameters<import('@remote-dom/core/receivers').DOMRemoteReceiver['connection']['mutate']>[0];
type Mutation = Mutations[number];

/** The card table once more, for the receiver's own check: a second lock that knows nothing of the first. */
export const elementPolicies: NonNullable<DOMRemoteReceiverOptions['elements']> = Object.fromEntries(
  Object.entries(cardElements).map(([tag, { properties, events }]) => [
    tag,
    {
      properties: Object.fromEntries(Object.keys(properties).map((name) => [name, { attribute: false }])),
      attributes: [],
      events: Object.fromEntries(events.map((event) => [event, {}])),
      methods: [],
    },
  ]),
);

/** Listener ids become functions of ours, package paths addresses of verified pictures. */
export function prepare(records: readonly CardRecord[], hands: Hands): Mutations {
  return records.map((record): Mutation => {
    switch (record[0]) {
      case INSERT_CHILD:
        return [INSERT_CHILD, record[1], nodeOf(record[2], hands), record[3]];
      case UPDATE_PROPERTY: {
        const [, id, name, value, as] = record;
        if (as === AS_LISTENER) {
          return [UPDATE_PROPERTY, id, name, value === null ? null : () => hands.press(value), AS_LISTENER];
        }
        return [UPDATE_PROPERTY, id, name, drawn(name, value, hands), AS_PROPERTY];
      }
      default:
        return [record[0], record[1], record[2]];
    }
  });
}

type ElementNode = Extract<Extract<Mutation, readonly [0, ...unknown[]]>[2], { readonly element: string }>;

function nodeOf(node: CardNode, hands: Hands): ElementNode {
  return {
    id: node.id,
    type: node.type,
    element: node.element,
    properties: Object.fromEntries(
      Object.entries(node.properties).map(([name, value]) => [name, drawn(name, value, hands)]),
    ),
    eventListeners: Object.fromEntries(
      Object.entries(node.eventListeners).map(([event, listener]) => [event, () => hands.press(listener)]),
    ),
    children: node.children.map((child) => nodeOf(child, hands)),
  };
}

/** Properties of kind `file`, by name; a test holds that no other kind uses these names. */
const files = new Set(
  Object.keys(cardElements).flatMap((tag) =>
    Object.entries(cardElement(tag)?.properties ?? {}).flatMap(([name, { kind }]) => (kind === 'file' ? [name] : [])),
  ),
);

const drawn = (name: string, value: string | number | null, { picture }: Hands): string | number | null =>
  files.has(name) && typeof value === 'string' ? (picture(value) ?? '') : value;
