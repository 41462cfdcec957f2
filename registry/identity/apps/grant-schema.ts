const tags = ['identity'];
const APP_ID = { type: 'string', minLength: 3, maxLength: 100 } as const;
const SCOPE = { type: 'string', minLength: 1, maxLength: 64 } as const;
const DECLARED = {
  type: 'array',
  maxItems: 50,
  items: { type: 'string', minLength: 1, maxLength: 64 },
  description: 'Every capability that the release declared when the customer agreed; a release with more asks again.',
} as const;
const params = {
  type: 'object',
  required: ['appId'],
  additionalProperties: false,
  properties: { appId: APP_ID },
} as const;

export const listGrants = {
  summary: 'What the customer agreed to, for each app',
  tags,
  response: {
    200: {
      type: 'object',
      required: ['grants'],
      additionalProperties: false,
      properties: {
        grants: {
          type: 'array',
          items: {
            type: 'object',
            required: ['appId', 'scope', 'grantedAt'],
            additionalProperties: false,
            properties: {
              appId: APP_ID,
              scope: SCOPE,
              grantedAt: { type: 'string', format: 'date-time' },
              declared: DECLARED,
            },
          },
        },
      },
    },
  },
} as const;

export const giveGrants = {
  summary: 'The customer agreed in the container’s sheet: remember it',
  description:
    'Scopes: base, phone, realname.verified, device.scan, device.location, device.location.precise, message.<template>.',
  tags,
  params,
  body: {
    type: 'object',
    required: ['scopes', 'declared'],
    additionalProperties: false,
    properties: { scopes: { type: 'array', minItems: 1, maxItems: 10, items: SCOPE }, declared: DECLARED },
  },
  response: { 204: { type: 'null' } },
} as const;

export const revoke = {
  summary: 'Make an app forget the customer',
  tags,
  params,
  response: { 204: { type: 'null' } },
} as const;

export const revokeScope = {
  summary: 'Withdraw one thing from an app; without “base” its sessions end',
  tags,
  params: {
    type: 'object',
    required: ['appId', 'scope'],
    additionalProperties: false,
    properties: { appId: APP_ID, scope: SCOPE },
  },
  response: { 204: { type: 'null' } },
} as const;

export const profile = {
  summary: 'identity.profile(): what the customer agreed to tell an app of themselves',
  description:
    'The token is a JWS by the registry (typ portico-profile+jwt, aud: the app id, sub: the openid where the app has one) for the partner’s server; it verifies against /.well-known/portico/jwks.json and is good for five minutes.',
  tags,
  body: {
    type: 'object',
    required: ['appId', 'scopes'],
    additionalProperties: false,
    properties: {
      appId: APP_ID,
      scopes: {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        uniqueItems: true,
        items: { enum: ['phone', 'realname.verified'] },
      },
    },
  },
  response: {
    200: {
      type: 'object',
      required: ['token'],
      additionalProperties: false,
      properties: {
        phone: { type: 'string', description: 'Eleven digits; absent when the issuer verified none.' },
        realnameVerified: { type: 'boolean' },
        token: { type: 'string' },
      },
    },
  },
} as const;
