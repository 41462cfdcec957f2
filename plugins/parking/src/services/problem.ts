import type { WordKey } from '../words/words.ts';

/** What can go wrong for a customer, and the sentence for it. Everything else is `unexpected`. */
export const problemWords = {
  offline: 'payOffline',
  unavailable: 'problemUnavailable',
  'signed-out': 'signInTitle',
  'not-granted': 'problemNotGranted',
  busy: 'problemBusy',
  'plate-invalid': 'problemPlateInvalid',
  'too-many-plates': 'problemTooMany',
  'quote-old': 'problemQuoteOld',
  'nothing-due': 'problemNothingDue',
  'under-way': 'problemUnderWay',
  unexpected: 'problemUnexpected',
} as const satisfies Record<string, WordKey>;
export type ProblemKind = keyof typeof problemWords;

/** Codes of the container and of our own server that mean more than "unexpected". */
const kinds: Readonly<Record<string, ProblemKind>> = {
  ERR_CONTAINER_OFFLINE: 'offline',
  ERR_CONTAINER_NEEDS_NETWORK: 'offline',
  ERR_BRIDGE_DEADLINE: 'unavailable',
  ERR_GATEWAY_UNREACHABLE: 'unavailable',
  ERR_GATEWAY_TIMEOUT: 'unavailable',
  ERR_GATEWAY_CIRCUIT_OPEN: 'unavailable',
  ERR_PLATFORM_UNAVAILABLE: 'unavailable',
  ERR_GATEWAY_BUSY: 'busy',
  ERR_BRIDGE_BUSY: 'busy',
  ERR_BRIDGE_RATE: 'busy',
  ERR_PLATFORM_RATE: 'busy',
  ERR_IDENTITY_SIGNED_OUT: 'signed-out',
  ERR_BRIDGE_NOT_GRANTED: 'not-granted',
  ERR_PARKING_SIGNED_OUT: 'signed-out',
  ERR_PARKING_NOT_THROUGH_GATEWAY: 'signed-out',
  ERR_PARKING_LOGIN_REFUSED: 'signed-out',
  ERR_PARKING_PLATE_INVALID: 'plate-invalid',
  ERR_PARKING_TOO_MANY_PLATES: 'too-many-plates',
  ERR_PARKING_QUOTE_OLD: 'quote-old',
  ERR_PARKING_STAY_UNKNOWN: 'quote-old',
  ERR_PARKING_NOTHING_DUE: 'nothing-due',
  ERR_PARKING_PAYMENT_UNDER_WAY: 'under-way',
  ERR_PARKING_BANK_UNAVAILABLE: 'unavailable',
  ERR_PARKING_BUSY: 'busy',
};

export class ParkingProblem extends Error {
  override readonly name = 'ParkingProblem';
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

export function problemOfCode(code: string): ProblemKind {
  return Object.hasOwn(kinds, code) ? (kinds[code] ?? 'unexpected') : 'unexpected';
}

/** Reads whatever was thrown: a problem of ours, or an error of the SDK with its code. */
export function problemOf(error: unknown): ProblemKind {
  if (error instanceof ParkingProblem) return error.kind;
  return problemOfCode(codeOf(error));
}

/** The SDK's errors carry a code; anything else has none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
