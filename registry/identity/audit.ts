import type { IdentityDb } from './context.ts';

export interface AuditLine {
  readonly at: Date;
  /** `customer:<id>`, `partner:<id>`, `staff:<id>`, `service:<id>` or `system`. */
  readonly actor: string;
  /** `<thing>.<what happened>`, e.g. `passkey.enrolled`. */
  readonly action: string;
  readonly subject: string;
  /** JSON without secrets, phone numbers or tokens. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Adds a row in the caller's transaction; the database refuses to change or delete one. */
export async function audit(db: IdentityDb, { data = {}, ...line }: AuditLine): Promise<void> {
  await db
    .insertInto('identity.audit')
    .values({ ...line, data: JSON.stringify(data) })
    .execute();
}
