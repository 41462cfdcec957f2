import type { Migration } from '../../platform/platform.ts';

/**
 * The ledger: double entry in bigint minor units, insert-only, two-phase.
 *
 * Rules that the database itself keeps, whoever is connected:
 * - `transfers`, `entries`, `holds`, `resolutions` refuse UPDATE, DELETE and TRUNCATE by trigger, to the owner too.
 * - the run-time role has no INSERT on them and no UPDATE on balances: only the functions below, which run as the owner.
 * - a transfer has one currency and its entries sum to zero: the function that inserts them refuses anything else.
 * - a hold is resolved once (primary key of `resolutions`); a reference is booked once for each code.
 * - an account that may not be overdrawn never is: posted − held ≥ 0.
 *
 * Locking: every function changes accounts in order of their id, so transfers in opposite directions wait for each other
 * instead of deadlocking.
 *
 * Speed: a posting is one call. Entries have no foreign keys and no index beyond their key, because nobody but the one
 * function inserts them and each of these costs as much as the posting itself (docs/checks/bench/ledger.ts).
 */
export const ledgerMigration: Migration = {
  id: 'payments-001-ledger',
  sql: `
CREATE SCHEMA IF NOT EXISTS payments;

CREATE TABLE payments.currencies (
  code text PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'),
  exponent smallint NOT NULL CHECK (exponent BETWEEN 0 AND 4)
);
INSERT INTO payments.currencies VALUES ('CNY', 2), ('JPY', 0), ('KWD', 3);

-- Balances are seen from the account's owner: positive means the bank owes it to them.
CREATE TABLE payments.accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('customer', 'partner', 'bank', 'clearing', 'suspense')),
  owner text NOT NULL,
  currency text NOT NULL REFERENCES payments.currencies,
  -- Busy payees spread over several rows, so that their payments do not wait for one lock.
  shard smallint NOT NULL DEFAULT 0,
  -- Class I, II or III of a customer's account (limits depend on it).
  class text CHECK (class IN ('I', 'II', 'III')),
  label text NOT NULL DEFAULT '',
  may_overdraw boolean NOT NULL,
  posted bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  created_at timestamptz NOT NULL DEFAULT portico.now(),
  UNIQUE (kind, owner, currency, shard),
  CHECK ((kind = 'customer') = (class IS NOT NULL)),
  CONSTRAINT accounts_not_overdrawn CHECK (may_overdraw OR posted - held >= 0)
) WITH (fillfactor = 50); -- balances change in place (HOT) while there is room on the page

CREATE TABLE payments.transfers (
  -- In the order of booking; entries name it.
  id bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL CHECK (code IN ('capture', 'demo_funding', 'late_success', 'late_return')),
  -- What it was booked for: the attempt's id, or another id that is booked once for this code.
  reference uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT portico.now(),
  PRIMARY KEY (reference, code)
);

CREATE TABLE payments.entries (
  transfer_id bigint NOT NULL,
  leg smallint NOT NULL,
  account_id bigint NOT NULL,
  currency text NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (transfer_id, leg)
);

CREATE TABLE payments.holds (
  reference uuid PRIMARY KEY,
  accounts bigint[] NOT NULL,
  amounts bigint[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT portico.now(),
  CHECK (cardinality(accounts) = cardinality(amounts) AND cardinality(accounts) >= 2)
);

CREATE TABLE payments.resolutions (
  reference uuid PRIMARY KEY REFERENCES payments.holds,
  outcome text NOT NULL CHECK (outcome IN ('posted', 'voided')),
  created_at timestamptz NOT NULL DEFAULT portico.now()
);

SELECT portico.insert_only(name::regclass)
  FROM unnest(ARRAY['payments.transfers', 'payments.entries', 'payments.holds', 'payments.resolutions']) name;
-- Waits for and locks accounts in the one order that everybody uses.
CREATE FUNCTION payments.lock_accounts(p_accounts bigint[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM payments.accounts WHERE id = ANY (p_accounts) ORDER BY id FOR NO KEY UPDATE;
END $$;

-- Inserts a transfer with its entries and moves the balances; false when code and reference were booked before.
-- Internal: runs inside the functions below, with their rights.
CREATE FUNCTION payments.write_transfer(p_code text, p_reference uuid, p_accounts bigint[], p_amounts bigint[], p_held boolean)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_transfer bigint;
  v_move record;
  v_currency text;
  v_found text;
  v_total bigint := 0;
BEGIN
  INSERT INTO payments.transfers (code, reference) VALUES (p_code, p_reference) ON CONFLICT DO NOTHING RETURNING id INTO v_transfer;
  IF v_transfer IS NULL THEN RETURN false; END IF;
  FOR v_move IN
    SELECT account, sum(amount)::bigint AS amount, coalesce(sum(-amount) FILTER (WHERE amount < 0), 0)::bigint AS debit
    FROM unnest(p_accounts, p_amounts) AS leg(account, amount) GROUP BY account ORDER BY account
  LOOP
    UPDATE payments.accounts
      SET posted = posted + v_move.amount, held = held - CASE WHEN p_held THEN v_move.debit ELSE 0 END
      WHERE id = v_move.account RETURNING currency INTO v_found;
    IF v_found IS NULL THEN RAISE EXCEPTION 'a leg names an unknown account' USING ERRCODE = 'foreign_key_violation'; END IF;
    IF v_found <> coalesce(v_currency, v_found) THEN
      RAISE EXCEPTION 'a transfer has one currency' USING ERRCODE = 'check_violation';
    END IF;
    v_currency := v_found;
    v_total := v_total + v_move.amount;
  END LOOP;
  IF v_total IS DISTINCT FROM 0 OR v_currency IS NULL THEN
    RAISE EXCEPTION 'the legs of a transfer do not sum to zero' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO payments.entries (transfer_id, leg, account_id, currency, amount)
    SELECT v_transfer, n, account, v_currency, amount
    FROM unnest(p_accounts, p_amounts) WITH ORDINALITY AS leg(account, amount, n);
  RETURN true;
END $$;

-- Books at once. 'booked', or 'repeated' when this code and reference were booked with the same legs before.
CREATE FUNCTION payments.book(p_code text, p_reference uuid, p_accounts bigint[], p_amounts bigint[])
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF payments.write_transfer(p_code, p_reference, p_accounts, p_amounts, false) THEN RETURN 'booked'; END IF;
  IF (SELECT array_agg(account_id ORDER BY leg) = p_accounts AND array_agg(amount ORDER BY leg) = p_amounts
      FROM payments.entries JOIN payments.transfers ON id = transfer_id
      WHERE code = p_code AND reference = p_reference) THEN
    RETURN 'repeated';
  END IF;
  RAISE EXCEPTION 'this reference was booked with other legs' USING ERRCODE = 'unique_violation';
END $$;

-- Phase one: sets the debits aside. 'held', 'insufficient', or 'repeated' (same reference and legs).
CREATE FUNCTION payments.hold(p_reference uuid, p_accounts bigint[], p_amounts bigint[])
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  v_debited bigint[] := ARRAY(SELECT account FROM unnest(p_accounts, p_amounts) AS leg(account, amount) WHERE amount < 0);
  v_hold payments.holds;
BEGIN
  PERFORM FROM payments.accounts WHERE id = ANY (v_debited) ORDER BY id FOR NO KEY UPDATE;
  SELECT * INTO v_hold FROM payments.holds WHERE reference = p_reference;
  IF FOUND THEN
    IF v_hold.accounts = p_accounts AND v_hold.amounts = p_amounts THEN RETURN 'repeated'; END IF;
    RAISE EXCEPTION 'this reference was held with other legs' USING ERRCODE = 'unique_violation';
  END IF;
  IF (SELECT count(*) FROM unnest(p_accounts) AS leg(account) JOIN payments.accounts ON id = account) <> cardinality(p_accounts) THEN
    RAISE EXCEPTION 'a leg names an unknown account' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF (SELECT count(DISTINCT currency) <> 1 OR sum(amount) <> 0
      FROM unnest(p_accounts, p_amounts) AS leg(account, amount) JOIN payments.accounts ON id = account) THEN
    RAISE EXCEPTION 'the legs of a hold do not sum to zero in one currency' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM unnest(p_accounts, p_amounts) AS leg(account, amount) JOIN payments.accounts ON id = account
             WHERE amount < 0 AND NOT may_overdraw GROUP BY id, posted, held HAVING posted - held + sum(amount) < 0) THEN
    RETURN 'insufficient';
  END IF;
  INSERT INTO payments.holds (reference, accounts, amounts) VALUES (p_reference, p_accounts, p_amounts);
  UPDATE payments.accounts SET held = held + debit
    FROM (SELECT account, sum(-amount)::bigint AS debit FROM unnest(p_accounts, p_amounts) AS leg(account, amount)
          WHERE amount < 0 GROUP BY account) debits
    WHERE id = account;
  RETURN 'held';
END $$;

-- Phase two: turns a hold into a transfer ('posted') or lets it go ('voided'). 'repeated' when it ended so before.
CREATE FUNCTION payments.resolve(p_reference uuid, p_outcome text, p_code text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  v_hold payments.holds;
  v_before text;
BEGIN
  SELECT * INTO v_hold FROM payments.holds WHERE reference = p_reference;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such hold' USING ERRCODE = 'foreign_key_violation'; END IF;
  INSERT INTO payments.resolutions (reference, outcome) VALUES (p_reference, p_outcome) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT outcome INTO v_before FROM payments.resolutions WHERE reference = p_reference;
    IF v_before = p_outcome THEN RETURN 'repeated'; END IF;
    RAISE EXCEPTION 'this hold was % before', v_before USING ERRCODE = 'unique_violation';
  END IF;
  IF p_outcome = 'posted' THEN
    IF NOT payments.write_transfer(p_code, p_reference, v_hold.accounts, v_hold.amounts, true) THEN
      RAISE EXCEPTION 'this reference was booked before it was held' USING ERRCODE = 'unique_violation';
    END IF;
  ELSE
    PERFORM FROM payments.accounts WHERE id = ANY (v_hold.accounts) ORDER BY id FOR NO KEY UPDATE;
    UPDATE payments.accounts SET held = held - debit
      FROM (SELECT account, sum(-amount)::bigint AS debit FROM unnest(v_hold.accounts, v_hold.amounts) AS leg(account, amount)
            WHERE amount < 0 GROUP BY account) debits
      WHERE id = account;
  END IF;
  RETURN p_outcome;
END $$;

-- The run-time role reads the ledger and calls its functions; it inserts nothing by itself and changes no balance.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA payments FROM PUBLIC;
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portico_app') THEN
    REVOKE INSERT ON payments.transfers, payments.entries, payments.holds, payments.resolutions FROM portico_app;
    REVOKE INSERT, UPDATE, DELETE ON payments.accounts, payments.currencies FROM portico_app;
    GRANT INSERT (kind, owner, currency, shard, class, label, may_overdraw) ON payments.accounts TO portico_app;
    REVOKE EXECUTE ON FUNCTION payments.write_transfer(text, uuid, bigint[], bigint[], boolean) FROM portico_app;
  END IF;
END $$;
`,
};
