import type { FromSchema } from 'json-schema-to-ts';
import { attemptSteps, orderSteps } from './states.ts';

const UUID = { type: 'string', format: 'uuid' } as const;
const TIME = { type: 'string', format: 'date-time' } as const;
/** Checked again by parseAmount, which also refuses zero and amounts no ledger holds. */
const AMOUNT = {
  type: 'string',
  maxLength: 19,
  description: 'Decimal digits, in the currency’s smallest unit: "1500" is CNY 15.00.',
} as const;
const APP_ID = { type: 'string', maxLength: 100 } as const;
const ORDER_TOKEN = {
  type: 'string',
  maxLength: 2000,
  pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
} as const;
const BASE64URL = { type: 'string', pattern: '^[A-Za-z0-9_-]*$' } as const;
const ORDER_STATE = { enum: Object.keys(orderSteps) as (keyof typeof orderSteps)[] } as const;
const ATTEMPT_STATE = { enum: Object.keys(attemptSteps) as (keyof typeof attemptSteps)[] } as const;

const ITEMS = {
  type: 'array',
  maxItems: 100,
  items: {
    type: 'object',
    required: ['name', 'quantity', 'amountMinor'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 120 },
      quantity: { type: 'integer', minimum: 1, maximum: 100_000 },
      amountMinor: { ...AMOUNT, description: 'What the line costs in all, in the currency’s smallest unit.' },
    },
  },
} as const;

const ORDER_BODY = {
  type: 'object',
  required: ['appId', 'outOrderNo', 'currency', 'amountMinor', 'title'],
  additionalProperties: false,
  properties: {
    appId: APP_ID,
    outOrderNo: { type: 'string', pattern: '^[A-Za-z0-9_.:-]{1,64}$', description: 'Your own number for the order.' },
    currency: { type: 'string', minLength: 3, maxLength: 3 },
    amountMinor: AMOUNT,
    title: { type: 'string', minLength: 1, maxLength: 120 },
    items: ITEMS,
    openid: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'Only this customer may pay.' },
    expiresInSeconds: { type: 'integer', minimum: 30, maximum: 86_400 },
  },
} as const;
export type OrderBody = FromSchema<typeof ORDER_BODY>;

const CREATED_ORDER = {
  type: 'object',
  required: ['orderId', 'orderToken', 'state', 'orderVersion', 'expiresAt'],
  additionalProperties: false,
  properties: {
    orderId: UUID,
    orderToken: ORDER_TOKEN,
    state: ORDER_STATE,
    orderVersion: { type: 'integer' },
    expiresAt: TIME,
  },
} as const;

const PARTNER_ORDER = {
  type: 'object',
  required: [
    'orderId',
    'outOrderNo',
    'appId',
    'state',
    'orderVersion',
    'currency',
    'exponent',
    'amountMinor',
    'expiresAt',
  ],
  additionalProperties: false,
  properties: {
    orderId: UUID,
    outOrderNo: { type: 'string' },
    appId: APP_ID,
    state: ORDER_STATE,
    orderVersion: { type: 'integer' },
    currency: { type: 'string' },
    exponent: { type: 'integer' },
    amountMinor: AMOUNT,
    expiresAt: TIME,
    paidAt: TIME,
    receiptNo: { type: 'string' },
  },
} as const;

const byOrder = {
  type: 'object',
  required: ['orderId'],
  additionalProperties: false,
  properties: { orderId: UUID },
} as const;
const byAttempt = {
  type: 'object',
  required: ['attemptId'],
  additionalProperties: false,
  properties: { attemptId: UUID },
} as const;
const TOKEN_BODY = {
  type: 'object',
  required: ['appId', 'orderToken'],
  additionalProperties: false,
  properties: { appId: APP_ID, orderToken: ORDER_TOKEN },
} as const;

const forPartners = ['orders'];
const forCustomers = ['payments'];

export const createOrder = {
  summary: 'Create an order',
  description:
    'Signed request. The same body again returns the same order; another body under the same number is refused.',
  tags: forPartners,
  body: ORDER_BODY,
  response: { 200: CREATED_ORDER, 201: CREATED_ORDER },
} as const;

export const readOrder = {
  summary: 'Ask for the state of an order',
  tags: forPartners,
  params: byOrder,
  response: { 200: PARTNER_ORDER },
} as const;

export const closeOrder = {
  summary: 'Close an unpaid order',
  description:
    'Signed request. Refused while a payment of it may be under way; closing a closed order changes nothing.',
  tags: forPartners,
  params: byOrder,
  response: { 200: PARTNER_ORDER },
} as const;

