/** What the container says to open a card, and what it then holds. */
import type { CardMethod } from '../../contract/card/index.ts';
import type { AppId, ErrorCode, HostEventName, HostEventPayload, ReleaseDigest } from '../../contract/index.ts';
import type { CapabilityHandlers } from '../realm.ts';

export type CardState =
  | { readonly phase: 'opening' }
  /** Something of it is drawn. */
  | { readonly phase: 'ready' }
  /** It runs and has nothing to show. */
  | { readonly phase: 'empty' }
  /** Ended by the container. Final. */
  | { readonly phase: 'closed' }
  /** Ended because something was wrong. Final. */
  | { readonly phase: 'failed'; readonly code: ErrorCode };

export type CardHandlers = Pick<CapabilityHandlers, CardMethod>;

export interface OpenCardOptions {
  /** An element of the container's own page, without a shadow root, for this card only; nobody needs to see it. */
  readonly mount: HTMLElement;
  /** An empty element in which the card is drawn. It keeps the last drawing when the card ends. */
  readonly surface: HTMLElement;
  /** `/.portico/<digest>/frame.html` on the app's own host. */
  readonly frameUrl: string;
  readonly appId: AppId;
  readonly digest: ReleaseDigest;
  /** Whether the app's manifest declares `storage`. */
  readonly storage: boolean;
  /** The card's verified script; transferred, so empty afterwards. */
  readonly script: ArrayBuffer;
  /** Address of a picture of the app's verified package; `undefined` when there is none at this path. */
  readonly picture: (path: string) => string | undefined;
  readonly handlers: CardHandlers;
  /** Called after every change, never while `openCard` itself runs. */
  readonly onState: (state: CardState) => void;
}

export interface Card {
  readonly state: CardState;
  emit<N extends HostEventName & ('theme' | 'locale')>(name: N, payload: HostEventPayload<N>): void;
  /** Ends the card at once; harmless when it has ended already. */
  close(): void;
}
