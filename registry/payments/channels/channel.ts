/** The bank's side of a payment: core banking, a card network. Integrators write one adapter. */

export interface ChannelPayment {
  /** The idempotency key: a channel moves money at most once for an attempt, however often it is asked. */
  readonly attemptId: string;
  readonly userId: string;
  readonly payeeId: string;
  readonly currency: string;
  /** Minor units. */
  readonly amountMinor: bigint;
}

export type ChannelOutcome =
  /** The money has moved. Final. */
  | { readonly kind: 'succeeded'; readonly reference: string }
  /** It has not and, as the channel promises, will not move. Final, though a channel may break the promise. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Nobody knows yet: ask again later. Money stays held. */
  | { readonly kind: 'unknown' };

export interface ChannelNotice {
  readonly attemptId: string;
  readonly outcome: Exclude<ChannelOutcome, { kind: 'unknown' }>;
}

export interface Channel {
  readonly name: string;
  /** Asks for the money. May throw or take long: the caller then knows nothing and asks with `query`. */
  submit(payment: ChannelPayment): Promise<ChannelOutcome>;
  /** What became of an attempt; `absent` when the request never arrived. */
  query(attemptId: string): Promise<ChannelOutcome | { readonly kind: 'absent' }>;
  /** Makes sure that an absent attempt stays so: `failed` from then on, or `succeeded` when it had arrived after all. */
  cancel(payment: ChannelPayment): Promise<ChannelOutcome>;
  /** Gives back money of an attempt that we do not recognise as paid. Idempotent on the attempt. */
  returnLate(payment: ChannelPayment): Promise<ChannelOutcome>;
  /** Outcomes the channel reports by itself, possibly twice and late. Called once at start-up. */
  onNotice(listener: (notice: ChannelNotice) => Promise<void>): void;
}
