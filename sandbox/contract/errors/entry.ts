/** What the catalogue says of one error code. `status` is the HTTP status it maps to (RFC 9457). */
export interface ErrorEntry {
  readonly status: number;
  /** One sentence for people: what is wrong. */
  readonly says: string;
  /** One sentence: what to do next. */
  readonly fix: string;
}
export type ErrorTable = Readonly<Record<`ERR_${string}`, ErrorEntry>>;
