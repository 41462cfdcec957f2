/**
 * Branded ids: strings at run time, distinct types at compile time, so that one cannot pass for another.
 * A brand is earned by parsing (`parseAppId`, …); casts live in this folder and nowhere else.
 */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Reverse-DNS name of a mini-app, lower case, 2–5 labels, e.g. `com.cityparking.app`. */
export type AppId = Brand<string, 'AppId'>;
/** Lower-case hex SHA-256 of a release manifest in JCS form. It *is* the release. */
export type ReleaseDigest = Brand<string, 'ReleaseDigest'>;
/** Lower-case hex SHA-256 of a stored file. */
export type FileDigest = Brand<string, 'FileDigest'>;
/** UUID of a customer inside the registry; never shown to a partner. */
export type UserId = Brand<string, 'UserId'>;
/** Pairwise customer id that one app sees. */
export type OpenId = Brand<string, 'OpenId'>;
/** Short lower-case name of a partner organisation, e.g. `cityparking`. */
export type PartnerId = Brand<string, 'PartnerId'>;
/** Short lower-case name of a member of the bank's staff. */
export type StaffId = Brand<string, 'StaffId'>;
/** UUID of a submission. */
export type SubmissionId = Brand<string, 'SubmissionId'>;
/** UUID of an order. */
export type OrderId = Brand<string, 'OrderId'>;
/** UUID of one attempt to pay an order. */
export type AttemptId = Brand<string, 'AttemptId'>;
/** An amount in the currency's smallest unit (CNY: fen), as an integer. JSON carries it as a decimal string. */
export type MinorUnits = Brand<bigint, 'MinorUnits'>;

const APP_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*){1,4}$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** 2^63 - 1, the largest bigint PostgreSQL holds. */
const LARGEST_MINOR_UNITS = 9223372036854775807n;
const DECIMAL = /^(?:0|[1-9][0-9]{0,18})$/;

const matching =
  <T>(pattern: RegExp, longest: number) =>
  (value: unknown): T | undefined =>
    typeof value === 'string' && value.length <= longest && pattern.test(value) ? (value as T) : undefined;

/** Each parser returns the branded value, or `undefined` when the text does not have the form. */
export const parseAppId = matching<AppId>(APP_ID, 100);
export const parseReleaseDigest = matching<ReleaseDigest>(SHA256_HEX, 64);
export const parseFileDigest = matching<FileDigest>(SHA256_HEX, 64);
export const parseUserId = matching<UserId>(UUID, 36);
export const parseOpenId = matching<OpenId>(/^[A-Za-z0-9_-]{22,64}$/, 64);
export const parsePartnerId = matching<PartnerId>(SLUG, 40);
export const parseStaffId = matching<StaffId>(SLUG, 40);
export const parseSubmissionId = matching<SubmissionId>(UUID, 36);
export const parseOrderId = matching<OrderId>(UUID, 36);
export const parseAttemptId = matching<AttemptId>(UUID, 36);

/** Reads a non-negative decimal integer without sign, exponent, point or leading zero; `undefined` for all else. */
export function parseMinorUnits(value: unknown): MinorUnits | undefined {
  if (typeof value !== 'string' || !DECIMAL.test(value)) return undefined;
  const amount = BigInt(value);
  return amount <= LARGEST_MINOR_UNITS ? (amount as MinorUnits) : undefined;
}
