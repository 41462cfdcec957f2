import { type MethodTable, nothing } from './method.ts';

export const uiMethods = {
  'ui.toast': {
    says: 'Shows a short line of text, prefixed by the app’s verified name.',
    capability: null,
    args: {
      type: 'object',
      properties: { text: { type: 'string', minLength: 1, maxLength: 80 } },
      required: ['text'],
      additionalProperties: false,
    },
    result: nothing,
    deadlineMs: 30_000,
    gesture: false,
    consent: false,
    sensitive: false,
  },
} as const satisfies MethodTable;
