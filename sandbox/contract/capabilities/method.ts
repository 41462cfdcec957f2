import type { JsonValue, Schema } from '../schema.ts';

/** One row of the capability table: all that the wall, the SDK, review and the reference page know of a method. */
export interface MethodEntry {
  /** One sentence for partners. */
  readonly says: string;
  /** Name the manifest must declare with a reason; `null`: every app may call it. */
  readonly capability: string | null;
  readonly args: Schema;
  readonly result: Schema;
  /** Longest time until an answer, in milliseconds; `null`: as long as the sheet it opens stays open. */
  readonly deadlineMs: number | null;
  /** Only in answer to a tap of the customer inside the app; one call a tap. */
  readonly gesture: boolean;
  /** The customer is asked once for each app, and again when a release asks for more. */
  readonly consent: boolean;
  /** Every call leaves a line in the customer's activity log. */
  readonly sensitive: boolean;
  /** The result goes on in bytes, of which the app gets a stream; the deadline holds until the last of them. */
  readonly streams?: true;
  /** A call as an app would make it, and an answer it may get; the reference shows both, a test holds them to the schemas. */
  readonly example: { readonly args: JsonValue; readonly result: JsonValue };
}
/** Method names are `<family>.<verb>`. */
export type MethodTable = Readonly<Record<`${string}.${string}`, MethodEntry>>;

/** Arguments or result of a method that takes or gives nothing. */
export const noArgs = { type: 'object', properties: {}, additionalProperties: false } as const satisfies Schema;
export const nothing = { type: 'null' } as const satisfies Schema;

/** Of a method that every app may call at any time. */
export const free = {
  capability: null,
  deadlineMs: 30_000,
  gesture: false,
  consent: false,
  sensitive: false,
} as const;

/** A page inside an app, as links name it: path and query. */
export const appPath = { type: 'string', minLength: 1, maxLength: 2_048, pattern: '^/[\\x21-\\x7e]*$' } as const;
export const appQuery = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: 2_048 },
  propertyNames: { maxLength: 64 },
  maxProperties: 32,
} as const;

/** A picture or file that the container keeps for this app until it is left; its bytes need not cross the bridge. */
export const fileId = { type: 'string', maxLength: 40, pattern: '^file-[A-Za-z0-9-]{1,35}$' } as const;

/** Words of the app that the container shows after its verified name, on one line. */
export const words = { type: 'string', minLength: 1, maxLength: 80 } as const;
/** On a button. */
export const label = { type: 'string', minLength: 1, maxLength: 12 } as const;
