const tags = ['webhooks'];
const TIME = { type: 'string', format: 'date-time' } as const;

export const list = {
  summary: 'Your latest webhook messages with every try to deliver them',
  tags,
  response: {
    200: {
      type: 'object',
      required: ['messages'],
      additionalProperties: false,
      properties: {
        messages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'type', 'orderId', 'orderVersion', 'state', 'createdAt', 'tries'],
            additionalProperties: false,
            properties: {
              id: { type: 'string' },
              type: { type: 'string' },
              orderId: { type: 'string', format: 'uuid' },
              orderVersion: { type: 'integer' },
              state: { enum: ['pending', 'delivered', 'given_up', 'stopped'] },
              createdAt: TIME,
              tries: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['at', 'durationMs'],
                  additionalProperties: false,
                  properties: {
                    at: TIME,
                    status: { type: 'integer' },
                    error: { type: 'string' },
                    durationMs: { type: 'integer' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

export const replay = {
  summary: 'Send a webhook message again',
  tags,
  params: {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: { id: { type: 'string', maxLength: 40 } },
  },
  response: { 202: { type: 'null' } },
} as const;
