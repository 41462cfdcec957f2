import { type MethodTable, noArgs, nothing } from './method.ts';

const free = { capability: null, deadlineMs: 30_000, gesture: false, consent: false, sensitive: false } as const;

export const appMethods = {
  'app.info': {
    ...free,
    says: 'Tells the app its own id, name and version, and the customer’s language and theme.',
    args: noArgs,
    result: {
      type: 'object',
      properties: {
        appId: { type: 'string', maxLength: 100 },
        name: { type: 'string', maxLength: 80 },
        version: { type: 'string', maxLength: 64 },
        locale: { enum: ['zh-Hans', 'en'] },
        theme: { enum: ['light', 'dark'] },
      },
      required: ['appId', 'name', 'version', 'locale', 'theme'],
      additionalProperties: false,
    },
  },
  'app.launchOptions': {
    ...free,
    says: 'Tells how the app was opened: path and query of the link, and what a reopened app should resume.',
    args: noArgs,
    result: {
      type: 'object',
      properties: {
        path: { type: 'string', maxLength: 2_048 },
        query: { type: 'object', additionalProperties: { type: 'string', maxLength: 2_048 }, maxProperties: 32 },
        /** Set when the realm was closed for a secret sheet and opened again after it. */
        resume: {
          type: 'object',
          properties: {
            method: { type: 'string', maxLength: 64 },
            orderToken: { type: 'string', maxLength: 2000 },
            hint: { enum: ['processing', 'cancelled', 'maybe_paid'] },
          },
          required: ['method', 'orderToken', 'hint'],
          additionalProperties: false,
        },
      },
      required: ['path', 'query'],
      additionalProperties: false,
    },
  },
  'app.close': { ...free, says: 'Leaves the app and returns to the container.', args: noArgs, result: nothing },
  'app.setTitle': {
    ...free,
    says: 'Sets the title beside the app’s verified name.',
    args: {
      type: 'object',
      properties: { title: { type: 'string', maxLength: 80 } },
      required: ['title'],
      additionalProperties: false,
    },
    result: nothing,
  },
} as const satisfies MethodTable;
