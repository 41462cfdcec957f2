import type { PaymentView } from '../../contract/api.ts';

export type Outcome = 'paid' | 'not-taken' | 'expired' | 'slow';

/** Waits between questions, in ms: quick at first, because most payments are decided within a second or two. */
const PAUSES = [400, 800, 1200, 1600, 2000, 2000, 3000, 3000, 4000, 4000, 5000, 5000] as const;
/** After this many answers that nobody is paying, the attempt has failed rather than not begun. */
const PATIENCE_UNTOUCHED = 5;

/**
 * Asks our server, which asks the bank, until a payment is decided. `slow` means still open after half a minute, or
 * no answer; it says nothing about the money.
 */
export async function confirmPayment(
  ask: () => Promise<PaymentView>,
  pause: (ms: number) => Promise<void>,
): Promise<Outcome> {
  let untouched = 0;
  for (const wait of PAUSES) {
    const state = await ask().then(
      (payment) => payment.state,
      () => undefined,
    );
    if (state === 'PAID' || state === 'PART_REFUNDED' || state === 'REFUNDED') return 'paid';
    if (state === 'CLOSED') return 'expired';
    if (state === 'CREATED' || state === 'NEW') untouched += 1;
    else untouched = 0;
    if (untouched >= PATIENCE_UNTOUCHED) return 'not-taken';
    await pause(wait);
  }
  return 'slow';
}
