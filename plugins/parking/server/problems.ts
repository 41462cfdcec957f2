import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PorticoError } from '../../kit/server/index.ts';
import { ParkingError, type ParkingErrorCode } from './errors.ts';

/** What an error of the kit means to a caller of this server. */
const fromKit: Readonly<Record<string, ParkingErrorCode>> = {
  ERR_KIT_IDENTITY: 'ERR_PARKING_NOT_THROUGH_GATEWAY',
  ERR_KIT_WEBHOOK: 'ERR_PARKING_WEBHOOK_REFUSED',
  ERR_KIT_WEBHOOK_SHAPE: 'ERR_PARKING_WEBHOOK_SHAPE',
  ERR_KIT_UNREACHABLE: 'ERR_PARKING_BANK_UNAVAILABLE',
  ERR_KIT_REFUSED: 'ERR_PARKING_BANK_REFUSED',
  ERR_KIT_ANSWER: 'ERR_PARKING_BANK_REFUSED',
};

export function toParkingError(error: unknown): ParkingError {
  if (error instanceof ParkingError) return error;
  if (error instanceof PorticoError) {
    return new ParkingError(fromKit[error.code] ?? 'ERR_PARKING_INTERNAL', { cause: error });
  }
  const { statusCode, validation, message } = error as Partial<FastifyError>;
  if (statusCode !== undefined && statusCode < 500) {
    return new ParkingError('ERR_PARKING_BAD_REQUEST', validation && message ? { detail: message } : {});
  }
  return new ParkingError('ERR_PARKING_INTERNAL', { cause: error });
}

/** Answers with RFC 9457 and logs what only the operator of this server should see. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toParkingError(error);
  if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem, code: problem.code }, 'request failed');
  return reply.code(problem.status).type('application/problem+json').send(problem.toProblem());
}
