/** `npm run people`: enters partners and staff into the database of a running registry. Built, `dist/registry/people.js`. */
import { userInfo } from 'node:os';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { PorticoError, parseAppId, parsePartnerId, parseStaffId } from '../sandbox/contract/index.ts';
import { openPeople, type People } from './identity/index.ts';
import { explainFault, readConfig } from './platform/index.ts';

const OPTIONS = {
  name: { type: 'string' },
  app: { type: 'string', multiple: true },
  key: { type: 'string' },
  webhook: { type: 'string' },
  role: { type: 'string' },
  stolen: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

const USAGE = `npm run people -- COMMAND, with the server's own environment (DATABASE_URL, PORTICO_DATA_DIR):
  add-partner ID --name LEGAL_NAME --key PUBLIC_KEY [--app APP_ID]… [--webhook URL]
  add-app PARTNER_ID APP_ID
  add-staff ID --role operator
  add-staff ID --role reviewer --key PUBLIC_KEY
  retire-staff ID
  new-token partner|staff ID      ends the earlier ones
  revoke-key KEY_ID [--stolen]    --stolen: what it signed stops opening`;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];
type Command = (people: People, operands: readonly string[], values: Values) => Promise<unknown>;

const commands: Readonly<Record<string, Command>> = {
  'add-partner': (people, [id], { name, app = [], key, webhook }) =>
    people.addPartner({
      id: good(parsePartnerId(id), 'ID'),
      name: good(name, '--name'),
      appIds: app.map((appId) => good(parseAppId(appId), '--app')),
      publicKey: good(key, '--key'),
      webhookUrl: webhook === undefined ? undefined : good(URL.canParse(webhook) ? webhook : undefined, '--webhook'),
    }),
  'add-app': (people, [partnerId, appId]) =>
    people.addApp(good(parsePartnerId(partnerId), 'PARTNER_ID'), good(parseAppId(appId), 'APP_ID')),
  'add-staff': (people, [id], { role, key }) =>
    people.addStaff({
      id: good(parseStaffId(id), 'ID'),
      role: good(role === 'reviewer' || role === 'operator' ? role : undefined, '--role'),
      publicKey: key,
    }),
  'retire-staff': (people, [id]) => people.retireStaff(good(parseStaffId(id), 'ID')),
  'new-token': (people, [kind, id]) =>
    people.replaceToken(
      good(kind === 'partner' || kind === 'staff' ? kind : undefined, 'partner|staff'),
      good(id, 'ID'),
    ),
  'revoke-key': (people, [keyId], { stolen }) => people.revokeKey(good(keyId, 'KEY_ID'), stolen ? 'stolen' : 'retired'),
};

function good<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new PorticoError('ERR_IDENTITY_PEOPLE', { detail: `${what} is missing or malformed.\n${USAGE}` });
  return value;
}

/** One public key in 64 starts with a dash in base64url, which `parseArgs` takes for another option unless it is joined. */
const KEY_WITH_A_DASH = /^-[A-Za-z0-9_-]{42}$/;

function joinKeys(args: readonly string[]): string[] {
  return args.flatMap((arg, at) => {
    if (arg === '--key' && KEY_WITH_A_DASH.test(args[at + 1] ?? '')) return [`--key=${args[at + 1]}`];
    return args[at - 1] === '--key' && KEY_WITH_A_DASH.test(arg) ? [] : [arg];
  });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: joinKeys(args), options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    const detail = `${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`;
    throw new PorticoError('ERR_IDENTITY_PEOPLE', { detail, cause });
  }
}

try {
  const { positionals, values } = parsed(process.argv.slice(2));
  const [name = '', ...operands] = positionals;
  const command = good(commands[name], 'The command');
  const config = readConfig(process.env, process.cwd());
  const { people, close } = openPeople(config, `system:${userInfo().username}`);
  try {
    const answer = await command(people, operands, values);
    console.log(JSON.stringify(answer ?? { done: true }, null, 2));
  } finally {
    await close();
  }
} catch (error) {
  explainFault(error);
  process.exitCode = 2;
}
