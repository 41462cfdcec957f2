import { free, type MethodTable, noArgs, nothing } from './method.ts';

const asked = { deadlineMs: null, gesture: true, consent: true, sensitive: true } as const;

export const deviceMethods = {
  'device.scan': {
    ...asked,
    says: 'Reads a QR code or barcode with the container’s camera; the app sees the text and never the picture.',
    capability: 'device.scan',
    args: {
      type: 'object',
      properties: {
        kinds: { type: 'array', items: { enum: ['qr', 'barcode'] }, minItems: 1, maxItems: 2, uniqueItems: true },
      },
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: {
        text: { type: 'string', maxLength: 8_000 },
        /** As the Barcode Detection API names it: `qr_code`, `ean_13`, … */
        format: { type: 'string', maxLength: 32 },
      },
      required: ['text', 'format'],
      additionalProperties: false,
    },
    example: {
      args: { kinds: ['qr'] },
      result: { text: 'https://park.example/p/12?gate=3', format: 'qr_code' },
    },
  },
  'device.location': {
    ...asked,
    says: 'Tells where the customer is: to about a kilometre, or precisely where they agree to that.',
    capability: 'device.location',
    args: { type: 'object', properties: { precise: { type: 'boolean' } }, additionalProperties: false },
    /** WGS 84, degrees; `accuracy` in metres, 68 % sure. Maps of mainland China are drawn in GCJ-02. */
    result: {
      type: 'object',
      properties: {
        latitude: { type: 'number', minimum: -90, maximum: 90 },
        longitude: { type: 'number', minimum: -180, maximum: 180 },
        accuracy: { type: 'number', minimum: 0 },
        /** ISO 8601, UTC. */
        at: { type: 'string', maxLength: 40 },
      },
      required: ['latitude', 'longitude', 'accuracy', 'at'],
      additionalProperties: false,
    },
    example: {
      args: { precise: false },
      result: { latitude: 31.23, longitude: 121.47, accuracy: 1_000, at: '2026-05-01T08:00:00.000Z' },
    },
  },
  'device.network': {
    ...free,
    says: 'Tells whether the device believes it has a network, and of which kind.',
    args: noArgs,
    result: {
      type: 'object',
      properties: {
        online: { type: 'boolean' },
        kind: { enum: ['wifi', 'cellular', 'wired', 'none', 'unknown'] },
        /** The customer asked for less data. */
        saveData: { type: 'boolean' },
      },
      required: ['online', 'kind', 'saveData'],
      additionalProperties: false,
    },
    example: { args: {}, result: { online: true, kind: 'wifi', saveData: false } },
  },
  'device.phoneCall': {
    says: 'Offers to call a number; the container shows it and the customer decides.',
    capability: 'device.phoneCall',
    args: {
      type: 'object',
      properties: { number: { type: 'string', minLength: 3, maxLength: 20, pattern: '^\\+?[0-9][0-9-]*[0-9]$' } },
      required: ['number'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: { called: { type: 'boolean' } },
      required: ['called'],
      additionalProperties: false,
    },
    deadlineMs: null,
    gesture: true,
    consent: false,
    sensitive: true,
    example: { args: { number: '021-6888-0000' }, result: { called: true } },
  },
  'device.vibrate': {
    ...free,
    says: 'Vibrates once; `done` is false where the device cannot.',
    args: {
      type: 'object',
      properties: { ms: { type: 'integer', minimum: 10, maximum: 400 } },
      required: ['ms'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: { done: { type: 'boolean' } },
      required: ['done'],
      additionalProperties: false,
    },
    gesture: true,
    example: { args: { ms: 40 }, result: { done: true } },
  },
} as const satisfies MethodTable;

export const clipboardMethods = {
  'clipboard.write': {
    says: 'Puts text on the clipboard and tells the customer so; nothing can read it.',
    capability: 'clipboard',
    args: {
      type: 'object',
      properties: { text: { type: 'string', minLength: 1, maxLength: 2_000 } },
      required: ['text'],
      additionalProperties: false,
    },
    result: nothing,
    deadlineMs: 10_000,
    gesture: true,
    consent: false,
    sensitive: true,
    example: { args: { text: 'P2-118' }, result: null },
  },
} as const satisfies MethodTable;
