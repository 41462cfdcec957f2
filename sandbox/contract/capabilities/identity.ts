import { type MethodTable, noArgs } from './method.ts';

export const identityMethods = {
  'identity.login': {
    says: 'Gives a one-time code that the partner’s server exchanges for the customer’s openid.',
    capability: 'identity.login',
    args: noArgs,
    result: {
      type: 'object',
      properties: {
        code: { type: 'string', minLength: 16, maxLength: 512 },
        /** ISO 8601, UTC. */
        expiresAt: { type: 'string', maxLength: 40 },
      },
      required: ['code', 'expiresAt'],
      additionalProperties: false,
    },
    deadlineMs: null,
    gesture: false,
    consent: true,
    sensitive: true,
  },
} as const satisfies MethodTable;
