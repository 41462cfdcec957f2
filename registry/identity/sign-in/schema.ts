const SIGNED_OUT = {
  type: 'object',
  required: ['signedIn'],
  additionalProperties: false,
  properties: { signedIn: { const: false } },
} as const;

const SIGNED_IN = {
  type: 'object',
  required: ['signedIn', 'userId', 'level', 'authenticatedAt', 'passkeys'],
  additionalProperties: false,
  properties: {
    signedIn: { const: true },
    userId: { type: 'string', format: 'uuid' },
    phone: { type: 'string', description: 'Masked, e.g. 138****0001; absent when the issuer verified none.' },
    level: { type: 'integer', minimum: 0, maximum: 5 },
    authenticatedAt: { type: 'string', format: 'date-time' },
    passkeys: { type: 'integer', minimum: 0, description: 'How many passkeys can confirm a payment.' },
  },
} as const;

const tags = ['session'];

export const readSession = {
  summary: 'Who is signed in in this browser',
  tags,
  response: { 200: { oneOf: [SIGNED_OUT, SIGNED_IN] } },
} as const;

export const login = {
  summary: 'Start signing in: redirects to the issuer',
  tags,
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      returnTo: { type: 'string', description: 'Path of the container to come back to; default /.' },
      lang: { enum: ['zh-Hans', 'en'], description: 'Language of the issuer’s pages.' },
    },
  },
} as const;

export const callback = {
  summary: 'Where the issuer sends the customer back to',
  tags,
  querystring: { type: 'object', description: 'As OAuth 2.0 defines it: code, state, iss, or error.' },
} as const;

export const logout = { summary: 'Sign out of this browser', tags, response: { 204: { type: 'null' } } } as const;

const CODE = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' } as const;

export const handoff = {
  summary: 'Sign in with a one-time code that the bank’s native app fetched',
  tags,
  body: { type: 'object', required: ['code'], additionalProperties: false, properties: { code: CODE } },
  response: { 204: { type: 'null' } },
} as const;

export const mintHandoff = {
  summary: 'For the bank’s app server: a one-time code that signs its customer in to the container',
  description: 'Needs “Authorization: Bearer sv_…” with scope handoff:write. The code is valid once, for 60 seconds.',
  tags,
  body: {
    type: 'object',
    required: ['subject', 'authenticatedAt'],
    additionalProperties: false,
    properties: {
      subject: { type: 'string', minLength: 1, maxLength: 255, description: '“sub” of the customer at the issuer.' },
      phone: { type: 'string', maxLength: 20, description: 'Mainland mobile number, if the bank verified it.' },
      authenticatedAt: { type: 'string', format: 'date-time', description: 'When the customer logged in to the app.' },
    },
  },
  response: {
    201: {
      type: 'object',
      required: ['code', 'expiresAt'],
      additionalProperties: false,
      properties: { code: CODE, expiresAt: { type: 'string', format: 'date-time' } },
    },
  },
} as const;
