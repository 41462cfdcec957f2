/** An element as a card's update writes it. */
export const node = (id: string, element = 'card-text', more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  type: 1,
  element,
  properties: {},
  eventListeners: {},
  children: [],
  ...more,
});

/** A record that puts an element into the card, after the lab's own word. */
export const insert = (child: unknown): readonly unknown[] => [0, '~', child, 1];
