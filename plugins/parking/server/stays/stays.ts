import type { Plate } from '../../contract/plate.ts';
import { carParkById } from '../car-parks/car-parks.ts';
import { ParkingError } from '../errors.ts';
import { leavePermit, nextDue, quoteFor, stillGood } from '../fees/quote.ts';
import type { Gate } from '../gate/gate.ts';
import type { Payments } from '../payments/payments.ts';
import type { PaymentRecord, QuoteRecord, StayRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';

export interface CurrentStay {
  readonly stay: StayRecord;
  /** `undefined` while the car may leave without a further fee. */
  readonly quote: QuoteRecord | undefined;
  readonly next: { readonly at: number; readonly dueFen: number } | null;
  readonly leave: PaymentRecord | undefined;
  /** A payment that the bank has begun and not decided. */
  readonly pending: PaymentRecord | undefined;
}

export interface Stays {
  /** Where the car is and what is due, as of now; `undefined` when it is in none of the car parks. */
  current(openid: string, plate: Plate): Promise<CurrentStay | undefined>;
}

export function createStays(parts: {
  readonly store: Store;
  readonly gate: Gate;
  readonly payments: Payments;
  readonly now: () => Date;
  readonly newId: () => string;
}): Stays {
  const { store, gate, payments, now, newId } = parts;

  async function quote(stay: StayRecord, paid: readonly PaymentRecord[], openid: string): Promise<QuoteRecord> {
    const tariff = tariffOf(stay);
    const fresh = quoteFor({ stay, tariff, payments: paid, openid, quoteId: newId() }, now().getTime());
    const earlier = await store.quote(stay.stayId, openid);
    if (earlier !== undefined && stillGood(earlier, fresh)) return earlier;
    await store.putQuote(fresh);
    return fresh;
  }

  return {
    async current(openid, plate) {
      const stay = await gate.currentStay(plate);
      if (stay === undefined) return undefined;
      const known = await payments.ofStay(stay.stayId);
      const leave = leavePermit(known, now().getTime());
      const pending = known.find((payment) => payment.state === 'PAYING' && payment.openid === openid);
      if (leave !== undefined) return { stay, quote: undefined, next: null, leave, pending: undefined };
      const due = await store.inTurn(`quote/${stay.stayId}`, () => quote(stay, known, openid));
      return { stay, quote: due, next: nextDue(due, stay, tariffOf(stay)), leave: undefined, pending };
    },
  };
}

function tariffOf(stay: StayRecord) {
  const carPark = carParkById(stay.carParkId);
  if (carPark === undefined) throw new ParkingError('ERR_PARKING_INTERNAL', { detail: 'The stay’s car park is gone.' });
  return carPark.tariff;
}
