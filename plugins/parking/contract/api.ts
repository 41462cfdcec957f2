/** What the app and its server say to each other. Instants are milliseconds since 1970, amounts are whole fen. */
import type { FromSchema } from 'json-schema-to-ts';
import { feeLineSchema, tariffSchema } from './tariff.ts';

const instant = { type: 'integer', minimum: 0 } as const;
const fen = { type: 'integer', minimum: 0 } as const;
const text = { type: 'string', maxLength: 512 } as const;
const id = { type: 'string', minLength: 1, maxLength: 64 } as const;
const nothing = { type: 'null' } as const;
const inBothLanguages = {
  type: 'object',
  properties: { zh: text, en: text },
  required: ['zh', 'en'],
  additionalProperties: false,
} as const;
export type InBothLanguages = FromSchema<typeof inBothLanguages>;

export const sessionRequest = {
  type: 'object',
  properties: { code: { type: 'string', minLength: 16, maxLength: 512 } },
  required: ['code'],
  additionalProperties: false,
} as const;
export const sessionAnswer = {
  type: 'object',
  properties: { expiresAt: instant },
  required: ['expiresAt'],
  additionalProperties: false,
} as const;

export type SessionAnswer = FromSchema<typeof sessionAnswer>;

export const plateRequest = {
  type: 'object',
  properties: { plate: { type: 'string', minLength: 7, maxLength: 16 } },
  required: ['plate'],
  additionalProperties: false,
} as const;
export const plateParams = {
  type: 'object',
  properties: { plate: { type: 'string', minLength: 7, maxLength: 16 } },
  required: ['plate'],
  additionalProperties: false,
} as const;
const boundPlate = {
  type: 'object',
  properties: { plate: id, kind: { type: 'string', enum: ['ordinary', 'new-energy'] }, boundAt: instant },
  required: ['plate', 'kind', 'boundAt'],
  additionalProperties: false,
} as const;
export type BoundPlate = FromSchema<typeof boundPlate>;
export const platesAnswer = {
  type: 'object',
  properties: { plates: { type: 'array', items: boundPlate }, most: { type: 'integer', minimum: 1 } },
  required: ['plates', 'most'],
  additionalProperties: false,
} as const;
export type PlatesAnswer = FromSchema<typeof platesAnswer>;

const carParkName = {
  type: 'object',
  properties: { id, name: inBothLanguages, address: inBothLanguages },
  required: ['id', 'name', 'address'],
  additionalProperties: false,
} as const;
export type CarParkName = FromSchema<typeof carParkName>;
const carPark = {
  type: 'object',
  properties: {
    ...carParkName.properties,
    spaces: { type: 'integer', minimum: 0 },
    free: { type: 'integer', minimum: 0 },
    tariff: tariffSchema,
  },
  required: ['id', 'name', 'address', 'spaces', 'free', 'tariff'],
  additionalProperties: false,
} as const;
export type CarParkView = FromSchema<typeof carPark>;
export const carParksAnswer = {
  type: 'object',
  properties: { at: instant, carParks: { type: 'array', items: carPark } },
  required: ['at', 'carParks'],
  additionalProperties: false,
} as const;
export type CarParksAnswer = FromSchema<typeof carParksAnswer>;

const stay = {
  type: 'object',
  properties: { stayId: id, carPark: carParkName, enteredAt: instant, tariff: tariffSchema },
  required: ['stayId', 'carPark', 'enteredAt', 'tariff'],
  additionalProperties: false,
} as const;
/** A fee at one instant. The price stands until `heldUntil`, even if another unit starts before. */
const quote = {
  type: 'object',
  properties: {
    quoteId: id,
    at: instant,
    heldUntil: instant,
    totalFen: fen,
    paidFen: fen,
    dueFen: fen,
    lines: { type: 'array', items: feeLineSchema },
    next: {
      anyOf: [
        {
          type: 'object',
          properties: { at: instant, dueFen: fen },
          required: ['at', 'dueFen'],
          additionalProperties: false,
        },
        nothing,
      ],
    },
  },
  required: ['quoteId', 'at', 'heldUntil', 'totalFen', 'paidFen', 'dueFen', 'lines', 'next'],
  additionalProperties: false,
} as const;
export type QuoteView = FromSchema<typeof quote>;

/** `NEW` is not yet known to the bank, `CLOSED` can no longer be paid; the bank alone says `PAID`. */
const payment = {
  type: 'object',
  properties: {
    outOrderNo: id,
    stayId: id,
    plate: id,
    carPark: carParkName,
    enteredAt: instant,
    state: { type: 'string', enum: ['NEW', 'CREATED', 'PAYING', 'PAID', 'PART_REFUNDED', 'REFUNDED', 'CLOSED'] },
    amountFen: fen,
    quotedAt: instant,
    paidAt: { anyOf: [instant, nothing] },
    leaveBy: { anyOf: [instant, nothing] },
    /** For `payment.request`, while the order can be paid. */
    orderToken: { anyOf: [{ type: 'string', maxLength: 2000 }, nothing] },
  },
  required: [
    'outOrderNo',
    'stayId',
    'plate',
    'carPark',
    'enteredAt',
    'state',
    'amountFen',
    'quotedAt',
    'paidAt',
    'leaveBy',
    'orderToken',
  ],
  additionalProperties: false,
} as const;
export type PaymentView = FromSchema<typeof payment>;

/** `stay` null: the car is in none of our car parks. `leave` holds while a payment lets the car out. */
export const stayAnswer = {
  type: 'object',
  properties: {
    plate: id,
    at: instant,
    stay: { anyOf: [stay, nothing] },
    quote: { anyOf: [quote, nothing] },
    leave: { anyOf: [payment, nothing] },
    /** A payment of this customer that the bank has not decided yet. */
    pending: { anyOf: [payment, nothing] },
  },
  required: ['plate', 'at', 'stay', 'quote', 'leave', 'pending'],
  additionalProperties: false,
} as const;
export type StayAnswer = FromSchema<typeof stayAnswer>;

export const orderRequest = {
  type: 'object',
  properties: {
    stayId: id,
    quoteId: id,
    /** The language of what the bank will show and keep; Chinese where it is not said. */
    locale: { enum: ['zh', 'en'] },
  },
  required: ['stayId', 'quoteId'],
  additionalProperties: false,
} as const;
export const orderParams = {
  type: 'object',
  properties: { outOrderNo: { type: 'string', pattern: '^P[0-9A-Z-]{8,40}$' } },
  required: ['outOrderNo'],
  additionalProperties: false,
} as const;
export const paymentAnswer = {
  type: 'object',
  properties: { payment },
  required: ['payment'],
  additionalProperties: false,
} as const;
export type PaymentAnswer = FromSchema<typeof paymentAnswer>;
export const historyAnswer = {
  type: 'object',
  properties: { payments: { type: 'array', items: payment } },
  required: ['payments'],
  additionalProperties: false,
} as const;
export type HistoryAnswer = FromSchema<typeof historyAnswer>;

/** RFC 9457, with the code the app chooses its own sentence by. */
export const problemAnswer = {
  type: 'object',
  properties: { code: { type: 'string', maxLength: 64 }, title: text, status: { type: 'integer' } },
  required: ['code'],
} as const;
export type ProblemAnswer = FromSchema<typeof problemAnswer>;
