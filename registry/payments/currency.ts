import { type MinorUnits, PorticoError, parseMinorUnits } from '../../sandbox/contract/index.ts';

/** ISO 4217 codes settled here with the number of decimals of their minor unit. The database holds the same table. */
export const currencyExponents = { CNY: 2, JPY: 0, KWD: 3 } as const;
export type Currency = keyof typeof currencyExponents;
export const currencies = Object.keys(currencyExponents) as readonly Currency[];

/** The largest single amount, 10^15 minor units: sums of thousands of them stay inside PostgreSQL's bigint. */
const LARGEST_AMOUNT = 10n ** 15n;

export function parseCurrency(value: unknown): Currency {
  const found = currencies.find((code) => code === value);
  if (found === undefined) throw new PorticoError('ERR_PAYMENT_CURRENCY');
  return found;
}

/** Reads a positive amount from its only JSON form, a decimal string. Throws ERR_PAYMENT_AMOUNT. */
export function parseAmount(value: unknown): MinorUnits {
  const amount = parseMinorUnits(value);
  if (amount === undefined || amount < 1n || amount > LARGEST_AMOUNT) throw new PorticoError('ERR_PAYMENT_AMOUNT');
  return amount;
}
