import type { MethodTable } from './method.ts';

const orderToken = {
  type: 'object',
  properties: { orderToken: { type: 'string', minLength: 1, maxLength: 2000 } },
  required: ['orderToken'],
  additionalProperties: false,
} as const;

/** What the app is told. Never "paid": the partner's server learns the truth from the registry. */
const hint = {
  type: 'object',
  properties: { hint: { enum: ['processing', 'cancelled', 'maybe_paid'] } },
  required: ['hint'],
  additionalProperties: false,
} as const;

export const paymentMethods = {
  'payment.request': {
    says: 'Opens the cashier for an order that the partner’s server created.',
    capability: 'payment',
    args: orderToken,
    result: hint,
    deadlineMs: null,
    gesture: true,
    consent: false,
    sensitive: true,
    example: { args: { orderToken: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln' }, result: { hint: 'processing' } },
  },
  'payment.query': {
    says: 'Gives the current hint about an order.',
    capability: 'payment',
    args: orderToken,
    result: hint,
    deadlineMs: 30_000,
    gesture: false,
    consent: false,
    sensitive: false,
    example: { args: { orderToken: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln' }, result: { hint: 'maybe_paid' } },
  },
} as const satisfies MethodTable;
