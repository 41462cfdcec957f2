const headers = {
  type: 'object',
  maxProperties: 64,
  additionalProperties: { type: 'string', maxLength: 8192 },
} as const;
const encoding = { enum: ['utf8', 'base64'] } as const;

const params = {
  type: 'object',
  required: ['appId', 'backend'],
  additionalProperties: false,
  properties: {
    appId: { type: 'string', maxLength: 100 },
    backend: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 },
  },
} as const;
const body = {
  type: 'object',
  required: ['release', 'method', 'path', 'headers'],
  additionalProperties: false,
  properties: {
    release: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    method: { enum: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] },
    path: { type: 'string', minLength: 1, maxLength: 2048 },
    headers,
    body: { type: 'string' },
    encoding,
  },
} as const;

export const call = {
  summary: 'net.request: a mini-app calls one of its own declared back ends',
  description:
    'Adds “Portico-Identity”, a JWS for the back end’s origin with appId, release, jti and, once identity.login was granted, the openid as sub. It verifies against /.well-known/portico/jwks.json and is valid for 60 seconds.',
  tags: ['gateway'],
  params,
  body,
  response: {
    200: {
      type: 'object',
      required: ['status', 'headers', 'body', 'encoding'],
      additionalProperties: false,
      properties: {
        status: { type: 'integer', minimum: 100, maximum: 599 },
        headers: { type: 'object', additionalProperties: { type: 'string' } },
        body: { type: 'string' },
        encoding,
      },
    },
  },
} as const;

export const stream = {
  summary: 'net.stream: the same, and the answer is passed on while it arrives',
  description:
    'Answers with frames (application/vnd.portico.answer-frames), each of one byte of kind, four of length in big-endian order, and its content: 0 the head, JSON {status, headers}; 1 a part of the body; 2 the end; 3 a problem, where the answer came to nothing after its head. The body may hold 20 MB and take 60 seconds.',
  tags: ['gateway'],
  params,
  body,
} as const;
