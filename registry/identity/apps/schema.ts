const tags = ['identity'];
const APP_ID = { type: 'string', minLength: 3, maxLength: 100 } as const;
const DATE_TIME = { type: 'string', format: 'date-time' } as const;

export const loginCode = {
  summary: 'identity.login(): a one-time code for an app, valid for 60 seconds',
  tags,
  body: {
    type: 'object',
    required: ['appId', 'releaseDigest'],
    additionalProperties: false,
    properties: { appId: APP_ID, releaseDigest: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
  },
  response: {
    200: {
      type: 'object',
      required: ['code', 'expiresAt'],
      additionalProperties: false,
      properties: { code: { type: 'string' }, expiresAt: DATE_TIME },
    },
  },
} as const;

export const token = {
  summary: 'Exchange a login code for the customer’s openid in your app',
  description:
    'The client authenticates with private_key_jwt (RFC 7523): a JWS with alg EdDSA, kid = id of an “api” key of the app’s partner, iss = sub = client_id, aud = the public address of this endpoint, a new jti, and exp at most five minutes ahead.',
  tags,
  body: {
    type: 'object',
    required: ['grant_type', 'code', 'client_id', 'client_assertion_type', 'client_assertion'],
    additionalProperties: false,
    properties: {
      grant_type: { const: 'authorization_code' },
      code: { type: 'string', minLength: 1, maxLength: 200 },
      client_id: APP_ID,
      client_assertion_type: { const: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' },
      client_assertion: { type: 'string', minLength: 1, maxLength: 4096 },
    },
  },
  response: {
    200: {
      type: 'object',
      required: ['openid', 'session', 'expires_in'],
      additionalProperties: false,
      properties: {
        openid: { type: 'string' },
        session: { type: 'string', description: 'Proves this sign-in to /api/v1/identity/introspect.' },
        expires_in: { type: 'integer', description: 'Seconds.' },
      },
    },
  },
} as const;

export const introspect = {
  summary: 'Is this session still good? It ends after two hours, or when the customer revokes the app',
  description: 'A signed partner request; only sessions of your own apps are ever “active”.',
  tags,
  body: {
    type: 'object',
    required: ['session'],
    additionalProperties: false,
    properties: { session: { type: 'string', minLength: 1, maxLength: 200 } },
  },
  response: {
    200: {
      type: 'object',
      required: ['active'],
      additionalProperties: false,
      properties: { active: { type: 'boolean' }, appId: APP_ID, openid: { type: 'string' }, expiresAt: DATE_TIME },
    },
  },
} as const;
