import { join } from 'node:path';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Config, openTool } from '../../platform/index.ts';
import { once } from '../context.ts';
import { createSecrets } from '../keys/secrets.ts';
import { createPeople, type People } from './people.ts';

/**
 * People of a registry that may be running at the same time: nothing is started and no data folder taken.
 * @throws PorticoError ERR_IDENTITY_PEOPLE without `DATABASE_URL`: no command looks for an embedded database by itself
 */
export function openPeople(config: Config, actor: string): { readonly people: People; close(): Promise<void> } {
  if (config.databaseUrl === undefined) {
    throw new PorticoError('ERR_IDENTITY_PEOPLE', {
      detail: 'DATABASE_URL is not set; the operator guide says how to name an embedded database.',
    });
  }
  const { db, outbox, clock, random, close } = openTool({ url: config.databaseUrl, logLevel: config.logLevel });
  const file = join(config.dataDir, 'keys', 'identity', 'secrets.key');
  const secrets = once(() => createSecrets(file, { random, create: config.demo }));
  const people = createPeople({ db, outbox, clock, random, secrets, actor });
  return { people, close };
}
