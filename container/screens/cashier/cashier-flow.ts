/**
 * The course of one payment at the cashier, without anything drawn. It ends in a hint for the app; whether money moved
 * is only ever what the registry's receipt says.
 */
import { type AppId, type ErrorCode, type OrderId, PorticoError } from '../../../sandbox/contract/index.ts';
import { assertIntent } from '../../services/intent-challenge.ts';
import type { Hint, Offer, Receipt, RegistryClient } from '../../services/registry/index.ts';
import { createStore, type Store } from '../../state/store.ts';

export type CashierView =
  | { readonly step: 'loading' }
  /** `note`: why the last passkey prompt did not end in a payment. */
  | { readonly step: 'ready'; readonly offer: Offer; readonly note: PorticoError | undefined }
  | { readonly step: 'confirming'; readonly offer: Offer }
  | { readonly step: 'processing'; readonly offer: Offer }
  /** `receipt` is `undefined` when the registry could not be asked; the payment may have happened. */
  | { readonly step: 'settled'; readonly receipt: Receipt | undefined }
  | { readonly step: 'failed'; readonly problem: PorticoError; readonly again: boolean };

export interface CashierParts {
  readonly appId: AppId;
  readonly orderToken: string;
  readonly userId: string;
  readonly payments: RegistryClient['payments'];
  /** The device's passkey prompt. */
  sign(offer: Offer, timeoutMs: number): Promise<unknown>;
  now(): number;
  pause(ms: number): Promise<void>;
}

export interface CashierFlow extends Store<CashierView> {
  load(signal: AbortSignal): Promise<void>;
  confirm(): Promise<void>;
  /** Gives the offer back when it was not used. */
  leave(): Promise<Hint>;
}

/** After these a new attempt cannot help; the app has to do something first. */
const FINAL: readonly ErrorCode[] = [
  'ERR_PAYMENT_ORDER_CLOSED',
  'ERR_PAYMENT_ORDER_PAID',
  'ERR_PAYMENT_TOKEN',
  'ERR_PAYMENT_NOT_YOUR_APP',
  'ERR_PAYMENT_APP_REVOKED',
  'ERR_PAYMENT_ORDER_NOT_FOUND',
  'ERR_CONTAINER_INTENT_MISMATCH',
  'ERR_IDENTITY_SIGNED_OUT',
];
/** Answers to `confirm` that leave open whether the registry went on with it. */
const UNCERTAIN: readonly ErrorCode[] = [
  'ERR_CONTAINER_OFFLINE',
  'ERR_CONTAINER_BAD_ANSWER',
  'ERR_PLATFORM_INTERNAL',
  'ERR_PLATFORM_UNAVAILABLE',
  'ERR_PAYMENT_INTENT_USED',
  'ERR_PAYMENT_ORDER_PAID',
];
/** Milliseconds between looks at the receipt: about ten seconds in all. */
const LOOKS_MS = [300, 500, 700, 1_000, 1_500, 2_000, 2_000, 2_000];

const asProblem = (error: unknown): PorticoError =>
  error instanceof PorticoError ? error : new PorticoError('ERR_BRIDGE_INTERNAL', { cause: error });

export function createCashierFlow(parts: CashierParts): CashierFlow {
  const { appId, orderToken, userId, payments, sign, now, pause } = parts;
  const view = createStore<CashierView>({ step: 'loading' });
  let hint: Hint = 'cancelled';
  const fail = (error: unknown): void => {
    const problem = asProblem(error);
    if (problem.code === 'ERR_PAYMENT_ORDER_PAID' || problem.code === 'ERR_PAYMENT_ORDER_BUSY') hint = 'maybe_paid';
    view.set({ step: 'failed', problem, again: !FINAL.includes(problem.code) });
  };

  async function load(signal: AbortSignal): Promise<void> {
    view.set({ step: 'loading' });
    try {
      const offer = await payments.createIntent(appId, orderToken, signal);
      await assertIntent(offer.intent, offer, { appId, userId });
      view.set({ step: 'ready', offer, note: undefined });
    } catch (error) {
      fail(error);
    }
  }

  async function confirm(): Promise<void> {
    if (view.value.step !== 'ready') return;
    const { offer } = view.value;
    const left = offer.expiresAt.getTime() - now();
    if (left <= 0) return fail(new PorticoError('ERR_PAYMENT_INTENT_EXPIRED'));
    view.set({ step: 'confirming', offer });
    let assertion: unknown;
    try {
      // The intent on the screen is hashed again at the last moment: what is signed is what is shown.
      await assertIntent(offer.intent, offer, { appId, userId });
      assertion = await sign(offer, left);
    } catch (error) {
      const note = asProblem(error);
      return note.code === 'ERR_CONTAINER_PASSKEY_DECLINED' ? view.set({ step: 'ready', offer, note }) : fail(note);
    }
    view.set({ step: 'processing', offer });
    // From here on the money may move, whatever this page hears.
    hint = 'maybe_paid';
    try {
      hint = (await payments.confirm(offer.attemptId, assertion)).hint;
    } catch (error) {
      const problem = asProblem(error);
      if (!UNCERTAIN.includes(problem.code)) {
        hint = 'cancelled';
        return fail(problem);
      }
    }
    view.set({ step: 'settled', receipt: await receiptOf(offer.intent.orderId) });
  }

  /** Looks until the order is paid or its attempt has ended, for about ten seconds. */
  async function receiptOf(orderId: OrderId): Promise<Receipt | undefined> {
    let last: Receipt | undefined;
    for (const wait of LOOKS_MS) {
      try {
        last = await payments.receipt(orderId);
      } catch (error) {
        if (asProblem(error).code !== 'ERR_CONTAINER_OFFLINE') return last;
      }
      if (last && last.state !== 'PAYING') return last;
      await pause(wait);
    }
    return last;
  }

  return {
    get value() {
      return view.value;
    },
    subscribe: view.subscribe,
    load,
    confirm,
    async leave() {
      const { value } = view;
      // If it cannot be given back now, it expires by itself within two minutes.
      if (value.step === 'ready') await payments.cancel(value.offer.attemptId).catch(() => undefined);
      return hint;
    },
  };
}