const INTENT = {
  type: 'object',
  required: [
    'orderId',
    'orderVersion',
    'attemptId',
    'appId',
    'payeeId',
    'payeeName',
    'currency',
    'exponent',
    'amountMinor',
    'fundingLines',
    'userId',
    'nonce',
    'expiresAt',
  ],
  additionalProperties: false,
  properties: {
    orderId: UUID,
    orderVersion: { type: 'integer' },
    attemptId: UUID,
    appId: APP_ID,
    payeeId: { type: 'string' },
    payeeName: { type: 'string' },
    currency: { type: 'string' },
    exponent: { type: 'integer' },
    amountMinor: AMOUNT,
    fundingLines: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'label', 'amountMinor'],
        additionalProperties: false,
        properties: { kind: { const: 'account' }, label: { type: 'string' }, amountMinor: AMOUNT },
      },
    },
    userId: UUID,
    nonce: BASE64URL,
    expiresAt: TIME,
  },
} as const;

export const openIntent = {
  summary: 'Open the cashier for an order',
  description:
    'What the customer is asked to agree to. challenge = base64url(SHA-256("portico-intent-v1\\n" + JCS(intent))): show the intent, sign the challenge.',
  tags: forCustomers,
  body: TOKEN_BODY,
  response: {
    201: {
      type: 'object',
      required: ['attemptId', 'intent', 'challenge', 'title', 'items', 'rpId', 'allowCredentials', 'expiresAt'],
      additionalProperties: false,
      properties: {
        attemptId: UUID,
        intent: INTENT,
        challenge: BASE64URL,
        title: { type: 'string' },
        items: ITEMS,
        rpId: { type: 'string' },
        allowCredentials: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'transports'],
            additionalProperties: false,
            properties: { id: BASE64URL, transports: { type: 'array', items: { type: 'string' } } },
          },
        },
        expiresAt: TIME,
      },
    },
  },
} as const;

export const confirmIntent = {
  summary: 'Confirm a payment with a passkey',
  description: 'assertion: AuthenticationResponseJSON of WebAuthn, user verified, over the challenge of this attempt.',
  tags: forCustomers,
  params: byAttempt,
  body: {
    type: 'object',
    required: ['assertion'],
    additionalProperties: false,
    properties: { assertion: { type: 'object', description: 'Read by the identity module.' } },
  },
  response: {
    200: {
      type: 'object',
      required: ['hint', 'attemptState', 'orderId'],
      additionalProperties: false,
      properties: { hint: { enum: ['processing', 'maybe_paid'] }, attemptState: ATTEMPT_STATE, orderId: UUID },
    },
  },
} as const;

export const cancelIntent = {
  summary: 'Leave the cashier without paying',
  tags: forCustomers,
  params: byAttempt,
  response: {
    200: {
      type: 'object',
      required: ['hint'],
      additionalProperties: false,
      properties: { hint: { const: 'cancelled' } },
    },
  },
} as const;

export const queryPayment = {
  summary: 'What to tell the mini-app about an order',
  tags: forCustomers,
  body: TOKEN_BODY,
  response: {
    200: {
      type: 'object',
      required: ['hint'],
      additionalProperties: false,
      properties: { hint: { enum: ['processing', 'cancelled', 'maybe_paid'] } },
    },
  },
} as const;

const RECEIPT = {
  type: 'object',
  required: [
    'orderId',
    'appId',
    'state',
    'payeeId',
    'payeeName',
    'title',
    'items',
    'currency',
    'exponent',
    'amountMinor',
    'attemptState',
    'createdAt',
  ],
  additionalProperties: false,
  properties: {
    orderId: UUID,
    appId: APP_ID,
    state: ORDER_STATE,
    payeeId: { type: 'string' },
    payeeName: { type: 'string' },
    title: { type: 'string' },
    items: ITEMS,
    currency: { type: 'string' },
    exponent: { type: 'integer' },
    amountMinor: AMOUNT,
    attemptState: ATTEMPT_STATE,
    createdAt: TIME,
    paidAt: TIME,
    receiptNo: { type: 'string' },
  },
} as const;

export const readReceipt = {
  summary: 'The customer’s receipt of an order',
  tags: forCustomers,
  params: byOrder,
  response: { 200: RECEIPT },
} as const;

export const listReceipts = {
  summary: 'The customer’s latest orders',
  tags: forCustomers,
  response: {
    200: {
      type: 'object',
      required: ['orders'],
      additionalProperties: false,
      properties: { orders: { type: 'array', items: RECEIPT } },
    },
  },
} as const;
