/** A generated validator: true when the value has the schema's form. After `false`, `errors` says why until the next call. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidatorFinding[] | null;
}
export interface ValidatorFinding {
  /** JSON Pointer (RFC 6901) to the value at fault. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
