import type { Migration } from '../../platform/platform.ts';

/**
 * Signed metadata by role and version, the target files it describes, and what was decided.
 * Private keys are never here. The triggers hold even when the code is wrong: no role's version can go back,
 * and nothing that was published, revoked or audited can be rewritten.
 */
export const metadataMigration: Migration = {
  id: 'trust-001-metadata',
  sql: `
    CREATE SCHEMA trust;

    CREATE TABLE trust.metadata (
      role         text        NOT NULL,
      version      bigint      NOT NULL CHECK (version > 0),
      bytes        bytea       NOT NULL,
      expires_at   timestamptz NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (role, version)
    );

    CREATE TABLE trust.target_files (
      path   text  NOT NULL,
      sha256 text  NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      bytes  bytea NOT NULL,
      PRIMARY KEY (path, sha256)
    );

    -- What each role lists now; a role's next version is built from its rows.
    CREATE TABLE trust.listed_targets (
      path   text    PRIMARY KEY,
      role   text    NOT NULL,
      sha256 text    NOT NULL,
      length integer NOT NULL,
      custom jsonb,
      FOREIGN KEY (path, sha256) REFERENCES trust.target_files
    );
    CREATE INDEX listed_targets_by_role ON trust.listed_targets (role);

    CREATE TABLE trust.releases (
      digest        text        PRIMARY KEY,
      app_id        text        NOT NULL,
      partner_id    text        NOT NULL,
      submission_id uuid        NOT NULL,
      epoch         bigint      NOT NULL,
      signed_at     timestamptz NOT NULL
    );
    CREATE INDEX releases_by_app ON trust.releases (app_id);

    CREATE TABLE trust.revocations (
      id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      app_id     text        UNIQUE,
      digest     text        UNIQUE,
      reason     text        NOT NULL,
      revoked_by text        NOT NULL,
      revoked_at timestamptz NOT NULL,
      CHECK (num_nonnulls(app_id, digest) = 1)
    );

    CREATE TABLE trust.audit (
      id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at     timestamptz NOT NULL,
      actor  text        NOT NULL,
      action text        NOT NULL,
      detail jsonb       NOT NULL
    );

    SELECT portico.insert_only('trust.target_files');
    SELECT portico.insert_only('trust.releases');
    SELECT portico.insert_only('trust.revocations');
    SELECT portico.insert_only('trust.audit');

    CREATE FUNCTION trust.refuse_rollback() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' OR EXISTS (SELECT FROM trust.metadata WHERE role = NEW.role AND version >= NEW.version) THEN
          RAISE EXCEPTION 'version % of % is not greater than what was published', NEW.version, NEW.role
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER versions_only_grow BEFORE INSERT OR UPDATE ON trust.metadata
      FOR EACH ROW EXECUTE FUNCTION trust.refuse_rollback();
  `,
};
