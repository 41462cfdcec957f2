/** Amounts as people read them, from integer minor units alone: no floating point ever touches money. */

export interface MoneyParts {
  readonly symbol: string;
  /** Grouped in threes. */
  readonly whole: string;
  /** With its point, or empty for a currency without minor units. */
  readonly fraction: string;
}

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥' };

/** `amountMinor` is a decimal integer, `exponent` its number of decimal places (CNY: 2). */
export function moneyParts(amountMinor: string, exponent: number, currency: string): MoneyParts {
  const digits = amountMinor.padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = exponent === 0 ? '' : `.${digits.slice(digits.length - exponent)}`;
  return { symbol: SYMBOLS[currency] ?? `${currency} `, whole, fraction };
}

export function moneyText(amountMinor: string, exponent: number, currency: string): string {
  const { symbol, whole, fraction } = moneyParts(amountMinor, exponent, currency);
  return symbol + whole + fraction;
}
