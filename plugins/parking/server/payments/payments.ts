import { type NewOrder, type Order, PorticoError, type RegistryClient } from '../../../kit/server/index.ts';
import { carParkById } from '../car-parks/car-parks.ts';
import { ParkingError } from '../errors.ts';
import { HELD_MINUTES, LEAVE_MINUTES, paidFor } from '../fees/quote.ts';
import type { PaymentRecord, QuoteRecord, StayRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';

const MINUTE = 60_000;

export interface Payments {
  /** Makes, or finds again, the order for a quote. At most one order of a stay can be paid at any time. */
  start(quote: {
    readonly openid: string;
    readonly stayId: string;
    readonly quoteId: string;
    readonly locale?: 'zh' | 'en';
  }): Promise<PaymentRecord>;
  /** Asks the bank how a payment stands and keeps the answer. Decided payments are asked for again only on a notice. */
  learn(outOrderNo: string, because?: 'notice'): Promise<PaymentRecord | undefined>;
  /** All payments of a stay as the bank knows them now, oldest first. */
  ofStay(stayId: string): Promise<readonly PaymentRecord[]>;
}

export function isOpen({ state }: PaymentRecord): boolean {
  return state === 'NEW' || state === 'CREATED' || state === 'PAYING';
}

export function createPayments(parts: {
  readonly store: Store;
  readonly registry: RegistryClient;
  readonly now: () => Date;
}): Payments {
  const { store, registry, now } = parts;

  const keep = async (payment: PaymentRecord): Promise<PaymentRecord> => {
    await store.putPayment(payment);
    return payment;
  };

  const learn: Payments['learn'] = (outOrderNo, because) =>
    store.inTurn(`payment/${outOrderNo}`, async () => {
      const payment = await store.payment(outOrderNo);
      if (payment === undefined || (!isOpen(payment) && because !== 'notice')) return payment;
      if (payment.orderId === null) {
        const { orderId, orderToken, state, orderVersion } = await registry.createOrder(orderBody(payment));
        return keep({ ...payment, orderId, orderToken, state, orderVersion });
      }
      return keep(applyOrder(payment, await registry.order(payment.orderId), now()));
    });

  async function ofStay(stayId: string): Promise<readonly PaymentRecord[]> {
    const known = await store.paymentsOfStay(stayId);
    return Promise.all(known.map(async (payment) => (await learn(payment.outOrderNo)) ?? payment));
  }

  /** Ends an order that nobody has begun to pay. The bank refuses when somebody has, and then it is left alone. */
  async function close(payment: PaymentRecord): Promise<void> {
    if (payment.orderId === null || payment.state === 'PAYING') throw new ParkingError('ERR_PARKING_PAYMENT_UNDER_WAY');
    try {
      await keep(applyOrder(payment, await registry.closeOrder(payment.orderId), now()));
    } catch (error) {
      if (!isConflict(error)) throw error;
      await learn(payment.outOrderNo);
      throw new ParkingError('ERR_PARKING_PAYMENT_UNDER_WAY', { cause: error });
    }
  }

  return {
    learn,
    ofStay,
    start: ({ openid, stayId, quoteId, locale = 'zh' }) =>
      store.inTurn(`stay/${stayId}`, async () => {
        const [stay, quote] = await Promise.all([store.stay(stayId), store.quote(stayId, openid)]);
        if (stay === undefined || quote === undefined) throw new ParkingError('ERR_PARKING_STAY_UNKNOWN');
        if (quote.quoteId !== quoteId || quote.heldUntil <= now().getTime()) {
          throw new ParkingError('ERR_PARKING_QUOTE_OLD');
        }
        if (quote.dueFen === 0) throw new ParkingError('ERR_PARKING_NOTHING_DUE');
        const payments = await ofStay(stayId);
        if (paidFor(payments) !== quote.paidFen) throw new ParkingError('ERR_PARKING_QUOTE_OLD');
        for (const open of payments.filter(isOpen)) {
          if (open.quoteId === quoteId) return open;
          await close(open);
        }
        const { outOrderNo } = await keep({ ...newPayment(stay, quote, payments.length + 1, now()), locale });
        const started = await learn(outOrderNo);
        if (started === undefined) throw new ParkingError('ERR_PARKING_INTERNAL');
        return started;
      }),
  };
}

function newPayment(stay: StayRecord, quote: QuoteRecord, serial: number, now: Date): PaymentRecord {
  return {
    outOrderNo: `P${stay.stayId}-${serial.toString().padStart(3, '0')}`,
    openid: quote.openid,
    stayId: stay.stayId,
    quoteId: quote.quoteId,
    plate: stay.plate,
    carParkId: stay.carParkId,
    enteredAt: stay.enteredAt,
    quotedAt: quote.at,
    amountFen: quote.dueFen,
    state: 'NEW',
    orderVersion: -1,
    orderId: null,
    orderToken: null,
    createdAt: now.getTime(),
    paidAt: null,
    leaveBy: null,
  };
}

/** Made from the record alone, so that a repeated request is byte for byte the same. The bank does not learn the plate. */
function orderBody(payment: PaymentRecord): NewOrder {
  const { locale = 'zh' } = payment;
  const name = carParkById(payment.carParkId)?.name[locale] ?? payment.carParkId;
  const parked = Math.floor((payment.quotedAt - payment.enteredAt) / MINUTE);
  const [hours, minutes] = [Math.floor(parked / 60), parked % 60];
  const words = {
    zh: { title: `${name}停车费`, item: `停车 ${hours} 小时 ${minutes} 分` },
    en: { title: `Parking at ${name}`, item: `Parked for ${hours} h ${minutes} min` },
  }[locale];
  const amountMinor = payment.amountFen.toString();
  return {
    outOrderNo: payment.outOrderNo,
    currency: 'CNY',
    amountMinor,
    title: words.title,
    items: [{ name: words.item, quantity: 1, amountMinor }],
    openid: payment.openid,
    expiresInSeconds: HELD_MINUTES * 60,
  };
}

/**
 * What the bank's answer makes of a payment. An answer older than what is known changes nothing; one about another
 * amount is a fault on one of the two sides, and opens no barrier.
 */
export function applyOrder(payment: PaymentRecord, order: Order, now: Date): PaymentRecord {
  const same =
    order.orderId === payment.orderId &&
    order.outOrderNo === payment.outOrderNo &&
    order.currency === 'CNY' &&
    order.amountMinor === payment.amountFen.toString();
  if (!same) {
    throw new ParkingError('ERR_PARKING_BANK_REFUSED', {
      detail: `Order ${payment.outOrderNo} is not what was ordered.`,
    });
  }
  if (order.orderVersion <= payment.orderVersion) return payment;
  const { state, orderVersion } = order;
  if (state !== 'PAID' || payment.paidAt !== null) return { ...payment, state, orderVersion };
  const paidAt = order.paidAt === undefined ? now.getTime() : Date.parse(order.paidAt);
  return { ...payment, state, orderVersion, paidAt, leaveBy: paidAt + LEAVE_MINUTES * MINUTE };
}

function isConflict(error: unknown): boolean {
  return error instanceof PorticoError && error.code === 'ERR_KIT_REFUSED' && error.data?.status === 409;
}
