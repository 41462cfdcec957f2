const tags = ['publishing'];
const DATE_TIME = { type: 'string', format: 'date-time' } as const;
const HEX_64 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

/** What the rules found, as partners and reviewers read it. */
export const finding = {
  type: 'object',
  required: ['rule', 'severity', 'message'],
  properties: {
    rule: { type: 'string' },
    severity: { enum: ['error', 'warning', 'note'] },
    message: { type: 'string' },
    file: { type: 'string' },
    line: { type: 'integer' },
    column: { type: 'integer' },
  },
} as const;

const brief = {
  id: { type: 'string', format: 'uuid' },
  appId: { type: 'string' },
  version: { type: 'string' },
  digest: HEX_64,
  state: { type: 'string' },
} as const;

export const submissionBody = {
  type: 'object',
  required: [...Object.keys(brief), 'findings', 'history'],
  properties: {
    ...brief,
    findings: { type: 'array', items: finding },
    history: {
      type: 'array',
      items: {
        type: 'object',
        required: ['state', 'at'],
        properties: {
          state: { type: 'string' },
          at: DATE_TIME,
          by: { type: 'string' },
          reason: { type: 'string', description: 'What the reviewer said.' },
        },
      },
    },
  },
} as const;

const params = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' } },
} as const;

export const submit = {
  summary: 'Submit a package for review',
  description:
    'The body is the zip archive that `portico pack` wrote, 20 MB at most. The signature is base64url Ed25519 over "portico-release-v1", app id and release digest, each on a line, by one of the partner’s release keys. The same release sent again is the same submission.',
  tags,
  consumes: ['application/zip'],
  headers: {
    type: 'object',
    required: ['portico-key-id', 'portico-release-signature'],
    properties: {
      'portico-key-id': { type: 'string', pattern: '^[0-9a-f]{32}$' },
      'portico-release-signature': { type: 'string', pattern: '^[A-Za-z0-9_-]{86}$' },
    },
  },
  response: { 202: { type: 'object', required: Object.keys(brief), properties: brief } },
} as const;

export const read = {
  summary: 'State, findings and history of a submission',
  tags,
  params,
  response: { 200: submissionBody },
} as const;

export const list = {
  summary: 'The partner’s submissions, newest first',
  tags,
  response: {
    200: {
      type: 'object',
      required: ['submissions'],
      properties: {
        submissions: { type: 'array', items: { type: 'object', required: Object.keys(brief), properties: brief } },
      },
    },
  },
} as const;

export const withdraw = {
  summary: 'Withdraw a submission that is not signed yet',
  tags,
  params,
  response: { 200: submissionBody },
} as const;

export const manifest = {
  summary: 'JSON Schema (2020-12) of manifest.json',
  tags,
} as const;
