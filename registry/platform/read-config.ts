import { resolve } from 'node:path';
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { Config } from './config.ts';
import type { SettingName } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const APP_LABEL = /^a-[a-z2-7]{20}$/;

/**
 * Reads the settings of settings.ts. An empty variable counts as not set.
 * @throws PorticoError ERR_PLATFORM_CONFIG_… with a sentence that names the variable, before anything has started
 */
export function readConfig(environment: Environment, workingFolder: string): Config {
  const read = (name: SettingName) => environment[name]?.trim() || undefined;
  const port = readPort(read('PORTICO_PORT') ?? '8080');
  const publicOrigin = readOrigin(
    'PORTICO_PUBLIC_ORIGIN',
    read('PORTICO_PUBLIC_ORIGIN') ?? `http://bank.portico.localhost:${port}`,
  );
  const consoleOrigin = readOrigin(
    'PORTICO_CONSOLE_ORIGIN',
    read('PORTICO_CONSOLE_ORIGIN') ?? `http://console.localhost:${port}`,
  );
  const bankIssuer = read('PORTICO_OIDC_ISSUER');
  const issuerOrigin = bankIssuer
    ? readIssuer(bankIssuer)
    : readOrigin('PORTICO_ISSUER_ORIGIN', read('PORTICO_ISSUER_ORIGIN') ?? `http://id.localhost:${port}`);
  const container = new URL(publicOrigin);
  const contentDomain = readContentDomain(
    read('PORTICO_CONTENT_DOMAIN') ?? container.host.split('.').slice(1).join('.'),
    container,
    [consoleOrigin, issuerOrigin],
  );
  const local = [publicOrigin, consoleOrigin, issuerOrigin, `http://${contentDomain}`].every(isLocalhost);
  const demo = readSwitch('PORTICO_DEMO', read('PORTICO_DEMO'), local);
  if (demo && !local)
    throw new PorticoError('ERR_PLATFORM_CONFIG_DEMO', { detail: `The container is ${publicOrigin}.` });
  const backendMap = readBackendMap(read('PORTICO_BACKEND_MAP'));
  const bankParts = read('PORTICO_BANK_PARTS');
  if (backendMap.size > 0 && !local) throw new PorticoError('ERR_PLATFORM_CONFIG_BACKEND_MAP');

  return {
    port,
    listen: readList(read('PORTICO_LISTEN') ?? '127.0.0.1,::1'),
    trustedProxies: readList(read('PORTICO_TRUSTED_PROXIES') ?? ''),
    dataDir: resolve(workingFolder, read('PORTICO_DATA_DIR') ?? '.portico'),
    databaseUrl: readUrl('DATABASE_URL', read('DATABASE_URL'), ['postgresql:', 'postgres:']),
    blobUrl: readUrl('PORTICO_BLOB_URL', read('PORTICO_BLOB_URL'), ['file:']),
    publicOrigin,
    contentScheme: container.protocol === 'https:' ? 'https' : 'http',
    contentDomain,
    consoleOrigin,
    issuerOrigin,
    embeddedIssuer: bankIssuer === undefined,
    demo,
    bankParts: bankParts && resolve(workingFolder, bankParts),
    backendMap,
    rateLimits: readSwitch('PORTICO_RATE_LIMITS', read('PORTICO_RATE_LIMITS'), true),
    logLevel: readOneOf('LOG_LEVEL', read('LOG_LEVEL') ?? 'info', LOG_LEVELS),
  };
}

function wrong(name: SettingName, value: string, expected: string): PorticoError {
  return new PorticoError('ERR_PLATFORM_CONFIG_VALUE', { detail: `${name} is "${value}"; it must be ${expected}.` });
}

function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw wrong('PORTICO_PORT', value, 'a number from 1 to 65535');
  return port;
}

function readOrigin(name: SettingName, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || url.origin !== value) throw wrong(name, value, 'an origin such as https://m.example.com, without a path');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocalhost(value))) {
    throw wrong(name, value, 'https, unless its host is under .localhost');
  }
  return value;
}

/** An issuer may have a path (OpenID Connect Discovery 1.0, section 4.1). */
function readIssuer(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || (url.protocol !== 'https:' && !isLocalhost(value)) || url.search || url.hash) {
    throw wrong('PORTICO_OIDC_ISSUER', value, 'an https URL without query or fragment');
  }
  return value;
}

/**
 * App hosts must be same-site with the container (a cross-site frame may be refused a service worker) and never with
 * consoles or issuer; and the container's own label must not look like an app's.
 */
function readContentDomain(value: string, container: URL, others: readonly string[]): string {
  const name = 'PORTICO_CONTENT_DOMAIN';
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/.test(value))
    throw wrong(name, value, 'a domain such as apps.example.com');
  const label = container.host.endsWith(`.${value}`) ? container.host.slice(0, -value.length - 1) : undefined;
  if (label === undefined || label.includes('.') || APP_LABEL.test(label)) {
    throw wrong(name, value, `the parent domain of ${container.host}`);
  }
  const under = others.find((origin) => new URL(origin).hostname.endsWith(`.${value.replace(/:\d+$/, '')}`));
  if (under) throw wrong(name, value, `another domain than that of ${under}`);
  return value;
}

function readSwitch(name: SettingName, value: string | undefined, otherwise: boolean): boolean {
  return value === undefined ? otherwise : ['on', '1'].includes(readOneOf(name, value, ['on', 'off', '1', '0']));
}

function readOneOf(name: SettingName, value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw wrong(name, value, `one of ${allowed.join(', ')}`);
  return value;
}

/** The value is not repeated in the error: a database URL holds a password. */
function readUrl(name: SettingName, value: string | undefined, schemes: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && schemes.includes(new URL(value).protocol)) return value;
  throw new PorticoError('ERR_PLATFORM_CONFIG_VALUE', {
    detail: `${name} must be a URL that begins with ${schemes[0]}//.`,
  });
}

function readBackendMap(value: string | undefined): ReadonlyMap<string, string> {
  const name = 'PORTICO_BACKEND_MAP';
  return new Map(
    readList(value ?? '').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split('=');
      const fits = isOrigin(from, /^https:$/) && isOrigin(to, /^http:$/) && isLoopback(new URL(to).hostname);
      if (!fits) throw wrong(name, pair, 'https://name.example=http://127.0.0.1:<port>, separated by commas');
      return [from, to];
    }),
  );
}

function readList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isOrigin(value: string, scheme: RegExp): boolean {
  return URL.canParse(value) && new URL(value).origin === value && scheme.test(new URL(value).protocol);
}

function isLoopback(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost';
}

function isLocalhost(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost');
}
