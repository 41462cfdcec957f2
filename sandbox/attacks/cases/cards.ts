/** Attacks from the worker of a card. Apart, because a card's script may not be large: the lab's card holds only these. */
import type { Attack } from '../attack.ts';
import { attack as cardNetwork } from './150-card-network.ts';
import { attack as cardStores } from './151-card-stores.ts';
import { attack as cardMethods } from './152-card-methods.ts';
import { attack as cardUpdates } from './153-card-updates.ts';
import { attack as cardListeners } from './154-card-listeners.ts';
import { attack as cardSpin } from './155-card-spin.ts';
import { attack as cardAfterClosing } from './156-card-after-closing.ts';
import { attack as cardWindow } from './157-card-window.ts';

export const cardAttacks: readonly Attack[] = [
  cardNetwork,
  cardStores,
  cardMethods,
  cardUpdates,
  cardListeners,
  cardSpin,
  cardAfterClosing,
  cardWindow,
];
