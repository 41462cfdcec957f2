/** What a home-page card imports, by way of `plugins/kit/sdk/card.ts`. */
export type { CardEvent, CardProperties, CardTag } from '../../contract/card/elements.ts';
export { type Card, type CardPortico, defineCard } from './define-card.ts';
export { type CardElement, type CardRoot, element } from './element.ts';
