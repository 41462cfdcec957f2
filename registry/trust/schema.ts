/** Shapes of the trust module's requests and answers; types of the routes are inferred from them. */

export const metadataParams = {
  type: 'object',
  properties: {
    file: { type: 'string', pattern: '^(?:timestamp|[1-9][0-9]{0,15}\\.[a-z]+(?:-[0-9a-f]{2})?)\\.json$' },
  },
  required: ['file'],
  additionalProperties: false,
} as const;

/** Browsers write every 404 into the page's console, and asking for a next root that is not there is the normal case. */
export const metadataHeaders = {
  type: 'object',
  properties: {
    'portico-absent': { const: '204', description: 'Answer 204 instead of 404 when there is no such file.' },
  },
} as const;

export const targetParams = {
  type: 'object',
  properties: { '*': { type: 'string', maxLength: 400 } },
  required: ['*'],
  additionalProperties: false,
} as const;

export const revocationBody = {
  type: 'object',
  description: 'Exactly one of `appId` and `digest`.',
  properties: {
    appId: { type: 'string', description: 'Revokes every release of the mini-app, former and future.' },
    digest: { type: 'string', description: 'Revokes one release, by the digest of its manifest.' },
    reason: {
      type: 'string',
      minLength: 4,
      maxLength: 200,
      description: 'One sentence. Customers read it.',
    },
  },
  required: ['reason'],
  additionalProperties: false,
  oneOf: [{ required: ['appId'] }, { required: ['digest'] }],
} as const;

export const revocationAnswer = {
  type: 'object',
  properties: {
    appId: { type: 'string' },
    digest: { type: 'string' },
    reason: { type: 'string' },
    at: { type: 'string', format: 'date-time' },
    epoch: { type: 'integer', description: 'Version of the metadata that carries the revocation.' },
  },
  required: ['reason', 'at', 'epoch'],
  additionalProperties: false,
} as const;
