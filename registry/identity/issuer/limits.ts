/** Limits of one-time passwords; the pages say the same figures in words. Times in seconds. */
export const RESEND_SECONDS = 60;
export const LIFETIME_SECONDS = 300;
export const TRIES = 5;
/** Codes a day for one device, over all phones. */
export const A_DAY = 10;
/** Codes a day for one phone, to devices that never answered one of its codes: from one network, and from all together. */
export const A_DAY_FROM_NETWORK = 5;
/** With five tries each these are the 100 failed attempts of NIST SP 800-63B §5.2.2. */
export const A_DAY_FROM_STRANGERS = 20;
/** Codes a day for strangers on one network, over all phones: one guess each at many accounts is guessing too. */
export const A_DAY_FROM_NETWORK_TO_ALL = 200;

/** A code that was sent in the last 24 hours: to this phone, to this device, or to a stranger on this network. */
export interface SentCode {
  readonly phone: string;
  readonly device: Buffer;
  readonly network: Buffer;
  /** Whether the device had answered a code of this phone before. */
  readonly known: boolean;
  readonly created_at: Date;
}

export type Refusal = { readonly kind: 'wait'; readonly seconds: number } | { readonly kind: 'limit' };

/**
 * Whether another code may be sent. A known device waits for and is counted with itself alone: a stranger who asks for
 * codes to somebody's phone must not be able to lock them out. Everybody else shares a smaller allowance a network, and
 * one over all networks, which bounds both guessing and unwanted messages; and a network has one over all phones.
 */
export function refusalOf(
  today: readonly SentCode[],
  asked: Omit<SentCode, 'created_at'>,
  now: Date,
): Refusal | undefined {
  const isMine = ({ device }: SentCode) => device.equals(asked.device);
  const toPhone = today.filter(({ phone }) => phone === asked.phone);
  const isHere = ({ network }: SentCode) => network.equals(asked.network);
  const strangers = toPhone.filter(({ known }) => !known);
  const fromHere = strangers.filter(isHere);
  const toAnyPhone = today.filter((code) => !code.known && isHere(code));
  const awaited = [...toPhone.filter(isMine), ...(asked.known ? [] : fromHere)];
  const latest = Math.max(0, ...awaited.map(({ created_at }) => created_at.getTime()));
  const seconds = secondsUntilResend(new Date(latest), now);
  if (seconds > 0) return { kind: 'wait', seconds };
  const isSpent =
    today.filter(isMine).length >= A_DAY ||
    (!asked.known &&
      (fromHere.length >= A_DAY_FROM_NETWORK ||
        strangers.length >= A_DAY_FROM_STRANGERS ||
        toAnyPhone.length >= A_DAY_FROM_NETWORK_TO_ALL));
  return isSpent ? { kind: 'limit' } : undefined;
}

export function secondsUntilResend(createdAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((createdAt.getTime() - now.getTime()) / 1000) + RESEND_SECONDS);
}
