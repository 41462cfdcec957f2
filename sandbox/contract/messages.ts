/**
 * What may cross a realm's MessagePort, as one union. Both ends speak it; both treat the other's words as `unknown`
 * until the bridge has read them. Values are JSON-like: no ports, no class instances, and nothing is transferred but the
 * bytes of a chunk.
 */
import type { ErrorCode } from './errors/index.ts';
import type { JsonValue } from './schema.ts';

/** Agreed at the handshake. A peer that names only unknown versions is refused. */
export const BRIDGE_VERSION = 1;

/** `deadline`: milliseconds the caller is willing to wait, shorter than the method's own. Ids only ever rise. */
export interface CallMessage {
  readonly type: 'call';
  readonly id: number;
  readonly method: string;
  readonly args: JsonValue;
  readonly deadline?: number;
}
export interface AbortMessage {
  readonly type: 'abort';
  readonly id: number;
}
export interface ResultMessage {
  readonly type: 'result';
  readonly id: number;
  readonly value: JsonValue;
}
/** `message` is for people; a stack never crosses. */
export interface ErrorMessage {
  readonly type: 'error';
  readonly id: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly data?: JsonValue;
}
export interface EventMessage {
  readonly type: 'event';
  readonly name: string;
  readonly payload: JsonValue;
}
/**
 * Without `id`: how many calls the receiver of this message may have in flight; each answer gives one back.
 * With `id`: how many more bytes the receiver may send after its answer to that call.
 */
export interface CreditMessage {
  readonly type: 'credit';
  readonly id?: number;
  readonly n: number;
}
/**
 * A part of the bytes that follow the answer to call `id`; `seq` counts from 0. Always a message of its own, never in a
 * batch. The bytes end with a chunk that says `last`, or with an `error` of the same id when they come to nothing.
 */
export interface ChunkMessage {
  readonly type: 'chunk';
  readonly id: number;
  readonly seq: number;
  readonly bytes: ArrayBuffer;
  readonly last: boolean;
}
export interface PingMessage {
  readonly type: 'ping';
}
export interface PongMessage {
  readonly type: 'pong';
}
export type SingleMessage =
  | CallMessage
  | AbortMessage
  | ResultMessage
  | ErrorMessage
  | EventMessage
  | CreditMessage
  | PingMessage
  | PongMessage;
/** Messages of one task travel as one; batches do not nest, and quotas count what is inside. */
export interface BatchMessage {
  readonly type: 'batch';
  readonly messages: readonly SingleMessage[];
}
export type WireMessage = SingleMessage | BatchMessage | ChunkMessage;
