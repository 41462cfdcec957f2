/**
 * The SDK of a home-page card. A card runs in a worker without a document, reads what its app has kept and describes
 * what the container draws with its own elements:
 *
 *     import { defineCard, element } from '@portico/sdk/card';
 *     defineCard(async ({ portico, root }) => {
 *       const { value } = await portico.storage.get({ key: 'fee' });
 *       root.append(element('card-amount', { minor: String(value), currency: 'CNY' }));
 *     });
 *
 * Name it in `manifest.json`: `"widgets": [{ "name": "fee", "path": "cards/fee.js" }]`, written in `src/cards/fee.ts`.
 * The elements and their properties are those of the card table in `sandbox/contract/card`.
 */
export {
  type Card,
  type CardElement,
  type CardEvent,
  type CardPortico,
  type CardProperties,
  type CardRoot,
  type CardTag,
  defineCard,
  element,
} from '../../../sandbox/guest/card/index.ts';
