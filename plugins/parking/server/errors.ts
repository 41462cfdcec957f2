/** Everything that can go wrong here, each with its status and a sentence. The app says it in the customer's language. */
const problems = {
  ERR_PARKING_BAD_REQUEST: [400, 'The request does not match its schema.'],
  ERR_PARKING_NOT_FOUND: [404, 'There is nothing at this address.'],
  ERR_PARKING_NOT_THROUGH_GATEWAY: [401, 'Requests are accepted through the bank’s gateway only.'],
  ERR_PARKING_SIGNED_OUT: [401, 'Sign in first: send a login code to POST /v1/session.'],
  ERR_PARKING_LOGIN_REFUSED: [401, 'The bank did not accept the login code; get a new one.'],
  ERR_PARKING_PLATE_INVALID: [422, 'This is not a number plate of mainland China.'],
  ERR_PARKING_PLATE_UNKNOWN: [404, 'This plate is not bound to the customer.'],
  ERR_PARKING_TOO_MANY_PLATES: [409, 'No more plates can be bound; remove one first.'],
  ERR_PARKING_STAY_UNKNOWN: [404, 'There is no such stay for a plate of this customer.'],
  ERR_PARKING_QUOTE_OLD: [409, 'The fee was quoted too long ago or has been settled since; ask for it again.'],
  ERR_PARKING_NOTHING_DUE: [409, 'Nothing is due for this stay.'],
  ERR_PARKING_PAYMENT_UNDER_WAY: [409, 'A payment for this stay is under way; wait for its result.'],
  ERR_PARKING_ORDER_UNKNOWN: [404, 'This customer has no such order.'],
  ERR_PARKING_WEBHOOK_REFUSED: [401, 'The notice is not signed by the bank.'],
  ERR_PARKING_WEBHOOK_SHAPE: [400, 'The notice does not have a known shape.'],
  ERR_PARKING_BANK_UNAVAILABLE: [503, 'The bank does not answer just now; try again in a moment.'],
  ERR_PARKING_BANK_REFUSED: [502, 'The bank refused what this server asked for.'],
  ERR_PARKING_BUSY: [429, 'Too many requests; wait a moment.'],
  ERR_PARKING_INTERNAL: [500, 'The server could not finish the request.'],
  ERR_PARKING_FOLDER_IN_USE: [
    500,
    'Another server uses this data folder; stop it, or set PARKING_DATA_DIR to another.',
  ],
  ERR_PARKING_PORT_IN_USE: [500, 'Another program uses this port; stop it, or set PARKING_PORT to another.'],
  ERR_PARKING_CONFIG: [500, 'The server’s settings are incomplete.'],
} as const satisfies Record<`ERR_PARKING_${string}`, readonly [status: number, says: string]>;

export type ParkingErrorCode = keyof typeof problems;

export class ParkingError extends Error {
  override readonly name = 'ParkingError';
  readonly code: ParkingErrorCode;

  constructor(code: ParkingErrorCode, options: { detail?: string; cause?: unknown } = {}) {
    super(options.detail ? `${problems[code][1]} ${options.detail}` : problems[code][1], { cause: options.cause });
    this.code = code;
  }

  get status(): number {
    return problems[this.code][0];
  }

  /** RFC 9457. */
  toProblem(): { type: string; title: string; status: number; code: ParkingErrorCode } {
    return { type: 'about:blank', title: this.message, status: this.status, code: this.code };
  }
}
