import type { ErrorTable } from './entry.ts';

/** Why a home-page card was closed. The container shows a quiet line; the card never sees these. */
export const cardErrors = {
  ERR_CARD_RECORD: {
    status: 400,
    says: 'A card described something that cards cannot show.',
    fix: 'Nothing to do; the partner must use the elements and properties of the card table.',
  },
  ERR_CARD_LIMIT: {
    status: 413,
    says: 'A card is deeper or larger than a card may be.',
    fix: 'Nothing to do; the partner must show less.',
  },
  ERR_CARD_FAILED: {
    status: 500,
    says: 'The card’s own code failed.',
    fix: 'Open the mini-app instead; the partner should try the card with `portico check`.',
  },
} as const satisfies ErrorTable;
