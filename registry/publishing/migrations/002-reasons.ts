import type { Migration } from '../../platform/platform.ts';

/** Why somebody took a step, in words for the partner: a rejection by a person has no finding that would say it. */
export const reasonsMigration: Migration = {
  id: 'publishing-002-reasons',
  sql: `
ALTER TABLE publishing.state_changes ADD COLUMN reason text CHECK (length(reason) BETWEEN 1 AND 2000);
`,
};
