const tags = ['partners'];

export const addKey = {
  summary: 'Register a public key that signs your releases',
  description: 'Bearer token with scope keys:write. Such a key can sign releases only, never requests.',
  tags,
  body: {
    type: 'object',
    required: ['publicKey'],
    additionalProperties: false,
    properties: { publicKey: { type: 'string', description: 'Ed25519, 32 raw bytes as base64url.', maxLength: 64 } },
  },
  response: {
    201: {
      type: 'object',
      required: ['keyId', 'uses'],
      additionalProperties: false,
      properties: { keyId: { type: 'string' }, uses: { type: 'array', items: { type: 'string' } } },
    },
  },
} as const;

export const jwks = {
  summary: 'Public keys of this service (RFC 7517): order tokens and gateway identities verify against them',
  tags,
  response: { 200: { type: 'object', additionalProperties: true } },
} as const;
