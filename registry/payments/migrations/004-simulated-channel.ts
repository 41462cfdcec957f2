import type { Migration } from '../../platform/platform.ts';

/** The books of the simulated channel: another institution's records, so nothing of payments refers to them. Demo only. */
export const simulatedChannelMigration: Migration = {
  id: 'payments-004-simulated-channel',
  sql: `
CREATE TABLE payments.simulated_channel (
  attempt_id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('succeeded', 'failed')),
  reference text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  reason text,
  returned boolean NOT NULL DEFAULT false
);
`,
};
