import type { MethodTable } from './method.ts';

const headers = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: 4_096 },
  propertyNames: { maxLength: 64, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" },
  maxProperties: 32,
} as const;
/** `body` is text; with `encoding: 'base64'` it is bytes. Absent means `utf8`. */
const encoding = { enum: ['utf8', 'base64'] } as const;
const body = { type: 'string', maxLength: 1_000_000 } as const;

export const netMethods = {
  'net.request': {
    says: 'Sends a request through the bank’s gateway to a back end that the manifest declares.',
    capability: 'net',
    args: {
      type: 'object',
      properties: {
        /** Name of the back end in the manifest, not an address. */
        backend: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[a-z][a-z0-9-]*$' },
        method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
        path: { type: 'string', minLength: 1, maxLength: 2_048, pattern: '^/[\\x21-\\x7e]*$' },
        headers,
        body,
        encoding,
      },
      required: ['backend', 'method', 'path'],
      additionalProperties: false,
    },
    result: {
      type: 'object',
      properties: { status: { type: 'integer', minimum: 100, maximum: 599 }, headers, body, encoding },
      required: ['status', 'headers', 'body'],
      additionalProperties: false,
    },
    deadlineMs: 60_000,
    gesture: false,
    consent: false,
    sensitive: false,
  },
} as const satisfies MethodTable;
