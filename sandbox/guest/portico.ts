/** The surface that a mini-app sees. Its shape follows the capability table; nothing here is written by hand per method. */
import type { ArgsOf, MethodName, ResultOf, StreamingMethod } from '../contract/capabilities/index.ts';
import type { HostEventName, HostEventPayload } from '../contract/events.ts';

export interface CallOptions {
  /** Cancels the call, or the stream it gave; a payment the customer is already confirming goes on without you. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait; shorter than the method's own deadline. */
  readonly deadlineMs?: number;
}

type Family = MethodName extends `${infer F}.${string}` ? F : never;
type VerbOf<F extends Family> = MethodName extends infer M ? (M extends `${F}.${infer V}` ? V : never) : never;
type Named<F extends Family, V extends string> = Extract<MethodName, `${F}.${V}`>;

/** `body` must be read or cancelled: until then the container keeps what has come, and the back end waits. */
type Answer<M extends MethodName> = M extends StreamingMethod
  ? ResultOf<M> & { readonly body: ReadableStream<Uint8Array<ArrayBuffer>> }
  : ResultOf<M>;

/** Arguments may be left out where every field may. Rejects with `PorticoCallError`. */
type Call<M extends MethodName> =
  Record<string, never> extends ArgsOf<M>
    ? (args?: ArgsOf<M>, options?: CallOptions) => Promise<Answer<M>>
    : (args: ArgsOf<M>, options?: CallOptions) => Promise<Answer<M>>;

export type Portico = {
  readonly [F in Family]: { readonly [V in VerbOf<F>]: Call<Named<F, V>> };
} & {
  /** Calls `listener` on every such event until the returned function is called. */
  on<N extends HostEventName>(name: N, listener: (payload: HostEventPayload<N>) => void): () => void;
};
