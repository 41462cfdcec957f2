/** The host's side of home-page cards. Only `container/shell` imports it, lazily. */
export type { Card, CardHandlers, CardState, OpenCardOptions } from './card.ts';
export { openCard } from './open-card.ts';
