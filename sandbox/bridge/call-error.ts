import type { ErrorCode } from '../contract/errors/index.ts';
import type { JsonValue } from '../contract/schema.ts';

/**
 * Sentences for what a guest finds out by itself. The catalogue's own sentences stay on the host's side, which sends
 * them along; importing them here would put them into every mini-app.
 */
const local: Partial<Record<ErrorCode, string>> = {
  ERR_BRIDGE_ABORTED: 'The call was cancelled.',
  ERR_BRIDGE_BAD_ARGUMENTS: 'The arguments are not plain JSON data.',
  ERR_BRIDGE_BUSY: 'Too many calls are waiting for an answer.',
  ERR_BRIDGE_CLOSED: 'The connection to the container has ended.',
  ERR_BRIDGE_DEADLINE: 'The call took longer than its deadline.',
  ERR_BRIDGE_HANDSHAKE: 'There is no container here to talk to.',
  ERR_BRIDGE_TOO_LARGE: 'The message is larger than the bridge carries.',
  ERR_BRIDGE_VERSION: 'The container speaks another version of the bridge.',
};

/** Why a call failed. `code` is one of the closed list; `message` is for people; the host's stack never comes along. */
export class CallError extends Error {
  override readonly name = 'PorticoCallError';
  readonly code: ErrorCode;
  readonly data: JsonValue | undefined;

  constructor(code: ErrorCode, message: string = local[code] ?? code, data?: JsonValue) {
    super(message);
    this.code = code;
    this.data = data;
  }
}
