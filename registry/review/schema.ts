import { findingSchema } from '../publishing/index.ts';

const tags = ['review'];
const DATE_TIME = { type: 'string', format: 'date-time' } as const;
const HEX_64 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

const params = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' } },
} as const;

const brief = {
  id: { type: 'string', format: 'uuid' },
  appId: { type: 'string' },
  partnerId: { type: 'string' },
  version: { type: 'string' },
  digest: HEX_64,
  state: { type: 'string' },
  submittedAt: DATE_TIME,
  warnings: { type: 'integer' },
  approvedBy: { type: 'array', items: { type: 'string' } },
} as const;

const briefBody = { type: 'object', required: Object.keys(brief), properties: brief } as const;

const file = {
  type: 'object',
  required: ['path', 'size', 'digest', 'type'],
  properties: {
    path: { type: 'string' },
    size: { type: 'integer', description: 'Bytes.' },
    digest: HEX_64,
    type: { type: 'string', description: 'What customers’ devices will take it for.' },
  },
} as const;

const fullBody = {
  type: 'object',
  required: [...Object.keys(brief), 'findings', 'history', 'files', 'manifest'],
  properties: {
    ...brief,
    findings: { type: 'array', items: findingSchema },
    history: {
      type: 'array',
      items: {
        type: 'object',
        required: ['state', 'at', 'by'],
        properties: {
          state: { type: 'string' },
          at: DATE_TIME,
          by: { type: 'string' },
          reason: { type: 'string' },
        },
      },
    },
    files: { type: 'array', items: file },
    manifest: { type: 'object', additionalProperties: true, description: 'The release manifest, whole.' },
  },
} as const;

export const queue = {
  summary: 'Submissions that wait for a reviewer, oldest first',
  tags,
  response: {
    200: {
      type: 'object',
      required: ['submissions'],
      properties: { submissions: { type: 'array', items: briefBody } },
    },
  },
} as const;

export const read = {
  summary: 'A submission with its findings, files and release manifest',
  tags,
  params,
  response: { 200: fullBody },
} as const;

export const readFile = {
  summary: 'One file of a submission, to read and never to run',
  description:
    'Signed or not. Text comes as text/plain, everything else as an attachment; neither is ever the type it has in the release, which is in the list of files.',
  tags,
  params: {
    type: 'object',
    required: ['id', '*'],
    properties: { ...params.properties, '*': { type: 'string', maxLength: 1000, description: 'Path in the package.' } },
  },
} as const;

export const approve = {
  summary: 'Approve exactly this release',
  description:
    'The signature is base64url Ed25519 by the reviewer’s own approval key over "portico-approval-v1", app id and digest, each on a line. Two different reviewers must approve; the second approval sends the release to be signed.',
  tags,
  params,
  body: {
    type: 'object',
    required: ['digest', 'keyId', 'signature'],
    additionalProperties: false,
    properties: {
      digest: HEX_64,
      keyId: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      signature: { type: 'string', pattern: '^[A-Za-z0-9_-]{86}$' },
    },
  },
  response: { 200: briefBody },
} as const;

export const reject = {
  summary: 'Reject a submission, with the reason the partner reads',
  tags,
  params,
  body: {
    type: 'object',
    required: ['reason'],
    additionalProperties: false,
    properties: { reason: { type: 'string', minLength: 3, maxLength: 2000 } },
  },
  response: { 200: briefBody },
} as const;

export const affiliate = {
  summary: 'Enter that a member of staff has a part in a partner and must not review its releases',
  tags,
  body: {
    type: 'object',
    required: ['staffId', 'partnerId'],
    additionalProperties: false,
    properties: { staffId: { type: 'string', maxLength: 40 }, partnerId: { type: 'string', maxLength: 40 } },
  },
  response: { 204: { type: 'null' } },
} as const;
