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
    example: {
      args: {},
      result: { code: 'vT0mB8Qn2xKc5rYw7LzPqA', expiresAt: '2026-05-01T08:01:00.000Z' },
    },
  },
  'identity.profile': {
    says: 'Gives what the customer agrees to tell of themselves, and the same as a token that the partner’s server can verify.',
    capability: 'identity.profile',
    args: {
      type: 'object',
      properties: {
        scopes: {
          type: 'array',
          items: { enum: ['phone', 'realname.verified'] },
          minItems: 1,
          maxItems: 2,
          uniqueItems: true,
        },
      },
      required: ['scopes'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: {
        /** Eleven digits. */
        phone: { type: 'string', maxLength: 20 },
        /** Whether the bank has verified the customer’s real name; never the name. */
        realnameVerified: { type: 'boolean' },
        /** A JWS by the registry (typ `portico-profile+jwt`, aud: the app id), good for five minutes. */
        token: { type: 'string', minLength: 1, maxLength: 4_096 },
      },
      required: ['token'],
      additionalProperties: false,
    },
    deadlineMs: null,
    gesture: false,
    consent: true,
    sensitive: true,
    example: {
      args: { scopes: ['phone', 'realname.verified'] },
      result: { phone: '13800000001', realnameVerified: true, token: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln' },
    },
  },
  'identity.requireLevel': {
    says: 'Walks the customer up to an identity level in the bank’s own pages, one step at a time.',
    capability: 'identity.level',
    args: {
      type: 'object',
      properties: { level: { type: 'integer', minimum: 1, maximum: 5 } },
      required: ['level'],
      additionalProperties: false,
    },
    /** At least the level asked for; a customer who stays below it is ERR_CAPABILITY_LEVEL. */
    result: {
      type: 'object',
      properties: { level: { type: 'integer', minimum: 1, maximum: 5 } },
      required: ['level'],
      additionalProperties: false,
    },
    deadlineMs: null,
    gesture: true,
    consent: false,
    sensitive: true,
    example: { args: { level: 2 }, result: { level: 4 } },
  },
} as const satisfies MethodTable;
