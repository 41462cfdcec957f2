/** oidc-provider's storage on PostgreSQL. Never its memory adapter: a restart or a second replica would lose log-ins. */
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { type Context, secondsAfter } from '../context.ts';
import { parseJson } from '../keys/key-files.ts';
import { hashSecret, type Secrets } from '../keys/secrets.ts';

/** Expired records are invisible at once and deleted by the sweep. oidc-provider counts in real seconds, and so do we here. */
export function issuerAdapter(context: Context, secrets: Secrets): new (model: string) => Adapter {
  const { db } = context;
  const unseal = (row: { sealed: Buffer; consumed_at: Date | null } | undefined, model: string) => {
    if (row === undefined) return undefined;
    const payload = parseJson(secrets.open(row.sealed, `issuer:${model}`)) as AdapterPayload;
    return row.consumed_at === null ? payload : { ...payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) };
  };

  return class implements Adapter {
    readonly #model: string;
    constructor(model: string) {
      this.#model = model;
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      const row = {
        sealed: secrets.seal(JSON.stringify(payload), `issuer:${this.#model}`),
        grant_hash: payload.grantId === undefined ? null : hashSecret(payload.grantId),
        uid_hash: payload.uid === undefined ? null : hashSecret(payload.uid),
        expires_at: Number.isFinite(expiresIn) ? secondsAfter(new Date(), expiresIn) : null,
      };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('identity.issuer_records')
        .values({ model: this.#model, hash: hashSecret(id), consumed_at: null, ...row })
        .onConflict((conflict) => {
          const same = conflict.columns(['model', 'hash']);
          return this.#model === 'ReplayDetection' ? same.doNothing() : same.doUpdateSet(row);
        })
        .executeTakeFirst();
      // The library looks before it writes; two assertions with one jti at once both look first.
      if (numInsertedOrUpdatedRows === 0n) throw new errors.InvalidClientAuth('client assertion was already used');
    }

    async find(id: string) {
      return unseal(await this.#rows().where('hash', '=', hashSecret(id)).executeTakeFirst(), this.#model);
    }

    async findByUid(uid: string) {
      return unseal(await this.#rows().where('uid_hash', '=', hashSecret(uid)).executeTakeFirst(), this.#model);
    }

    /** Device flow is off. */
    async findByUserCode() {
      return undefined;
    }

    /** The one statement that decides which of two exchanges at once has the code. */
    async consume(id: string): Promise<void> {
      const { numUpdatedRows } = await db
        .updateTable('identity.issuer_records')
        .set({ consumed_at: new Date() })
        .where('model', '=', this.#model)
        .where('hash', '=', hashSecret(id))
        .where('consumed_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new errors.InvalidGrant('already consumed');
    }

    async destroy(id: string): Promise<void> {
      await db
        .deleteFrom('identity.issuer_records')
        .where('model', '=', this.#model)
        .where('hash', '=', hashSecret(id))
        .execute();
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await db.deleteFrom('identity.issuer_records').where('grant_hash', '=', hashSecret(grantId)).execute();
    }

    #rows() {
      return db
        .selectFrom('identity.issuer_records')
        .select(['sealed', 'consumed_at'])
        .where('model', '=', this.#model)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', new Date())]));
    }
  };
}
