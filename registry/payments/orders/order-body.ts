import { createHash } from 'node:crypto';
import { type AppId, type MinorUnits, PorticoError, parseAppId } from '../../../sandbox/contract/index.ts';
import { canonicalJson } from '../../../sandbox/contract/json/index.ts';
import { type Currency, parseAmount, parseCurrency } from '../currency.ts';
import { displayText } from '../display-text.ts';
import type { OrderBody } from '../schema.ts';

export interface OrderItem {
  readonly name: string;
  readonly quantity: number;
  /** What the line costs in all, in minor units. */
  readonly amountMinor: string;
}

/** What a partner asks the customer to pay for, read and made safe to show. */
export interface OrderTerms {
  readonly appId: AppId;
  readonly outOrderNo: string;
  readonly currency: Currency;
  readonly amount: MinorUnits;
  readonly title: string;
  readonly items: readonly OrderItem[];
  readonly openid: string | undefined;
  readonly expiresInSeconds: number;
  /** SHA-256 of the body in JCS form (RFC 8785): tells a repeated request from another one under the same number. */
  readonly bodyDigest: Uint8Array;
}

const DEFAULT_EXPIRY_SECONDS = 900;

/** Throws ERR_PAYMENT_AMOUNT, ERR_PAYMENT_CURRENCY, ERR_PAYMENT_ITEMS, ERR_PAYMENT_TEXT. */
export function parseOrderBody(body: OrderBody): OrderTerms {
  const appId = parseAppId(body.appId);
  if (appId === undefined) throw new PorticoError('ERR_PLATFORM_BAD_REQUEST', { detail: 'appId is not an app id.' });
  const amount = parseAmount(body.amountMinor);
  const items = (body.items ?? []).map((item) => ({
    name: displayText(item.name),
    quantity: item.quantity,
    amountMinor: parseAmount(item.amountMinor).toString(),
  }));
  const total = items.reduce((sum, item) => sum + BigInt(item.amountMinor), 0n);
  if (items.length > 0 && total !== amount) throw new PorticoError('ERR_PAYMENT_ITEMS');
  return {
    appId,
    outOrderNo: body.outOrderNo,
    currency: parseCurrency(body.currency),
    amount,
    title: displayText(body.title),
    items,
    openid: body.openid,
    expiresInSeconds: body.expiresInSeconds ?? DEFAULT_EXPIRY_SECONDS,
    bodyDigest: createHash('sha256').update(canonicalJson(body)).digest(),
  };
}
