import { storageQuotas } from '../quotas.ts';
import { type MethodTable, noArgs, nothing } from './method.ts';

const storage = {
  capability: 'storage',
  deadlineMs: 30_000,
  gesture: false,
  consent: false,
  sensitive: false,
} as const;

const keyText = { type: 'string', minLength: 1, maxLength: 128 } as const;
const key = { type: 'object', properties: { key: keyText }, required: ['key'], additionalProperties: false } as const;

/** A small store for each app and customer: 10 MB and 8,000 keys in all. Values are JSON. */
export const storageMethods = {
  'storage.get': {
    ...storage,
    says: 'Reads a value; null when there is none.',
    args: key,
    result: { type: 'object', properties: { value: {} }, required: ['value'], additionalProperties: false },
    example: { args: { key: 'plates' }, result: { value: ['沪A12345'] } },
  },
  'storage.set': {
    ...storage,
    says: 'Stores a value under a key.',
    args: {
      type: 'object',
      properties: { key: keyText, value: {} },
      required: ['key', 'value'],
      additionalProperties: false,
    },
    result: nothing,
    example: { args: { key: 'plates', value: ['沪A12345'] }, result: null },
  },
  'storage.remove': {
    ...storage,
    says: 'Removes a key.',
    args: key,
    result: nothing,
    example: { args: { key: 'plates' }, result: null },
  },
  'storage.keys': {
    ...storage,
    says: 'Lists the keys in use.',
    args: noArgs,
    result: {
      type: 'object',
      properties: { keys: { type: 'array', items: keyText, maxItems: storageQuotas.keys } },
      required: ['keys'],
      additionalProperties: false,
    },
    example: { args: {}, result: { keys: ['plates', 'last-seen'] } },
  },
  'storage.clear': {
    ...storage,
    says: 'Removes every key.',
    args: noArgs,
    result: nothing,
    example: { args: {}, result: null },
  },
  'storage.usage': {
    ...storage,
    says: 'Tells how many bytes are used and allowed.',
    args: noArgs,
    result: {
      type: 'object',
      properties: { bytes: { type: 'integer', minimum: 0 }, limit: { type: 'integer', minimum: 0 } },
      required: ['bytes', 'limit'],
      additionalProperties: false,
    },
    example: { args: {}, result: { bytes: 2_048, limit: 10_485_760 } },
  },
} as const satisfies MethodTable;
