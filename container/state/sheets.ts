/** The container's own sheets, which no app can draw, cover or press. The shell shows them; one at a time. */
import { createContext } from '@lit/context';
import type { AppId, GrantScope } from '../../sandbox/contract/index.ts';
import type { CodeKind, ScannedCode } from '../services/native-shell/index.ts';
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

export interface ConsentQuestion {
  readonly asker: Asker;
  readonly scopes: readonly GrantScope[];
  /** The partner's words in the manifest. */
  readonly reason: string;
  /** They agreed before, to a release that asked for less. */
  readonly widened: boolean;
  /** What kinds of message are called, by their scope; from the manifest. */
  readonly messages: Readonly<Partial<Record<GrantScope, string>>>;
}

type Sheet<Question, Answer> = { readonly question: Question & { readonly asker: Asker }; readonly answer: Answer };

/** Sheets that a mini-app can have opened beside consent and the cashier. Their words are made safe by who asks. */
export interface AppSheets {
  readonly confirm: Sheet<{ text: string; confirm?: string; cancel?: string; danger?: boolean }, true>;
  /** Before the customer leaves, in the app's words. */
  readonly leave: Sheet<{ text: string }, true>;
  /** The place in `items`. */
  readonly choose: Sheet<{ title: string; items: readonly { text: string; danger: boolean }[] }, number>;
  readonly openUrl: Sheet<{ address: URL }, true>;
  readonly call: Sheet<{ number: string }, true>;
  readonly level: Sheet<{ have: number; need: number; canStepUp: boolean }, true>;
  readonly scan: Sheet<{ kinds: readonly CodeKind[] }, ScannedCode>;
  readonly photos: Sheet<{ count: number; source: 'any' | 'album' | 'camera' }, readonly File[]>;
  readonly preview: Sheet<{ pictures: readonly Blob[]; start: number }, true>;
  readonly save: Sheet<{ picture: Blob }, true>;
  readonly share: Sheet<
    { title: string; address: string; copy: () => Promise<void>; hand?: () => Promise<boolean> },
    true
  >;
}
export type AppSheet = keyof AppSheets;

/** All of them throw ERR_CONTAINER_SHEET_OPEN while another sheet is open. */
export interface Sheets {
  /** Resolves when the customer has paid, failed for good or left. */
  cashier(order: {
    readonly asker: Asker;
    readonly orderToken: string;
    /** Ends a cashier that is still loading; a shown one stays with the customer. */
    readonly signal: AbortSignal;
  }): Promise<Hint>;
  /** What the customer agreed to; nothing when they refused. */
  consent(question: ConsentQuestion, signal: AbortSignal): Promise<readonly GrantScope[]>;
  /** `undefined` when the customer closed the sheet, or `signal` did. */
  ask<S extends AppSheet>(
    sheet: S,
    question: AppSheets[S]['question'],
    signal: AbortSignal,
  ): Promise<AppSheets[S]['answer'] | undefined>;
  /** False when the customer stays signed out; otherwise the page leaves for the bank's sign-in and comes back. */
  signIn(why: { readonly asker?: Asker; readonly pending?: Pending; readonly again?: boolean }): Promise<false>;
  /** True when the customer made a passkey. May leave for a fresh sign-in first. */
  enrolPasskey(why: { readonly asker?: Asker; readonly pending?: Pending }): Promise<boolean>;
  /** A short line that goes by itself. */
  toast(text: string): void;
}

export const sheetsContext = createContext<Sheets>('portico-sheets');
