import type { FastifyRequest } from 'fastify';

/** `gzip` named in the header (RFC 9110, section 12.5.3) and not refused by `q=0`. */
const TAKES_GZIP = /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[0-9.]+\s*)?(?:,|$)/i;

/** Whether the client would rather have the answer compressed. An answer that depends on it says `Vary: Accept-Encoding`. */
export const takesGzip = (request: FastifyRequest): boolean =>
  TAKES_GZIP.test(request.raw.headers['accept-encoding'] ?? '');
