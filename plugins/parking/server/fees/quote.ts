import type { Tariff } from '../../contract/tariff.ts';
import type { PaymentRecord, QuoteRecord, StayRecord } from '../store/records.ts';
import { feeFor, nextRise } from '../tariff/fee.ts';

const MINUTE = 60_000;
/** How long a quoted price stands, and how long an order made from it can be paid. */
export const HELD_MINUTES = 5;
/** After paying, the car may leave without a further fee within this time. */
export const LEAVE_MINUTES = 15;
/** A quote with less time than this left is replaced rather than shown again. */
const FRESH_MINUTES = 2;

/** Money that counts towards the stay: refunded payments do not. */
export function paidFor(payments: readonly PaymentRecord[]): number {
  return payments.filter(({ state }) => state === 'PAID').reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** The payment that lets the car out now, if its window is still open. */
export function leavePermit(payments: readonly PaymentRecord[], now: number): PaymentRecord | undefined {
  return payments.findLast(({ state, leaveBy }) => state === 'PAID' && leaveBy !== null && leaveBy > now);
}

/** What is due for a stay at `now`, for one customer. */
export function quoteFor(
  parts: {
    readonly stay: StayRecord;
    readonly tariff: Tariff;
    readonly payments: readonly PaymentRecord[];
    readonly openid: string;
    readonly quoteId: string;
  },
  now: number,
): QuoteRecord {
  const { stay, tariff, payments, openid, quoteId } = parts;
  const { totalFen, lines } = feeFor(tariff, stay.enteredAt, now);
  const paidFen = paidFor(payments);
  const paid = { kind: 'paid', from: stay.enteredAt, until: now, units: 0, amountFen: -paidFen } as const;
  return {
    quoteId,
    openid,
    stayId: stay.stayId,
    at: now,
    heldUntil: now + HELD_MINUTES * MINUTE,
    totalFen,
    paidFen,
    dueFen: Math.max(0, totalFen - paidFen),
    lines: paidFen > 0 ? [...lines, paid] : lines,
  };
}

/** Whether an earlier quote says the same as a new one would and stands long enough to be acted on. */
export function stillGood(earlier: QuoteRecord, current: QuoteRecord): boolean {
  return (
    earlier.dueFen === current.dueFen &&
    earlier.paidFen === current.paidFen &&
    earlier.heldUntil - current.at > FRESH_MINUTES * MINUTE
  );
}

/** When the amount due rises next, and to what. */
export function nextDue(quote: QuoteRecord, stay: StayRecord, tariff: Tariff): { at: number; dueFen: number } | null {
  let at = quote.at;
  // After a late departure the total first has to grow past what was paid; that is at most a few units away.
  for (let step = 0; step < 8; step++) {
    const rise = nextRise(tariff, stay.enteredAt, at);
    if (rise === undefined) return null;
    const dueFen = Math.max(0, rise.totalFen - quote.paidFen);
    if (dueFen > quote.dueFen) return { at: rise.at, dueFen };
    at = rise.at;
  }
  return null;
}
