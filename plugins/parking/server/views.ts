/** From what is stored to what the app is shown. */
import type { BoundPlate, CarParkName, CarParkView, PaymentView, QuoteView, StayAnswer } from '../contract/api.ts';
import { parsePlate } from '../contract/plate.ts';
import { type CarPark, carParkById } from './car-parks/car-parks.ts';
import type { CurrentStay } from './stays/stays.ts';
import type { BindingRecord, PaymentRecord, QuoteRecord } from './store/records.ts';

function carParkName(id: string): CarParkName {
  const { name, address } = carParkById(id) ?? { name: { zh: id, en: id }, address: { zh: '', en: '' } };
  return { id, name, address };
}

export function viewOfCarPark(carPark: CarPark, free: number): CarParkView {
  const { id, name, address, spaces, tariff } = carPark;
  return { id, name, address, spaces, free, tariff };
}

export function viewOfBinding({ plate, boundAt }: BindingRecord): BoundPlate {
  return { plate, kind: parsePlate(plate)?.kind ?? 'ordinary', boundAt };
}

export function viewOfPayment(payment: PaymentRecord): PaymentView {
  const { outOrderNo, stayId, plate, enteredAt, state, amountFen, quotedAt, paidAt, leaveBy, orderToken } = payment;
  const payable = state === 'CREATED' || state === 'PAYING';
  return {
    outOrderNo,
    stayId,
    plate,
    carPark: carParkName(payment.carParkId),
    enteredAt,
    state,
    amountFen,
    quotedAt,
    paidAt,
    leaveBy,
    orderToken: payable ? orderToken : null,
  };
}

function viewOfQuote(quote: QuoteRecord, next: QuoteView['next']): QuoteView {
  const { quoteId, at, heldUntil, totalFen, paidFen, dueFen, lines } = quote;
  return { quoteId, at, heldUntil, totalFen, paidFen, dueFen, lines: [...lines], next };
}

export function viewOfStay(plate: string, at: number, current: CurrentStay | undefined): StayAnswer {
  if (current === undefined) return { plate, at, stay: null, quote: null, leave: null, pending: null };
  const { stay, quote, next, leave, pending } = current;
  const tariff = carParkById(stay.carParkId)?.tariff;
  return {
    plate,
    at,
    stay: tariff
      ? { stayId: stay.stayId, carPark: carParkName(stay.carParkId), enteredAt: stay.enteredAt, tariff }
      : null,
    quote: quote ? viewOfQuote(quote, next) : null,
    leave: leave ? viewOfPayment(leave) : null,
    pending: pending ? viewOfPayment(pending) : null,
  };
}
