/** A receipt in the customer's language. What it says comes from the registry alone; an app cannot make one. */
import { msg } from '@lit/localize';
import type { Receipt } from '../services/registry/index.ts';

/** All times are shown as the bank keeps them. */
const TIME_ZONE = 'Asia/Shanghai';

export function receiptStatus({ state, attemptState }: Receipt): { tone: 'done' | 'wait' | 'off'; status: string } {
  switch (state) {
    case 'PAID':
      return { tone: 'done', status: msg('支付成功', { id: 'receipt.paid' }) };
    case 'PART_REFUNDED':
      return { tone: 'done', status: msg('已部分退款', { id: 'receipt.part-refunded' }) };
    case 'REFUNDED':
      return { tone: 'off', status: msg('已退款', { id: 'receipt.refunded' }) };
    case 'PAYING':
      return attemptState === 'CHALLENGED'
        ? { tone: 'off', status: msg('待支付', { id: 'receipt.created' }) }
        : { tone: 'wait', status: msg('处理中', { id: 'receipt.paying' }) };
    case 'CREATED':
      return { tone: 'off', status: msg('待支付', { id: 'receipt.created' }) };
    case 'CLOSED':
      return { tone: 'off', status: msg('已关闭', { id: 'receipt.closed' }) };
  }
}

export function momentWords(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE }).format(date);
}

/** Where a whole date would not fit. */
export function dayWords(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: TIME_ZONE }).format(date);
}

/** What `portico-receipt-card` shows. */
export function receiptView(receipt: Receipt, locale: string) {
  const facts = [
    { label: msg('商品', { id: 'receipt.what' }), value: receipt.title },
    ...(receipt.paidAt
      ? [{ label: msg('支付时间', { id: 'receipt.paid-at' }), value: momentWords(receipt.paidAt, locale) }]
      : []),
    ...(receipt.receiptNo ? [{ label: msg('收据号', { id: 'receipt.number' }), value: receipt.receiptNo }] : []),
    { label: msg('订单号', { id: 'receipt.order' }), value: receipt.orderId },
  ];
  return {
    ...receiptStatus(receipt),
    payee: receipt.payeeName,
    payeeNote: msg('已验证的收款方', { id: 'mark.verified-payee' }),
    amountMinor: receipt.amountMinor,
    exponent: receipt.exponent,
    currency: receipt.currency,
    items: receipt.items,
    facts,
  };
}
