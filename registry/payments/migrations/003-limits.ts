import type { Migration } from '../../platform/platform.ts';

/**
 * Limits are policy data: a payment must fit under every row that applies to it, so the effective limit is their minimum.
 * A row for a named subject stands in for the '*' row of the same dimension, currency and period.
 * The figures are a starting point; the bank's compliance sets them. See docs/decisions.
 */
export const limitsMigration: Migration = {
  id: 'payments-003-limits',
  sql: `
CREATE TABLE payments.limits (
  dimension text NOT NULL CHECK (dimension IN ('account_class', 'identity_level', 'partner', 'customer', 'new_passkey')),
  -- Account class, level, partner id, user id, or '*'.
  subject text NOT NULL,
  currency text NOT NULL REFERENCES payments.currencies,
  -- 'first_day' counts what a passkey paid in the 24 hours after it was enrolled; days and years are Asia/Shanghai's.
  period text NOT NULL CHECK (period IN ('payment', 'day', 'year', 'lifetime', 'first_day')),
  at_most bigint NOT NULL CHECK (at_most >= 0),
  PRIMARY KEY (dimension, subject, currency, period),
  CHECK ((dimension = 'new_passkey') = (period = 'first_day'))
);
INSERT INTO payments.limits VALUES
  ('identity_level', '0', 'CNY', 'payment', 0),
  ('identity_level', '1', 'CNY', 'payment', 0),
  ('identity_level', '2', 'CNY', 'lifetime', 100000),
  ('identity_level', '3', 'CNY', 'day', 500000),
  ('identity_level', '4', 'CNY', 'day', 1000000),
  ('identity_level', '4', 'CNY', 'year', 20000000),
  ('identity_level', '5', 'CNY', 'day', 100000000),
  ('account_class', 'III', 'CNY', 'day', 200000),
  ('account_class', 'III', 'CNY', 'year', 5000000),
  ('account_class', 'II', 'CNY', 'day', 1000000),
  ('account_class', 'II', 'CNY', 'year', 20000000),
  ('account_class', 'I', 'CNY', 'day', 100000000),
  ('partner', '*', 'CNY', 'payment', 5000000),
  ('customer', '*', 'CNY', 'day', 5000000),
  ('new_passkey', '*', 'CNY', 'first_day', 50000);
`,
};
