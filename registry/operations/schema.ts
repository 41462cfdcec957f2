const NAME = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[a-z][a-z0-9_.]*$' } as const;

export const sendEvents = {
  summary: 'analytics.*: what an app counted of its own use, in batches from the container',
  description: 'The app is named by the container, which knows it by its port; times are held to the last 24 hours.',
  tags: ['operations'],
  body: {
    type: 'object',
    required: ['appId', 'release', 'events'],
    additionalProperties: false,
    properties: {
      appId: { type: 'string', minLength: 3, maxLength: 100 },
      release: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      events: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: {
          type: 'object',
          required: ['kind', 'name', 'at'],
          additionalProperties: false,
          properties: {
            kind: { enum: ['event', 'mark'] },
            name: NAME,
            at: {
              type: 'integer',
              minimum: 0,
              maximum: 8_640_000_000_000_000,
              description: 'Milliseconds since 1970.',
            },
            ms: { type: 'number', minimum: 0, maximum: 600_000 },
            props: {
              type: 'object',
              maxProperties: 16,
              propertyNames: { maxLength: 64, pattern: '^[a-z][a-z0-9_.]*$' },
              additionalProperties: {
                anyOf: [{ type: 'string', maxLength: 200 }, { type: 'number' }, { type: 'boolean' }],
              },
            },
          },
        },
      },
    },
  },
  response: { 204: { type: 'null' } },
} as const;
