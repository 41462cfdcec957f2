import { appPath, appQuery, free, type MethodTable, nothing, words } from './method.ts';

const tapped = { ...free, deadlineMs: null, gesture: true } as const;

export const navMethods = {
  'nav.openApp': {
    ...tapped,
    says: 'Opens another mini-app in place of this one. A link never runs a payment.',
    args: {
      type: 'object',
      properties: { appId: { type: 'string', minLength: 3, maxLength: 100 }, path: appPath, query: appQuery },
      required: ['appId'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { appId: 'com.cityparking.app', path: '/stay', query: { plate: '沪A12345' } }, result: null },
  },
  'nav.share': {
    ...tapped,
    says: 'Offers a link to a page of this app in the container’s share sheet.',
    args: {
      type: 'object',
      properties: { title: words, path: appPath, query: appQuery },
      required: ['title'],
      additionalProperties: false,
    },
    /** Whether the customer copied the link or handed it on; never to whom. */
    result: {
      type: 'object',
      properties: { shared: { type: 'boolean' } },
      required: ['shared'],
      additionalProperties: false,
    },
    example: { args: { title: '今晚的座位', path: '/session', query: { id: '42' } }, result: { shared: true } },
  },
  'nav.openUrl': {
    ...tapped,
    says: 'Leaves for a web page outside the bank, after a warning that names the site.',
    capability: 'nav.openUrl',
    args: {
      type: 'object',
      properties: { url: { type: 'string', maxLength: 2_048, pattern: '^https://[\\x21-\\x7e]+$' } },
      required: ['url'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: { opened: { type: 'boolean' } },
      required: ['opened'],
      additionalProperties: false,
    },
    sensitive: true,
    example: { args: { url: 'https://tea.example/terms' }, result: { opened: true } },
  },
} as const satisfies MethodTable;
