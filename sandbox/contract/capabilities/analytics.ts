import { type MethodTable, nothing } from './method.ts';

const quiet = {
  capability: 'analytics',
  deadlineMs: 30_000,
  gesture: false,
  consent: false,
  sensitive: false,
} as const;
const name = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[a-z][a-z0-9_.]*$' } as const;

/** What an app counts of its own use. The container sends it in batches, and never where the customer chose not to. */
export const analyticsMethods = {
  'analytics.track': {
    ...quiet,
    says: 'Counts something that happened in the app.',
    args: {
      type: 'object',
      properties: {
        event: name,
        props: {
          type: 'object',
          additionalProperties: {
            anyOf: [{ type: 'string', maxLength: 200 }, { type: 'number' }, { type: 'boolean' }],
          },
          propertyNames: { maxLength: 64, pattern: '^[a-z][a-z0-9_.]*$' },
          maxProperties: 16,
        },
      },
      required: ['event'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { event: 'seat_chosen', props: { hall: '3', couple: true } }, result: null },
  },
  'analytics.mark': {
    ...quiet,
    says: 'Notes how long something took, in milliseconds.',
    args: {
      type: 'object',
      properties: { name, ms: { type: 'number', minimum: 0, maximum: 600_000 } },
      required: ['name', 'ms'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { name: 'first_list', ms: 182.4 }, result: null },
  },
} as const satisfies MethodTable;
