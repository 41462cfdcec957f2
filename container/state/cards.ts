/** Cards that apps have for the home page, as screens see them. The shell implements it; the wall stays behind it. */
import { createContext } from '@lit/context';
import type { VerifiedRelease } from '../services/tuf/index.ts';
import type { Store } from './store.ts';

/** A card that may be shown to this customer now. */
export interface CardOffer {
  /** Changes with the release and the customer: whatever has another key is another card. */
  readonly key: string;
  readonly release: VerifiedRelease;
  /** Path of its script in the package. */
  readonly path: string;
}

/** `empty`: it runs and has nothing to show. */
export type CardPhase = 'ready' | 'empty' | 'closed' | 'failed';

export interface RunningCard {
  tell(surroundings: { readonly theme: 'light' | 'dark'; readonly locale: 'zh-Hans' | 'en' }): void;
  close(): void;
}

/** Offers come some time after the first paint, and change with revocations, releases and the customer. */
export interface Cards extends Store<readonly CardOffer[]> {
  /** Starts a card; nothing of its app was loaded before. `mount` holds its frame, `surface` what it draws. */
  open(
    offer: CardOffer,
    stage: { readonly mount: HTMLElement; readonly surface: HTMLElement; onPhase(phase: CardPhase): void },
  ): Promise<RunningCard>;
}

export const cardsContext = createContext<Cards>('portico-cards');
