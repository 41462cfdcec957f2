import { appQuery, free, type MethodTable, noArgs, nothing, words } from './method.ts';

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
    example: {
      args: {},
      result: { appId: 'com.example.tea', name: '茶馆', version: '1.4.0', locale: 'zh-Hans', theme: 'light' },
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
        query: appQuery,
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
    example: { args: {}, result: { path: '/menu', query: { table: '7' } } },
  },
  'app.close': {
    ...free,
    says: 'Leaves the app and returns to the container.',
    args: noArgs,
    result: nothing,
    example: { args: {}, result: null },
  },
  'app.confirmClose': {
    ...free,
    says: 'Has the container ask this before the customer closes the app, in its bar or in the list of open apps; null asks nothing. They can always close it.',
    args: {
      type: 'object',
      properties: { text: { anyOf: [words, { type: 'null' }] } },
      required: ['text'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { text: '座位还会保留 8 分钟' }, result: null },
  },
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
    example: { args: { title: '我的订单' }, result: null },
  },
  'app.setBar': {
    ...free,
    says: 'Colours the bar above the app; the container chooses ink that can be read on it. Null brings back the bank’s own.',
    args: {
      type: 'object',
      properties: { color: { anyOf: [{ type: 'string', maxLength: 7, pattern: '^#[0-9a-f]{6}$' }, { type: 'null' }] } },
      required: ['color'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { color: '#0a4237' }, result: null },
  },
} as const satisfies MethodTable;
