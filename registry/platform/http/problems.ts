import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errors, isErrorCode, PorticoError } from '../../../sandbox/contract/index.ts';
import { isDatabaseAway } from '../database/connect.ts';

/** Refusals of Fastify and PostgreSQL, in our words. Any other 4xx of a plugin is a bad request. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'ERR_PLATFORM_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'ERR_PLATFORM_MEDIA_TYPE',
  FST_UNDER_PRESSURE: 'ERR_PLATFORM_UNAVAILABLE',
  // Their own words repeat the address.
  FST_ERR_BAD_URL: 'ERR_PLATFORM_BAD_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'ERR_PLATFORM_NOT_FOUND',
  // PostgreSQL's character_not_in_repertoire, and untranslatable_character and invalid_text_representation for JSON: no text
  // of it may hold U+0000 or half of a surrogate pair, and whoever sent one can be told.
  '22021': 'ERR_PLATFORM_BAD_REQUEST',
  '22P05': 'ERR_PLATFORM_BAD_REQUEST',
  '22P02': 'ERR_PLATFORM_BAD_REQUEST',
};
const RETRY_SECONDS = 2;

/** Every error leaves as `application/problem+json` (RFC 9457) with its code, what to do, and the trace id. No stacks. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answerFault(error, request, reply));
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new PorticoError('ERR_PLATFORM_NOT_FOUND')));

  app.get(
    '/api/errors/:code',
    {
      config: { caller: 'public' },
      schema: {
        summary: 'What an error code means and what to do',
        tags: ['errors'],
        params: {
          type: 'object',
          properties: { code: { type: 'string', maxLength: 80 } },
          required: ['code'],
        } as const,
      },
    },
    async (request) => {
      const { code } = request.params as { code: string };
      if (!isErrorCode(code)) throw new PorticoError('ERR_PLATFORM_NOT_FOUND');
      return { code, ...errors[code] };
    },
  );
}

export function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asPorticoError(error);
  if (problem.entry.status >= 500 && problem.code !== 'ERR_PLATFORM_UNAVAILABLE') {
    request.log.error({ err: error }, 'request failed');
  }
  return sendProblem(request, reply, problem);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: PorticoError): FastifyReply {
  const { status } = problem.entry;
  if (status === 503 && !reply.hasHeader('Retry-After')) reply.header('Retry-After', RETRY_SECONDS);
  return reply
    .code(status)
    .header('Cache-Control', 'no-store')
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem, request.id));
}

export function problemBody(problem: PorticoError, traceId: string): Record<string, unknown> {
  return {
    ...problem.data,
    type: `/api/errors/${problem.code}`,
    title: problem.entry.says,
    status: problem.entry.status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    code: problem.code,
    fix: problem.entry.fix,
    traceId,
  };
}

function asPorticoError(error: FastifyError): PorticoError {
  if (error instanceof PorticoError) {
    // A module may have wrapped the driver's error; what counts for the caller is that the database is away.
    return isDatabaseAway(error.cause) ? new PorticoError('ERR_PLATFORM_UNAVAILABLE', { cause: error }) : error;
  }
  if (isDatabaseAway(error)) return new PorticoError('ERR_PLATFORM_UNAVAILABLE', { cause: error });
  const known = FASTIFY_CODES[error.code];
  if (known) return new PorticoError(known, { cause: error });
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    // Validation messages name fields and rules, never the values sent.
    return new PorticoError('ERR_PLATFORM_BAD_REQUEST', { detail: error.message, cause: error });
  }
  return new PorticoError('ERR_PLATFORM_INTERNAL', { cause: error });
}
