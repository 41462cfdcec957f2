import { netQuotas } from '../quotas.ts';
import { fileId, type MethodTable } from './method.ts';

/**
 * What an app is given of a back end's answer: so many headers, with names and values so long, and a body of so many
 * characters. The gateway and the container refuse more with an error that says so.
 */
export const answerLimits = { headers: 32, headerName: 64, headerValue: 4_096, body: 1_000_000 } as const;

const headers = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: answerLimits.headerValue },
  propertyNames: { maxLength: answerLimits.headerName, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" },
  maxProperties: answerLimits.headers,
} as const;
/** `body` is text; with `encoding: 'base64'` it is bytes. Absent means `utf8`. */
const encoding = { enum: ['utf8', 'base64'] } as const;
const body = { type: 'string', maxLength: answerLimits.body } as const;
/** Name of the back end in the manifest, not an address. */
const backend = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[a-z][a-z0-9-]*$' } as const;
const path = { type: 'string', minLength: 1, maxLength: 2_048, pattern: '^/[\\x21-\\x7e]*$' } as const;
const status = { type: 'integer', minimum: 100, maximum: 599 } as const;

const net = {
  capability: 'net',
  deadlineMs: netQuotas.wholeAnswerMs,
  gesture: false,
  consent: false,
  sensitive: false,
} as const;
const answer = {
  type: 'object',
  properties: { status, headers, body, encoding },
  required: ['status', 'headers', 'body'],
  additionalProperties: false,
} as const;

const request = {
  type: 'object',
  properties: {
    backend,
    method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
    path,
    headers,
    body,
    encoding,
  },
  required: ['backend', 'method', 'path'],
  additionalProperties: false,
} as const;

export const netMethods = {
  'net.request': {
    ...net,
    says: 'Sends a request through the bank’s gateway to a back end that the manifest declares.',
    args: request,
    result: answer,
    example: {
      args: { backend: 'tea', method: 'GET', path: '/menu?table=7' },
      result: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"cups":[]}' },
    },
  },
  'net.stream': {
    ...net,
    says: 'Sends a request like net.request and gives the answer’s body as a stream of bytes while it arrives, 20 MB at most; cancelling the stream ends the request.',
    args: request,
    result: {
      type: 'object',
      properties: { status, headers },
      required: ['status', 'headers'],
      additionalProperties: false,
    },
    streams: true,
    example: {
      args: { backend: 'tea', method: 'GET', path: '/orders/7/progress' },
      result: { status: 200, headers: { 'content-type': 'text/event-stream' } },
    },
  },
  'net.upload': {
    ...net,
    says: 'Sends a file that the container keeps for the app, as the body of a request; 1 MB at most.',
    args: {
      type: 'object',
      properties: { backend, method: { enum: ['POST', 'PUT'] }, path, headers, fileId },
      required: ['backend', 'path', 'fileId'],
      additionalProperties: false,
    },
    result: answer,
    sensitive: true,
    example: {
      args: { backend: 'tea', path: '/reviews/7/photo', fileId: 'file-1' },
      result: { status: 201, headers: {}, body: '' },
    },
  },
  'net.download': {
    ...net,
    says: 'Fetches a file of 5 MB at most and keeps it in the container for the app, to show, save or upload.',
    args: {
      type: 'object',
      properties: { backend, path, headers },
      required: ['backend', 'path'],
      additionalProperties: false,
    },
    /** `file` is null when the back end answered with anything but success. */
    result: {
      type: 'object',
      properties: {
        status,
        headers,
        file: {
          anyOf: [
            {
              type: 'object',
              properties: {
                fileId,
                type: { type: 'string', maxLength: 100 },
                bytes: { type: 'integer', minimum: 0 },
              },
              required: ['fileId', 'type', 'bytes'],
              additionalProperties: false,
            },
            { type: 'null' },
          ],
        },
      },
      required: ['status', 'headers', 'file'],
      additionalProperties: false,
    },
    example: {
      args: { backend: 'tea', path: '/invoices/7.png' },
      result: { status: 200, headers: {}, file: { fileId: 'file-2', type: 'image/png', bytes: 20_480 } },
    },
  },
} as const satisfies MethodTable;
