import { bridgeErrors } from './bridge.ts';
import { capabilityErrors } from './capability.ts';
import { cardErrors } from './card.ts';
import { catalogueErrors } from './catalogue.ts';
import { cliErrors } from './cli.ts';
import { containerErrors } from './container.ts';
import { contentErrors } from './content.ts';
import type { ErrorEntry } from './entry.ts';
import { gatewayErrors } from './gateway.ts';
import { identityErrors } from './identity.ts';
import { kitErrors } from './kit.ts';
import { manifestErrors } from './manifest.ts';
import { packageErrors } from './package.ts';
import { paymentErrors } from './payment.ts';
import { platformErrors } from './platform.ts';
import { publishingErrors } from './publishing.ts';
import { realmErrors } from './realm.ts';
import { reviewErrors } from './review.ts';
import { rolloutErrors } from './rollout.ts';
import { trustErrors } from './trust.ts';
import { webhookErrors } from './webhook.ts';

/** The one closed list of error codes. The reference page is generated from it; a test holds the two together. */
export const errors = {
  ...bridgeErrors,
  ...realmErrors,
  ...cardErrors,
  ...platformErrors,
  ...packageErrors,
  ...manifestErrors,
  ...publishingErrors,
  ...reviewErrors,
  ...trustErrors,
  ...identityErrors,
  ...paymentErrors,
  ...gatewayErrors,
  ...webhookErrors,
  ...rolloutErrors,
  ...catalogueErrors,
  ...capabilityErrors,
  ...containerErrors,
  ...contentErrors,
  ...cliErrors,
  ...kitErrors,
} as const;

export type ErrorCode = keyof typeof errors;

/**
 * The one error that crosses a boundary. `message` is the catalogue's sentence, plus `detail` where it helps;
 * neither may hold secrets, personal data or a stack.
 */
export class PorticoError extends Error {
  override readonly name = 'PorticoError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  /** Extra machine-readable members, JSON only (line, column, path, retryAfterSeconds, …). */
  readonly data: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: ErrorCode,
    options: { detail?: string; data?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(options.detail ? `${errors[code].says} ${options.detail}` : errors[code].says, { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
    this.data = options.data;
  }

  get entry(): ErrorEntry {
    return errors[this.code];
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errors, value);
}
