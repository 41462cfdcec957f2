import { fileId, type MethodTable, nothing } from './method.ts';

const tapped = { capability: 'media', deadlineMs: null, gesture: true, consent: false } as const;

/** A small picture of the app's own, as a data: address; larger ones travel as files. */
const data = {
  type: 'string',
  maxLength: 400_000,
  pattern: '^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$',
} as const;
const picture = {
  anyOf: [
    { type: 'object', properties: { fileId }, required: ['fileId'], additionalProperties: false },
    { type: 'object', properties: { data }, required: ['data'], additionalProperties: false },
  ],
} as const;

export const mediaMethods = {
  'media.chooseImage': {
    ...tapped,
    says: 'Lets the customer choose or take photos. They come without place, time and device, 1 MB each at most.',
    args: {
      type: 'object',
      properties: { count: { type: 'integer', minimum: 1, maximum: 9 }, source: { enum: ['any', 'album', 'camera'] } },
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: {
        images: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              fileId,
              type: { enum: ['image/jpeg', 'image/png'] },
              width: { type: 'integer', minimum: 1 },
              height: { type: 'integer', minimum: 1 },
              bytes: { type: 'integer', minimum: 1 },
              /** A data: address of a small version, at most 240 pixels wide and high. */
              preview: { type: 'string', maxLength: 120_000 },
            },
            required: ['fileId', 'type', 'width', 'height', 'bytes', 'preview'],
            additionalProperties: false,
          },
          maxItems: 9,
        },
      },
      required: ['images'],
      additionalProperties: false,
    },
    sensitive: true,
    example: {
      args: { count: 1 },
      result: {
        images: [
          {
            fileId: 'file-1',
            type: 'image/jpeg',
            width: 1600,
            height: 1200,
            bytes: 412_345,
            preview: 'data:image/jpeg;base64,/9j/4AAQ',
          },
        ],
      },
    },
  },
  'media.preview': {
    ...tapped,
    says: 'Shows pictures (PNG, JPEG, WebP, GIF) over the whole screen.',
    args: {
      type: 'object',
      properties: {
        images: { type: 'array', items: picture, minItems: 1, maxItems: 9 },
        start: { type: 'integer', minimum: 0, maximum: 8 },
      },
      required: ['images'],
      additionalProperties: false,
    },
    result: nothing,
    sensitive: false,
    example: { args: { images: [{ fileId: 'file-1' }], start: 0 }, result: null },
  },
  'media.saveImage': {
    ...tapped,
    says: 'Saves a picture (PNG, JPEG, WebP, GIF) to the device, after asking.',
    args: {
      type: 'object',
      properties: { image: picture },
      required: ['image'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: { saved: { type: 'boolean' } },
      required: ['saved'],
      additionalProperties: false,
    },
    sensitive: true,
    example: { args: { image: { fileId: 'file-1' } }, result: { saved: true } },
  },
} as const satisfies MethodTable;
