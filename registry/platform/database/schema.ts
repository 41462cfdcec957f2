import type { Migration } from '../platform.ts';

/** The platform's own tables and functions, in the PostgreSQL schema `portico`. */
export const platformMigrations: readonly Migration[] = [
  {
    id: 'portico-001-foundations',
    sql: `
-- The one clock of deadlines about money. clock_timestamp(), because now() stands still inside a transaction.
-- The test harness replaces the body with one that adds an offset; a production database has no offset to set.
CREATE FUNCTION portico.now() RETURNS timestamptz
  LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT clock_timestamp()';

-- Insert-only tables: the run-time role loses UPDATE and DELETE, and a trigger refuses them to the owner too.
CREATE FUNCTION portico.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is insert-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION portico.insert_only(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                  FOR EACH STATEMENT EXECUTE FUNCTION portico.refuse_change()', target);
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portico_app') THEN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM portico_app', target);
  END IF;
END $$;
`,
  },
  {
    id: 'portico-002-outbox',
    sql: `
CREATE TABLE portico.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  -- false until somebody listened to the topic: such events wait for the first handler to be registered.
  heard boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX outbox_unheard ON portico.outbox (topic) WHERE NOT heard;
CREATE TABLE portico.outbox_handlers (topic text, handler text, PRIMARY KEY (topic, handler));
-- One row for each handler that still has to run; deleted when it has.
CREATE TABLE portico.outbox_deliveries (
  handler text NOT NULL,
  key text NOT NULL,
  event_id bigint NOT NULL REFERENCES portico.outbox ON DELETE CASCADE,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT portico.now(),
  PRIMARY KEY (handler, key, event_id)
);
CREATE INDEX outbox_deliveries_due ON portico.outbox_deliveries (event_id);
CREATE INDEX outbox_created ON portico.outbox (created_at);

-- Writes an event and what is owed to each handler. Callable from SQL functions of other modules.
CREATE FUNCTION portico.emit(event_topic text, event_key text, event_payload jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  event_id bigint;
BEGIN
  -- Identities are handed out before commit; the lock makes the order of ids the order of commits for one key.
  PERFORM pg_advisory_xact_lock(hashtextextended(event_key, hashtext(event_topic)));
  INSERT INTO portico.outbox (topic, key, payload, heard)
    VALUES (event_topic, event_key, event_payload,
            EXISTS (SELECT FROM portico.outbox_handlers h WHERE h.topic = event_topic))
    RETURNING id INTO event_id;
  INSERT INTO portico.outbox_deliveries (handler, key, event_id)
    SELECT h.handler, event_key, event_id FROM portico.outbox_handlers h WHERE h.topic = event_topic;
  RETURN event_id;
END $$;
`,
  },
  {
    id: 'portico-003-schedules',
    sql: `
CREATE TABLE portico.schedules (
  name text PRIMARY KEY,
  next_at timestamptz NOT NULL DEFAULT portico.now()
);
`,
  },
];
