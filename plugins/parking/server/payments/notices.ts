import type { WebhookNotice } from '../../../kit/server/index.ts';
import type { Store } from '../store/store.ts';
import type { Payments } from './payments.ts';

export type NoticeOutcome = 'unknown order' | 'already known' | 'confirmed';

/**
 * Acts on a verified notice. A notice only says "look again": how the payment stands is asked from the bank, so
 * repeated, late or reordered notices cannot do harm. Throws when the bank cannot be asked, and the notice is sent again.
 */
export async function actOnNotice(
  parts: { readonly store: Store; readonly payments: Payments },
  notice: WebhookNotice,
): Promise<NoticeOutcome> {
  const payment = await parts.store.payment(notice.outOrderNo);
  if (payment === undefined || (payment.orderId !== null && payment.orderId !== notice.orderId)) return 'unknown order';
  if (notice.orderVersion <= payment.orderVersion) return 'already known';
  await parts.payments.learn(notice.outOrderNo, 'notice');
  return 'confirmed';
}
