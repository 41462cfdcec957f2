import type { FromSchema } from 'json-schema-to-ts';

const fen = { type: 'integer', minimum: 0 } as const;
const minutes = { type: 'integer', minimum: 1, maximum: 1440 } as const;
const minuteOfDay = { type: 'integer', minimum: 0, maximum: 1439 } as const;

const rate = {
  type: 'object',
  properties: {
    unitMinutes: minutes,
    unitFen: fen,
    /** The most that one such period costs; `null` without a limit. */
    capFen: { anyOf: [fen, { type: 'null' }] },
  },
  required: ['unitMinutes', 'unitFen', 'capFen'],
  additionalProperties: false,
} as const;

/**
 * The price list on the board at the entrance. Amounts are fen, times of day are minutes after midnight in Shanghai.
 * A parking day runs from the start of the day rate to the next start of it, and `dailyCapFen` limits each.
 */
export const tariffSchema = {
  type: 'object',
  properties: {
    freeMinutes: { type: 'integer', minimum: 0, maximum: 1440 },
    dayStartsAt: minuteOfDay,
    nightStartsAt: minuteOfDay,
    day: rate,
    night: rate,
    dailyCapFen: fen,
  },
  required: ['freeMinutes', 'dayStartsAt', 'nightStartsAt', 'day', 'night', 'dailyCapFen'],
  additionalProperties: false,
} as const;
export type Tariff = FromSchema<typeof tariffSchema>;

/**
 * One line of a fee. The amounts of all lines add up to the fee: caps and payments are negative.
 * `from` and `until` are instants in milliseconds; `units` counts started units.
 */
export const feeLineSchema = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['free', 'day', 'night', 'night-cap', 'day-cap', 'daily-cap', 'paid'] },
    from: { type: 'integer' },
    until: { type: 'integer' },
    units: { type: 'integer', minimum: 0 },
    amountFen: { type: 'integer' },
  },
  required: ['kind', 'from', 'until', 'units', 'amountFen'],
  additionalProperties: false,
} as const;
export type FeeLine = FromSchema<typeof feeLineSchema>;
