import type { Migration } from '../../platform/platform.ts';

/**
 * Two people for every release, held by the database. Approvals can only be added; the gate stands on publishing's own
 * table, so that a release is not signed without two of them whichever code tries.
 */
export const approvalsMigration: Migration = {
  id: 'review-001-approvals',
  sql: `
CREATE SCHEMA review;

-- Staff who have a part in a partner: they work there, come from there, or own it. Entered by operators.
CREATE TABLE review.affiliations (
  staff_id text NOT NULL,
  partner_id text NOT NULL,
  entered_by text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, partner_id)
);
SELECT portico.insert_only('review.affiliations');

CREATE TABLE review.approvals (
  submission_id uuid NOT NULL REFERENCES publishing.submissions,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  ordinal smallint NOT NULL CHECK (ordinal IN (1, 2)),
  staff_id text NOT NULL,
  key_id text NOT NULL,
  signature text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (submission_id, ordinal),
  CONSTRAINT approvals_two_people UNIQUE (digest, staff_id),
  CONSTRAINT approvals_two_keys UNIQUE (digest, key_id)
);
SELECT portico.insert_only('review.approvals');

CREATE TABLE review.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  submission_id uuid,
  data jsonb NOT NULL DEFAULT '{}'
);
SELECT portico.insert_only('review.audit');

CREATE FUNCTION review.check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  submission publishing.submissions;
  given integer;
BEGIN
  SELECT * INTO STRICT submission FROM publishing.submissions WHERE id = NEW.submission_id FOR UPDATE;
  SELECT count(*) INTO given FROM review.approvals WHERE submission_id = NEW.submission_id;
  IF NEW.digest <> submission.digest THEN
    RAISE EXCEPTION 'the approval is for another release' USING ERRCODE = 'check_violation', CONSTRAINT = 'approvals_digest';
  END IF;
  IF (given = 0 AND submission.state <> 'IN_REVIEW') OR (given = 1 AND submission.state <> 'SECOND_APPROVAL')
    OR given > 1 OR NEW.ordinal <> given + 1 THEN
    RAISE EXCEPTION 'submission % is % with % approvals', submission.id, submission.state, given
      USING ERRCODE = 'check_violation', CONSTRAINT = 'approvals_waiting';
  END IF;
  IF EXISTS (SELECT FROM review.affiliations WHERE staff_id = NEW.staff_id AND partner_id = submission.partner_id)
    OR NEW.staff_id = submission.partner_id THEN
    RAISE EXCEPTION '% belongs to %', NEW.staff_id, submission.partner_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'approvals_affiliated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_approval BEFORE INSERT ON review.approvals
  FOR EACH ROW EXECUTE FUNCTION review.check_approval();

-- The gate: one approval before the second, two before signing, and no way back once there are two.
CREATE FUNCTION review.gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given integer;
BEGIN
  SELECT count(DISTINCT staff_id) INTO given FROM review.approvals
    WHERE submission_id = NEW.id AND digest = NEW.digest;
  IF (NEW.state = 'SECOND_APPROVAL' AND given <> 1) OR (NEW.state = 'SIGNED' AND given <> 2)
    OR (OLD.state = 'SECOND_APPROVAL' AND NEW.state IN ('REJECTED', 'WITHDRAWN') AND given > 1) THEN
    RAISE EXCEPTION 'submission % has % approvals and may not become %', NEW.id, given, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'review_gate';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_gate BEFORE UPDATE OF state ON publishing.submissions
  FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION review.gate();
`,
};
