import { type DestinationStream, type Logger, pino } from 'pino';

/** The one logger: JSON lines on standard output. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: describe } }, destination ?? pino.destination(1));
}

/**
 * What the log says of an error: type, code, message, stack and causes. Other members are left out, because drivers put
 * data there (PostgreSQL's `detail` quotes whole rows).
 */
function describe(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    type: error.name,
    ...('code' in error ? { code: error.code } : {}),
    message: error.message,
    stack: error.stack,
    ...(error.cause !== undefined && depth < 4 ? { cause: describe(error.cause, depth + 1) } : {}),
  };
}
