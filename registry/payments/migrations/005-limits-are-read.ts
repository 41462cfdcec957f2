import type { Migration } from '../../platform/platform.ts';

/** The server reads the policy and never sets it: whoever gets at its connection cannot pay past the limits either. */
export const limitsAreReadMigration: Migration = {
  id: 'payments-005-limits-are-read',
  sql: `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'portico_app') THEN
    REVOKE INSERT, UPDATE, DELETE ON payments.limits FROM portico_app;
  END IF;
END $$;
`,
};
