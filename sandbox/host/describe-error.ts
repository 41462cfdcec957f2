import { CallError, copyPlain } from '../bridge/index.ts';
import { type ErrorCode, errors, type JsonValue, PorticoError } from '../contract/index.ts';

interface Described {
  readonly code: ErrorCode;
  readonly message: string;
  readonly data?: JsonValue;
}

/** What an app is told of an error. Whatever is not one of ours is the container's own fault and stays on this side. */
export function describeError(error: unknown): Described {
  if (error instanceof CallError) return described(error.code, errors[error.code].says, error.data);
  if (error instanceof PorticoError) return described(error.code, error.message, jsonOf(error.data));
  reportError(error);
  return described('ERR_BRIDGE_INTERNAL', errors.ERR_BRIDGE_INTERNAL.says, undefined);
}

function described(code: ErrorCode, message: string, data: JsonValue | undefined): Described {
  const sentence = message.slice(0, 1_024);
  return data === undefined ? { code, message: sentence } : { code, message: sentence, data };
}

/** Extra members of an error are a help, not a promise: what JSON cannot say is left out. */
function jsonOf(data: unknown): JsonValue | undefined {
  if (data === undefined) return undefined;
  try {
    return copyPlain(data, { left: 8_192, depth: 8 });
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
