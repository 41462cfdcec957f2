/**
 * Runs the whole product on embedded defaults: the registry, the demo partners' own servers, and the seed that takes the
 * partners' mini-apps from source through publishing and review. Ends when a part ends, or on SIGTERM.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDemoPeople } from './people.ts';
import { holdFreePort, type Part, startPart } from './processes.ts';
import { publishDemoApps } from './seed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = process.env.PORTICO_DATA_DIR ?? join(root, '.portico');
const port = process.env.PORTICO_PORT ?? '8080';
const api = `http://127.0.0.1:${port}`;

const parts: Part[] = [];
let stopping = false;

/** Partners first, the registry last, so that nothing that is under way loses the server it talks to. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const part of [...parts].reverse()) await part.stop();
  process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// The channel to `npm start` closes when that process is gone, killed or not.
process.on('disconnect', () => void stop(0));

function started(part: Part): Part {
  parts.push(part);
  part.ended.then(({ code }) => {
    if (stopping) return;
    console.error(`${part.name} has ended (code ${code ?? 'none'}); stopping the rest`);
    void stop(code || 1);
  });
  return part;
}

const parking = await holdFreePort(Number(process.env.PARKING_PORT ?? 0));
const registry = started(
  startPart('registry', ['--enable-source-maps', join(root, 'dist/registry/server.js')], {
    ...process.env,
    PORTICO_PORT: port,
    PORTICO_DATA_DIR: dataDir,
    PORTICO_DEMO: process.env.PORTICO_DEMO ?? '1',
    PORTICO_BACKEND_MAP: process.env.PORTICO_BACKEND_MAP ?? `https://parking.example=http://127.0.0.1:${parking.port}`,
  }),
);
console.log('starting the database and the registry …');
await registry.line(/registry listening/);

const peopleFile = join(dataDir, 'demo.json');
if (!existsSync(peopleFile)) throw new Error(`the registry wrote no ${peopleFile}; is PORTICO_DEMO=0 set?`);
const people = parseDemoPeople(JSON.parse(readFileSync(peopleFile, 'utf8')));
const cityParking = people.partners.find(({ id }) => id === 'cityparking');
if (!cityParking) throw new Error(`${peopleFile} has no partner cityparking; delete the data folder and start again`);

const parkingData = join(dataDir, 'partners', 'parking');
// A partner's records are as much other people's business as the registry's own.
mkdirSync(parkingData, { recursive: true, mode: 0o700 });
await parking.release();
const parkingServer = started(
  startPart('parking', ['--enable-source-maps', join(root, 'dist/parking/server.js')], {
    PATH: process.env.PATH,
    PARKING_PORT: String(parking.port),
    PARKING_DATA_DIR: parkingData,
    PARKING_PARTNER_KEY_FILE: cityParking.keyFile,
    PARKING_WEBHOOK_SECRET: cityParking.webhookSecret,
    PORTICO_API: api,
    PORTICO_PUBLIC_ORIGIN: people.container,
  }),
);
await parkingServer.line(/parking server listening/);

await publishDemoApps({ root, dataDir, people, say: (line) => console.log(line) });

console.log(`demo people and their credentials: ${peopleFile}`);
console.log(`ready ${people.container}`);
