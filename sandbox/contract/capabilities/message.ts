import type { MethodTable } from './method.ts';

const templateId = { type: 'string', minLength: 1, maxLength: 40, pattern: '^[a-z][a-z0-9-]*$' } as const;

export const messageMethods = {
  'message.subscribe': {
    says: 'Asks the customer whether the app may send these kinds of message, which its manifest names; each is asked once.',
    capability: 'message',
    args: {
      type: 'object',
      properties: { templateIds: { type: 'array', items: templateId, minItems: 1, maxItems: 3, uniqueItems: true } },
      required: ['templateIds'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: {
        results: {
          type: 'object',
          additionalProperties: { enum: ['accepted', 'refused'] },
          propertyNames: { maxLength: 40 },
          maxProperties: 3,
        },
      },
      required: ['results'],
      additionalProperties: false,
    },
    deadlineMs: null,
    gesture: true,
    consent: true,
    sensitive: true,
    example: {
      args: { templateIds: ['parking-ends'] },
      result: { results: { 'parking-ends': 'accepted' } },
    },
  },
} as const satisfies MethodTable;
