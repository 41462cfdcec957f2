import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { createLog } from '../log.ts';
import { joinCluster } from '../testing/cluster.ts';
import { connectDatabase } from './connect.ts';
import { migrate } from './migrate.ts';
import { platformMigrations } from './schema.ts';

const { admin, url } = await joinCluster();
const made: string[] = [];
async function freshDatabase(owner?: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`CREATE DATABASE ${name} ${owner ? `OWNER ${owner}` : ''}`);
  made.push(name);
  return name;
}
const roles: string[] = [];
after(async () => {
  for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  for (const role of roles) await admin.query(`DROP ROLE ${role}`);
  await admin.end();
});
const notes = {
  id: 'notes-001',
  sql: `CREATE SCHEMA notes; CREATE TABLE notes.kept (id int); CREATE TABLE notes.edited (id int);
        SELECT portico.insert_only('notes.kept')`,
};
const all = [...platformMigrations, notes];

test('migrations run once, also when replicas start together', async () => {
  const database = url(await freshDatabase());
  await Promise.all([migrate(database, all), migrate(database, all), migrate(database, all)]);
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const ran = await client.query('SELECT id FROM portico.migrations ORDER BY ran_at');
  await client.end();
  assert.deepEqual(
    ran.rows.map(({ id }) => id),
    all.map(({ id }) => id),
  );
});

test('a migration that was changed after it ran is refused by name', async () => {
  const database = url(await freshDatabase());
  await migrate(database, all);
  const changed = [...platformMigrations, { ...notes, sql: `${notes.sql};` }];
  await assert.rejects(migrate(database, changed), { code: 'ERR_PLATFORM_MIGRATION', message: /notes-001/ });
});

test('a migration that fails leaves nothing of itself', async () => {
  const database = url(await freshDatabase());
  const broken = { id: 'broken-001', sql: 'CREATE SCHEMA half; CREATE TABLE half.oops (id nonsense)' };
  await assert.rejects(migrate(database, [...all, broken]), { code: 'ERR_PLATFORM_MIGRATION', message: /nonsense/ });
  await migrate(database, all);
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const half = await client.query(`SELECT FROM pg_namespace WHERE nspname = 'half'`);
  await client.end();
  assert.equal(half.rowCount, 0);
});

test('the run-time role reads and writes, changes no schema, and cannot change an insert-only table', async () => {
  const database = url(await freshDatabase());
  const { restricted } = await migrate(database, all);
  assert.equal(restricted, true);
  const db = connectDatabase({ url: database, restricted, log: createLog('silent'), size: 2 });
  await sql`INSERT INTO notes.kept VALUES (1)`.execute(db);
  await sql`INSERT INTO notes.edited VALUES (1)`.execute(db);
  await sql`UPDATE notes.edited SET id = 2`.execute(db);
  for (const attempt of [
    sql`UPDATE notes.kept SET id = 2`,
    sql`DELETE FROM notes.kept`,
    sql`TRUNCATE notes.kept`,
    sql`ALTER TABLE notes.kept DISABLE TRIGGER ALL`,
    sql`DROP TABLE notes.kept`,
    sql`CREATE TABLE notes.more (id int)`,
  ]) {
    await assert.rejects(attempt.execute(db), /permission denied|must be owner/);
  }
  // The role is the session's own: resetting does not climb back to the owner.
  await sql`RESET ROLE`.execute(db).catch(() => undefined);
  await assert.rejects(sql`DELETE FROM notes.kept`.execute(db), /permission denied|insert-only/);
  await db.destroy();
});

test('a session that logged in as the run-time role climbs to nobody else', async () => {
  const database = url(await freshDatabase());
  const { restricted } = await migrate(database, all, { login: true });
  const db = connectDatabase({ url: database, restricted, login: true, log: createLog('silent'), size: 1 });
  await sql`INSERT INTO notes.kept VALUES (1)`.execute(db);
  const [{ owner = '' } = {}] = (
    await sql<{ owner: string }>`
    SELECT tableowner AS owner FROM pg_tables WHERE schemaname = 'notes' AND tablename = 'kept'`.execute(db)
  ).rows;
  for (const climb of [sql`SET ROLE ${sql.id(owner)}`, sql`SET SESSION AUTHORIZATION ${sql.id(owner)}`]) {
    await assert.rejects(climb.execute(db), /permission denied/);
  }
  await sql`RESET ROLE`.execute(db);
  await sql`RESET SESSION AUTHORIZATION`.execute(db);
  for (const attempt of [sql`DELETE FROM notes.kept`, sql`COPY (SELECT 1) TO PROGRAM 'true'`]) {
    await assert.rejects(attempt.execute(db), /permission denied/);
  }
  await db.destroy();
});

test('a plain user who may not create roles still gets tables that only take inserts', async () => {
  const user = `plain_${randomUUID().slice(0, 8)}`;
  await admin.query(`CREATE ROLE ${user} LOGIN`);
  roles.push(user);
  const database = new URL(url(await freshDatabase(user)));
  database.username = user;
  const { restricted } = await migrate(database.href, all);
  assert.equal(restricted, false);
  const db = connectDatabase({ url: database.href, restricted, log: createLog('silent'), size: 2 });
  await sql`INSERT INTO notes.kept VALUES (1)`.execute(db);
  await assert.rejects(sql`UPDATE notes.kept SET id = 2`.execute(db), /insert-only/);
  await assert.rejects(sql`DELETE FROM notes.kept`.execute(db), /insert-only/);
  await db.destroy();
});

test('a database that is not there is named in a sentence, without its password', async () => {
  await assert.rejects(
    migrate('postgresql://someone:secret@127.0.0.1:1/none', all),
    (error: Error & { code?: string }) => {
      assert.equal(error.code, 'ERR_PLATFORM_CONFIG_DATABASE');
      assert.doesNotMatch(error.message, /secret/);
      return true;
    },
  );
});
