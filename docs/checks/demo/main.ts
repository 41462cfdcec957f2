/**
 * Runs the whole product on embedded defaults: the registry, the demo partners' own servers, and the seed that takes the
 * partners' mini-apps from source through publishing and review. Ends when a part ends, or when it is asked to: by a
 * signal, or because the process that started it is gone.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { explainFault } from '../../../registry/platform/run-process.ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { stopKilledRegistrysPostgres } from './left-behind.ts';
import { readableLine } from './log-lines.ts';
import { type DemoPeople, parseDemoPeople } from './people.ts';
import { type Ending, holdPort, type Part, PartEnded, startPart } from './processes.ts';
import { CommandFailed, publishDemoApps } from './seed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = resolve(root, process.env.PORTICO_DATA_DIR?.trim() || '.portico');
const peopleFile = join(dataDir, 'demo.json');

/** In the order in which they are stopped: the registry is the door, so nobody behind it is missed once it is closed. */
const parts: Part[] = [];
const stopping = new AbortController();

async function stop(code: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  for (const part of parts) await part.stop();
  process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// The channel to `npm start` closes when that process is gone, killed or not.
process.on('disconnect', () => void stop(0));
// A reader of our output that went away must not keep us from stopping what we started.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function start(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Part {
  const onLine = (line: string) => {
    const readable = readableLine(line);
    if (readable !== undefined) console.log(`[${name}] ${readable}`);
  };
  const part = startPart(name, ['--enable-source-maps', ...args], env, { onLine });
  parts.push(part);
  void part.ended.then((ending) => ended(part, ending));
  return part;
}

async function ended(part: Part, { code, signal }: Ending): Promise<void> {
  if (part.name === 'registry' && signal) await stopKilledRegistrysPostgres(dataDir);
  if (stopping.signal.aborted) return;
  // Code 2: the part has said which setting is wrong and what to do.
  if (code !== 2) console.error(`${part.name} has ended (${signal ?? `code ${code}`}); stopping the rest`);
  await stop(code || 1);
}

async function run(): Promise<DemoPeople> {
  const parkingPort = await holdPort('PARKING_PORT', process.env.PARKING_PORT);
  console.log('starting the database and the registry …');
  const registry = start('registry', [join(root, 'dist/registry/server.js')], {
    ...process.env,
    PORTICO_DATA_DIR: dataDir,
    PORTICO_DEMO: process.env.PORTICO_DEMO || 'on',
    PORTICO_BACKEND_MAP:
      process.env.PORTICO_BACKEND_MAP || `https://parking.example=http://127.0.0.1:${parkingPort.port}`,
  });
  await registry.line(/registry listening/);

  const people = parseDemoPeople(JSON.parse(readFileSync(peopleFile, 'utf8')));
  const cityParking = people.partners.find(({ id }) => id === 'cityparking');
  if (!cityParking) throw new TypeError('demo.json has no partner cityparking');
  const parkingData = join(dataDir, 'partners', 'parking');
  // A partner's records are as much other people's business as the registry's own.
  mkdirSync(parkingData, { recursive: true, mode: 0o700 });
  console.log('starting the parking partner’s server …');
  await parkingPort.release();
  const parking = start('parking', [join(root, 'dist/parking/server.js')], {
    PATH: process.env.PATH,
    PARKING_PORT: String(parkingPort.port),
    PARKING_DATA_DIR: parkingData,
    PARKING_PARTNER_KEY_FILE: cityParking.keyFile,
    PARKING_WEBHOOK_SECRET: cityParking.webhookSecret,
    PORTICO_API: people.api,
    PORTICO_PUBLIC_ORIGIN: people.container,
  });
  await parking.line(/parking server listening/);

  await publishDemoApps({ root, dataDir, people, signal: stopping.signal, say: (line) => console.log(line) });
  return people;
}

try {
  const people = await run();
  console.log(`demo people and their credentials: ${peopleFile}`);
  console.log(`ready ${people.container}`);
} catch (error) {
  // Often a part that ended is the cause; it has said why.
  await Promise.race([...parts.map((part) => part.ended), pause(500)]);
  if (!(error instanceof PartEnded) && !stopping.signal.aborted) {
    if (error instanceof CommandFailed) console.error(error.message);
    else explainFault(error);
    await stop(error instanceof PorticoError ? 2 : 1);
  }
}
