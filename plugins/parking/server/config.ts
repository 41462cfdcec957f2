import { readFileSync } from 'node:fs';
import { type PartnerKey, readPartnerKey } from '../../kit/server/index.ts';
import { ParkingError } from './errors.ts';

export interface ParkingConfig {
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Where the bank's registry is reached. */
  readonly api: string;
  /** The container's public origin: issuer of identities, audience of assertions. */
  readonly publicOrigin: string;
  readonly appId: string;
  /** This server's own public origin, as the manifest names it. */
  readonly backendOrigin: string;
  readonly key: PartnerKey;
  readonly webhookSecrets: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment, or throws ERR_PARKING_CONFIG naming every setting that is missing or wrong. */
export function readConfig(env: Environment): ParkingConfig {
  const faults: string[] = [];
  const required = (name: string): string => {
    const value = env[name] ?? '';
    if (value === '') faults.push(`${name} is not set.`);
    return value;
  };
  const origin = (name: string): string => {
    const value = required(name);
    if (value !== '' && (!URL.canParse(value) || new URL(value).origin !== value)) {
      faults.push(`${name} is not an origin such as https://api.bank.example.`);
    }
    return value;
  };
  const port = Number(env.PARKING_PORT ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65535) faults.push('PARKING_PORT is not a port number.');

  const settings = {
    port,
    dataDir: required('PARKING_DATA_DIR'),
    api: origin('PORTICO_API'),
    publicOrigin: origin('PORTICO_PUBLIC_ORIGIN'),
    appId: env.PARKING_APP_ID ?? 'com.cityparking.app',
    backendOrigin: env.PARKING_BACKEND_ORIGIN ?? 'https://parking.example',
    // While a secret is being replaced both are listed, separated by a space.
    webhookSecrets: required('PARKING_WEBHOOK_SECRET').split(' ').filter(Boolean),
  };
  // No adapter for real barriers is written yet, and made-up stays must never be charged to real people.
  if (settings.publicOrigin !== '' && !isDevelopment(settings.publicOrigin)) {
    faults.push('The only gate adapter is the simulator, which runs only where PORTICO_PUBLIC_ORIGIN is *.localhost.');
  }
  const key = readKey(required('PARKING_PARTNER_KEY_FILE'), faults);
  if (key === undefined || faults.length > 0)
    throw new ParkingError('ERR_PARKING_CONFIG', { detail: faults.join(' ') });
  return { ...settings, key };
}

function isDevelopment(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).hostname.endsWith('.localhost');
}

function readKey(path: string, faults: string[]): PartnerKey | undefined {
  if (path === '') return undefined;
  try {
    return readPartnerKey(readFileSync(path, 'utf8'));
  } catch {
    faults.push('PARKING_PARTNER_KEY_FILE does not lead to a readable Ed25519 key.');
    return undefined;
  }
}
