import type { MinorUnits } from '../../sandbox/contract/index.ts';
import type { Database } from '../platform/platform.ts';
import type { Currency } from './currency.ts';
import { houseAccount, openPayerAccount, type PayerAccount, payerAccount } from './ledger/accounts.ts';
import { ledger, legs } from './ledger/ledger.ts';

/** CNY 5,000.00. */
const GIFT_MINOR = 500_000n as MinorUnits;

/**
 * Demonstrations only: opens a class II account for a customer and funds it once, by a transfer from the bank like any
 * other. `undefined` for currencies in which demo customers hold no account.
 */
export async function demoAccount(db: Database, userId: string, currency: Currency): Promise<PayerAccount | undefined> {
  if (currency !== 'CNY') return undefined;
  await openPayerAccount(db, { userId, currency, class: 'II', label: '储蓄账户' });
  const account = await payerAccount(db, userId, currency);
  if (!account) return undefined;
  const bank = await houseAccount(db, 'bank', currency);
  await ledger.book(db, 'demo_funding', userId, legs(bank, account.id, GIFT_MINOR));
  return account;
}
