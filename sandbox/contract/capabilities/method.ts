import type { Schema } from '../schema.ts';

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
}
/** Method names are `<family>.<verb>`. */
export type MethodTable = Readonly<Record<`${string}.${string}`, MethodEntry>>;

/** Arguments or result of a method that takes or gives nothing. */
export const noArgs = { type: 'object', properties: {}, additionalProperties: false } as const satisfies Schema;
export const nothing = { type: 'null' } as const satisfies Schema;
