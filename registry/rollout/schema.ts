export const liveParams = {
  type: 'object',
  properties: { appId: { type: 'string', maxLength: 100 } },
  required: ['appId'],
  additionalProperties: false,
} as const;

export const liveAnswer = {
  type: 'object',
  properties: {
    appId: { type: 'string' },
    digest: { type: 'string', description: 'SHA-256 of the release manifest, which names the release.' },
    percent: { type: 'integer', minimum: 0, maximum: 100, description: 'Share of customers.' },
  },
  required: ['appId', 'digest', 'percent'],
  additionalProperties: false,
} as const;
