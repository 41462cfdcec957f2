/** The container's own sheets, which no app can draw, cover or press. The shell shows them; one at a time. */
import { createContext } from '@lit/context';
import type { AppId } from '../../sandbox/contract/index.ts';
import type { Hint } from '../services/registry/index.ts';

/** The app that asks, by its verified name. */
export interface Asker {
  readonly appId: AppId;
  readonly name: string;
  readonly partnerName: string;
}

/** What to come back to after a sign-in on another site. */
export interface Pending {
  readonly appId: AppId;
  readonly path: string;
  readonly method: string;
  readonly orderToken?: string;
}

/** All of them throw ERR_CONTAINER_SHEET_OPEN while another sheet is open. */
export interface Sheets {
  /** Resolves when the customer has paid, failed for good or left. */
  cashier(order: {
    readonly asker: Asker;
    readonly orderToken: string;
    /** Ends a cashier that is still loading; a shown one stays with the customer. */
    readonly signal: AbortSignal;
  }): Promise<Hint>;
  consent(ask: { readonly asker: Asker; readonly capability: string; readonly reason: string }): Promise<boolean>;
  /** False when the customer stays signed out; otherwise the page leaves for the bank's sign-in and comes back. */
  signIn(why: { readonly asker?: Asker; readonly pending?: Pending; readonly again?: boolean }): Promise<false>;
  /** True when the customer made a passkey. May leave for a fresh sign-in first. */
  enrolPasskey(why: { readonly asker?: Asker; readonly pending?: Pending }): Promise<boolean>;
  /** A short line that goes by itself. */
  toast(text: string): void;
}

export const sheetsContext = createContext<Sheets>('portico-sheets');
