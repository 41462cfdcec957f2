import type { Migration } from '../../platform/platform.ts';

/**
 * Orders, attempts and their state machines. The database refuses every step that is not in the two step tables, every
 * change of an order's terms or of an attempt's intent, and a second live attempt; it writes the history and the outbox
 * row of each change by itself, so that no code path can forget them (I9).
 *
 * Locking: order row, then attempt row, then accounts in order of id.
 */
export const ordersMigration: Migration = {
  id: 'payments-002-orders',
  sql: `
CREATE TABLE payments.order_steps (from_state text, to_state text, PRIMARY KEY (from_state, to_state));
INSERT INTO payments.order_steps VALUES
  ('CREATED', 'PAYING'), ('CREATED', 'CLOSED'),
  ('PAYING', 'PAID'), ('PAYING', 'CREATED'),
  ('PAID', 'PART_REFUNDED'), ('PAID', 'REFUNDED'),
  ('PART_REFUNDED', 'PART_REFUNDED'), ('PART_REFUNDED', 'REFUNDED');

CREATE TABLE payments.attempt_steps (from_state text, to_state text, PRIMARY KEY (from_state, to_state));
INSERT INTO payments.attempt_steps VALUES
  ('INIT', 'CHALLENGED'),
  ('CHALLENGED', 'AUTHORIZED'), ('CHALLENGED', 'CANCELLED'), ('CHALLENGED', 'EXPIRED'),
  ('AUTHORIZED', 'SUBMITTED'), ('AUTHORIZED', 'FAILED'),
  ('SUBMITTED', 'SUCCEEDED'), ('SUBMITTED', 'FAILED'), ('SUBMITTED', 'UNKNOWN'),
  ('UNKNOWN', 'SUCCEEDED'), ('UNKNOWN', 'FAILED');

CREATE TABLE payments.orders (
  id uuid PRIMARY KEY,
  partner_id text NOT NULL,
  app_id text NOT NULL,
  out_order_no text NOT NULL,
  -- SHA-256 of the request body in JCS form: the same number with another body is another order, and refused.
  body_digest bytea NOT NULL CHECK (length(body_digest) = 32),
  currency text NOT NULL REFERENCES payments.currencies,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  title text NOT NULL,
  items jsonb NOT NULL,
  payee_id text NOT NULL,
  payee_name text NOT NULL,
  openid text,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT portico.now(),
  state text NOT NULL DEFAULT 'CREATED',
  version integer NOT NULL DEFAULT 1,
  paid_at timestamptz,
  receipt_no text UNIQUE,
  UNIQUE (partner_id, out_order_no),
  CHECK ((state IN ('PAID', 'PART_REFUNDED', 'REFUNDED')) = (paid_at IS NOT NULL AND receipt_no IS NOT NULL))
);
CREATE INDEX orders_open ON payments.orders (expires_at) WHERE state = 'CREATED';
CREATE SEQUENCE payments.receipt_numbers;

CREATE TABLE payments.attempts (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES payments.orders,
  user_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'INIT',
  -- What the customer is asked to sign, and the order's version at that time.
  order_version integer,
  intent_jcs text,
  challenge bytea,
  expires_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT portico.now(),
  changed_at timestamptz NOT NULL DEFAULT portico.now(),
  -- What consumed the intent.
  payer_account bigint REFERENCES payments.accounts,
  credential_id text,
  authorized_at timestamptz,
  channel_ref text,
  failure text,
  CHECK (state = 'INIT' OR (order_version IS NOT NULL AND intent_jcs IS NOT NULL AND challenge IS NOT NULL AND expires_at IS NOT NULL)),
  CHECK (state IN ('INIT', 'CHALLENGED', 'CANCELLED', 'EXPIRED') OR (credential_id IS NOT NULL AND authorized_at IS NOT NULL))
);
-- At most one attempt of an order is live or has succeeded (I4).
CREATE UNIQUE INDEX attempts_one_live ON payments.attempts (order_id) WHERE state NOT IN ('FAILED', 'CANCELLED', 'EXPIRED');
CREATE INDEX attempts_order ON payments.attempts (order_id, created_at);
CREATE INDEX attempts_user ON payments.attempts (user_id, authorized_at);
CREATE INDEX attempts_open ON payments.attempts (changed_at) WHERE state IN ('CHALLENGED', 'AUTHORIZED', 'SUBMITTED', 'UNKNOWN');

CREATE TABLE payments.order_changes (
  order_id uuid NOT NULL REFERENCES payments.orders,
  version integer NOT NULL,
  from_state text,
  to_state text NOT NULL,
  -- Identity of the event in the outbox, which forgets events some time after they were delivered.
  event_id bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (order_id, version)
);
CREATE TABLE payments.attempt_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  attempt_id uuid NOT NULL REFERENCES payments.attempts,
  from_state text,
  to_state text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX attempt_changes_attempt ON payments.attempt_changes (attempt_id);
SELECT portico.insert_only('payments.order_changes'), portico.insert_only('payments.attempt_changes');

-- Money the channel reported after we had called the attempt failed: kept in suspense until it is returned.
CREATE TABLE payments.late_successes (
  attempt_id uuid PRIMARY KEY REFERENCES payments.attempts,
  channel_ref text NOT NULL,
  at timestamptz NOT NULL DEFAULT portico.now()
);
SELECT portico.insert_only('payments.late_successes');

CREATE FUNCTION payments.refuse_terms_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was agreed in % never changes', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
-- Fires when a statement names one of these columns, whatever value it sets.
CREATE TRIGGER fixed_terms BEFORE UPDATE OF id, partner_id, app_id, out_order_no, body_digest, currency, amount_minor, title,
  items, payee_id, payee_name, openid, expires_at, created_at ON payments.orders
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_terms_change();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON payments.orders
  FOR EACH STATEMENT EXECUTE FUNCTION portico.refuse_change();
CREATE TRIGGER fixed_terms BEFORE UPDATE OF id, order_id, user_id, created_at ON payments.attempts
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_terms_change();
CREATE TRIGGER no_delete BEFORE DELETE OR TRUNCATE ON payments.attempts
  FOR EACH STATEMENT EXECUTE FUNCTION portico.refuse_change();

CREATE FUNCTION payments.check_order_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM payments.order_steps WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    RAISE EXCEPTION 'an order does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'the version of an order rises by one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER step BEFORE UPDATE ON payments.orders FOR EACH ROW EXECUTE FUNCTION payments.check_order_step();

CREATE FUNCTION payments.check_attempt_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM payments.attempt_steps WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    RAISE EXCEPTION 'an attempt does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'INIT' AND ROW (OLD.order_version, OLD.intent_jcs, OLD.challenge, OLD.expires_at)
      IS DISTINCT FROM ROW (NEW.order_version, NEW.intent_jcs, NEW.challenge, NEW.expires_at) THEN
    RAISE EXCEPTION 'an intent never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'CHALLENGED' AND ROW (OLD.payer_account, OLD.credential_id, OLD.authorized_at)
      IS DISTINCT FROM ROW (NEW.payer_account, NEW.credential_id, NEW.authorized_at) THEN
    RAISE EXCEPTION 'what authorised an attempt never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  NEW.changed_at := portico.now();
  RETURN NEW;
END $$;
CREATE TRIGGER step BEFORE UPDATE ON payments.attempts FOR EACH ROW EXECUTE FUNCTION payments.check_attempt_step();

CREATE FUNCTION payments.check_first_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> TG_ARGV[0] THEN
    RAISE EXCEPTION '% begin as %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER first_state BEFORE INSERT ON payments.orders FOR EACH ROW EXECUTE FUNCTION payments.check_first_state('CREATED');
CREATE TRIGGER first_state BEFORE INSERT ON payments.attempts FOR EACH ROW EXECUTE FUNCTION payments.check_first_state('INIT');

CREATE FUNCTION payments.tell_order_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := portico.now();
BEGIN
  INSERT INTO payments.order_changes (order_id, version, from_state, to_state, event_id, at)
  VALUES (NEW.id, NEW.version, CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, NEW.state,
    portico.emit('payments.order', NEW.id::text, jsonb_build_object(
      'orderId', NEW.id, 'partnerId', NEW.partner_id, 'appId', NEW.app_id, 'outOrderNo', NEW.out_order_no,
      'state', NEW.state, 'orderVersion', NEW.version,
      'at', to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), v_at);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON payments.orders FOR EACH ROW EXECUTE FUNCTION payments.tell_order_change();

CREATE FUNCTION payments.keep_attempt_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO payments.attempt_changes (attempt_id, from_state, to_state, at)
  VALUES (NEW.id, CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, NEW.state, NEW.changed_at);
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT OR UPDATE ON payments.attempts FOR EACH ROW EXECUTE FUNCTION payments.keep_attempt_change();

DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portico_app') THEN
    REVOKE INSERT, UPDATE, DELETE ON payments.order_steps, payments.attempt_steps FROM portico_app;
    REVOKE DELETE ON payments.orders, payments.attempts FROM portico_app;
    REVOKE UPDATE ON payments.orders, payments.attempts FROM portico_app;
    GRANT UPDATE (state, version, paid_at, receipt_no) ON payments.orders TO portico_app;
    GRANT UPDATE (state, order_version, intent_jcs, challenge, expires_at, changed_at, payer_account, credential_id, authorized_at,
      channel_ref, failure) ON payments.attempts TO portico_app;
  END IF;
END $$;
`,
};
