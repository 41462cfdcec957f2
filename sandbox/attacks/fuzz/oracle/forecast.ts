import type { MethodEntry } from '../../../contract/index.ts';
import type { JsonValue } from '../../../contract/schema.ts';
import type { StreamForecast } from './stream-forecast.ts';

/** `result`, a code, or `none`: no answer so far. */
export type Outcome = string;

export interface CallForecast {
  readonly id: number;
  readonly method: string;
  allowed: Set<Outcome>;
  /** Of a `result`. */
  readonly value: JsonValue | undefined;
  /** Where its result goes on in bytes. */
  readonly stream: StreamForecast | undefined;
}
/** A handler that is to be called; not `must` where the contract leaves it open. */
export interface HandlerForecast {
  readonly call: CallForecast;
  readonly args: JsonValue;
  readonly must: boolean;
}
export interface Waiting {
  readonly call: CallForecast;
  readonly dueAt: number;
  readonly sure: boolean;
  /** Nobody waits for the answer any more; the work goes on. */
  silent: boolean;
  /** The handler is done, and what is under way is the bytes after the answer. */
  flows: boolean;
}
/** A call whose customer agrees a moment later. */
export interface Asked {
  readonly call: CallForecast;
  readonly proceed: () => void;
  aborted: boolean;
}

/** A call whose arguments have been read. */
export interface Job {
  readonly call: CallForecast;
  readonly args: JsonValue;
  readonly deadline: number | undefined;
  readonly tap: boolean;
  readonly row: MethodEntry;
  readonly must: boolean;
}
