import { free, label, type MethodTable, nothing, words } from './method.ts';

const sheet = { ...free, deadlineMs: null } as const;
const done = {
  type: 'object',
  properties: { done: { type: 'boolean' } },
  required: ['done'],
  additionalProperties: false,
} as const;

export const uiMethods = {
  'ui.toast': {
    ...free,
    says: 'Shows a short line of text, prefixed by the app’s verified name.',
    args: { type: 'object', properties: { text: words }, required: ['text'], additionalProperties: false },
    result: nothing,
    example: { args: { text: '已加入购物车' }, result: null },
  },
  'ui.loading': {
    ...free,
    says: 'Shows or ends the container’s sign that something is under way; it ends by itself after 30 seconds.',
    args: {
      type: 'object',
      properties: { show: { type: 'boolean' }, text: words },
      required: ['show'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { show: true, text: '正在查询座位' }, result: null },
  },
  'ui.confirm': {
    ...sheet,
    says: 'Asks a yes-or-no question in a sheet of the container.',
    args: {
      type: 'object',
      properties: { text: words, confirm: label, cancel: label, danger: { type: 'boolean' } },
      required: ['text'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: { confirmed: { type: 'boolean' } },
      required: ['confirmed'],
      additionalProperties: false,
    },
    example: { args: { text: '删除这个车牌？', confirm: '删除', danger: true }, result: { confirmed: true } },
  },
  'ui.actionSheet': {
    ...sheet,
    says: 'Offers up to eight choices in a sheet of the container.',
    args: {
      type: 'object',
      properties: {
        title: words,
        items: {
          type: 'array',
          items: {
            type: 'object',
            properties: { text: { type: 'string', minLength: 1, maxLength: 30 }, danger: { type: 'boolean' } },
            required: ['text'],
            additionalProperties: false,
          },
          minItems: 1,
          maxItems: 8,
        },
      },
      required: ['items'],
      additionalProperties: false,
    },
    /** Place in `items`, from 0; null when the customer closed the sheet. */
    result: {
      type: 'object',
      properties: { index: { anyOf: [{ type: 'integer', minimum: 0, maximum: 7 }, { type: 'null' }] } },
      required: ['index'],
      additionalProperties: false,
    },
    example: { args: { items: [{ text: '改签' }, { text: '退票', danger: true }] }, result: { index: 0 } },
  },
  'ui.haptic': {
    ...free,
    says: 'Lets the customer feel an event; `done` is false where the device cannot.',
    args: {
      type: 'object',
      properties: { kind: { enum: ['light', 'medium', 'heavy', 'success', 'warning', 'error'] } },
      required: ['kind'],
      additionalProperties: false,
    },
    result: done,
    gesture: true,
    example: { args: { kind: 'success' }, result: { done: true } },
  },
  'ui.pullToRefresh': {
    ...free,
    says: 'Turns pulling down on the container’s bar (and “Refresh” in its menu) on or off; the app hears `refresh` and says `done` when it has.',
    args: {
      type: 'object',
      properties: { state: { enum: ['on', 'done', 'off'] } },
      required: ['state'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { state: 'on' }, result: null },
  },
} as const satisfies MethodTable;
