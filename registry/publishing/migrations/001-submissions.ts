import type { Migration } from '../../platform/platform.ts';

/**
 * A submission's state is nobody's to set: it follows from the rows of `state_changes`, which can only be added, and only
 * along the steps of the trigger. The steps repeat `states.ts`; a test holds the two together, and a changed table is a new
 * migration that replaces the function.
 */
export const submissionsMigration: Migration = {
  id: 'publishing-001-submissions',
  sql: `
CREATE SCHEMA publishing;

CREATE TABLE publishing.submissions (
  id uuid PRIMARY KEY,
  app_id text NOT NULL,
  partner_id text NOT NULL,
  version text NOT NULL,
  digest text NOT NULL UNIQUE CHECK (digest ~ '^[0-9a-f]{64}$'),
  package_digest text NOT NULL CHECK (package_digest ~ '^[0-9a-f]{64}$'),
  key_id text NOT NULL,
  signature text NOT NULL,
  state text NOT NULL DEFAULT 'RECEIVED',
  findings jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL
);
CREATE INDEX submissions_by_app ON publishing.submissions (app_id, created_at DESC);
CREATE INDEX submissions_by_partner ON publishing.submissions (partner_id, created_at DESC);
CREATE INDEX submissions_by_state ON publishing.submissions (state, created_at);
CREATE UNIQUE INDEX submissions_one_per_version ON publishing.submissions (app_id, version)
  WHERE state NOT IN ('REJECTED', 'WITHDRAWN');
CREATE UNIQUE INDEX submissions_one_live ON publishing.submissions (app_id) WHERE state = 'LIVE';

CREATE TABLE publishing.state_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES publishing.submissions,
  from_state text,
  state text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL CHECK (length(by) BETWEEN 1 AND 100)
);
CREATE INDEX state_changes_by_submission ON publishing.state_changes (submission_id, id);

CREATE TABLE publishing.files (
  submission_id uuid NOT NULL REFERENCES publishing.submissions,
  path text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  size integer NOT NULL CHECK (size >= 0),
  type text NOT NULL,
  PRIMARY KEY (submission_id, path)
);
CREATE INDEX files_by_digest ON publishing.files (digest);

CREATE FUNCTION publishing.is_step(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(before, '') || '>' || after = ANY (ARRAY[
    '>RECEIVED',
    'RECEIVED>VALIDATING', 'RECEIVED>WITHDRAWN',
    'VALIDATING>SCANNING', 'VALIDATING>REJECTED', 'VALIDATING>WITHDRAWN',
    'SCANNING>IN_REVIEW', 'SCANNING>REJECTED', 'SCANNING>WITHDRAWN',
    'IN_REVIEW>SECOND_APPROVAL', 'IN_REVIEW>REJECTED', 'IN_REVIEW>WITHDRAWN',
    'SECOND_APPROVAL>SIGNED', 'SECOND_APPROVAL>REJECTED', 'SECOND_APPROVAL>WITHDRAWN',
    'SIGNED>ROLLING', 'SIGNED>YANKED', 'SIGNED>REVOKED',
    'ROLLING>LIVE', 'ROLLING>HALTED', 'ROLLING>SUPERSEDED', 'ROLLING>YANKED', 'ROLLING>REVOKED',
    'HALTED>ROLLING', 'HALTED>SUPERSEDED', 'HALTED>YANKED', 'HALTED>REVOKED',
    'LIVE>SUPERSEDED', 'LIVE>HALTED', 'LIVE>YANKED', 'LIVE>REVOKED',
    'SUPERSEDED>ROLLING', 'SUPERSEDED>YANKED', 'SUPERSEDED>REVOKED',
    'YANKED>REVOKED'])
$$;

CREATE FUNCTION publishing.take_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  current text;
BEGIN
  SELECT state INTO STRICT current FROM publishing.submissions WHERE id = NEW.submission_id FOR UPDATE;
  IF NOT EXISTS (SELECT FROM publishing.state_changes WHERE submission_id = NEW.submission_id) THEN
    current := NULL;
  END IF;
  IF NEW.from_state IS DISTINCT FROM current OR NOT publishing.is_step(current, NEW.state) THEN
    RAISE EXCEPTION 'submission % is %, and % to % is no step', NEW.submission_id, current, NEW.from_state, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'publishing_step';
  END IF;
  UPDATE publishing.submissions SET state = NEW.state WHERE id = NEW.submission_id AND state <> NEW.state;
  RETURN NEW;
END $$;
CREATE TRIGGER take_step BEFORE INSERT ON publishing.state_changes
  FOR EACH ROW EXECUTE FUNCTION publishing.take_step();

-- Only take_step moves the state (it runs inside another trigger); what was submitted never changes at all.
CREATE FUNCTION publishing.guard_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'RECEIVED' OR NEW.findings <> '[]' THEN
      RAISE EXCEPTION 'a submission begins as RECEIVED' USING ERRCODE = 'check_violation', CONSTRAINT = 'publishing_step';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'submissions are kept' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state <> OLD.state AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'insert into publishing.state_changes to move a submission'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'publishing_step';
  END IF;
  IF NEW.findings <> OLD.findings AND OLD.state <> 'SCANNING' THEN
    RAISE EXCEPTION 'findings are written while scanning' USING ERRCODE = 'check_violation', CONSTRAINT = 'publishing_step';
  END IF;
  IF (NEW.id, NEW.app_id, NEW.partner_id, NEW.version, NEW.digest, NEW.package_digest, NEW.key_id, NEW.signature,
      NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.app_id, OLD.partner_id, OLD.version, OLD.digest, OLD.package_digest, OLD.key_id,
      OLD.signature, OLD.created_at) THEN
    RAISE EXCEPTION 'what was submitted does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_submission BEFORE INSERT OR UPDATE OR DELETE ON publishing.submissions
  FOR EACH ROW EXECUTE FUNCTION publishing.guard_submission();

SELECT portico.insert_only('publishing.state_changes');
SELECT portico.insert_only('publishing.files');
`,
};
