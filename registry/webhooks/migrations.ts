import type { Migration } from '../platform/platform.ts';

export const migrations: readonly Migration[] = [
  {
    id: 'webhooks-001-messages',
    sql: `
CREATE SCHEMA webhooks;
CREATE TABLE webhooks.messages (
  -- From the outbox event, so that an event heard twice is one message.
  id text PRIMARY KEY,
  partner_id text NOT NULL,
  type text NOT NULL,
  order_id uuid NOT NULL,
  order_version integer NOT NULL,
  -- The exact bytes that are signed and sent, the same in every try.
  body text NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'given_up', 'stopped')),
  tries integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT portico.now(),
  -- Who is sending it has until then; a killed process lets it go by doing nothing.
  claimed_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT portico.now()
);
CREATE INDEX messages_due ON webhooks.messages (next_at) WHERE state = 'pending';
CREATE INDEX messages_partner ON webhooks.messages (partner_id, created_at);

CREATE TABLE webhooks.deliveries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id text NOT NULL REFERENCES webhooks.messages,
  try integer NOT NULL,
  url text NOT NULL,
  -- HTTP status, or the error code where there was none.
  status integer,
  error text,
  duration_ms integer NOT NULL,
  at timestamptz NOT NULL DEFAULT portico.now()
);
CREATE INDEX deliveries_message ON webhooks.deliveries (message_id);
SELECT portico.insert_only('webhooks.deliveries');

-- A partner that answered 410 at this address is left alone until it registers another or asks for a replay.
CREATE TABLE webhooks.stopped (
  partner_id text NOT NULL,
  url text NOT NULL,
  at timestamptz NOT NULL DEFAULT portico.now(),
  PRIMARY KEY (partner_id, url)
);
`,
  },
];
