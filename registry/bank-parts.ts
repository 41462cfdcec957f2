/** What a bank brings itself: one module of its own, named by a setting, instead of changes to files of this project. */
import { pathToFileURL } from 'node:url';
import { PorticoError } from '../sandbox/contract/index.ts';
import type { OtpSender } from './identity/index.ts';
import type { Channel } from './payments/index.ts';
import type { Config, Platform } from './platform/index.ts';
import type { SignerSource } from './trust/index.ts';

/** Outside a demo every part that `requiredParts` names must be there; a demo has its own for those left out. */
export interface BankParts {
  /** Signs the metadata that containers believe: KMS, HSM or PKCS#11. */
  readonly signers?: SignerSource;
  /** Moves the money: core banking or a card network. */
  readonly channel?: Channel;
  /** Delivers one-time passwords; only the embedded issuer sends any. */
  readonly otpSender?: OtpSender;
}

/** What the module exports as `createBankParts`. Called once a start, before anything listens; what it throws stops the start. */
export type CreateBankParts = (platform: Platform) => BankParts | Promise<BankParts>;

/** The functions of each part; its own interface says what they do. */
const FUNCTIONS: Readonly<Record<keyof BankParts, readonly string[]>> = {
  signers: ['roots', 'createRoot', 'roles'],
  channel: ['submit', 'query', 'cancel', 'returnLate', 'onNotice'],
  otpSender: ['send'],
};

/**
 * Loads the module of PORTICO_BANK_PARTS; its parts are made, and checked, by the function this returns.
 * @throws PorticoError ERR_PLATFORM_CONFIG_BANK_PARTS, both at once and from that function, saying what is wrong with which part
 */
export async function loadBankParts(
  config: Pick<Config, 'bankParts' | 'demo' | 'embeddedIssuer'>,
): Promise<(platform: Platform) => Promise<BankParts>> {
  const required = requiredParts(config);
  const { bankParts: path } = config;
  if (path === undefined) {
    if (required.length === 0) return async () => ({});
    throw wrong(`PORTICO_BANK_PARTS is not set, and a server that is no demo needs ${required.join(', ')}.`);
  }
  const create = await importCreate(path);
  return async (platform) => {
    let made: unknown;
    try {
      made = await create(platform);
    } catch (cause) {
      throw cause instanceof PorticoError ? cause : wrong(`createBankParts of ${path} failed${because(cause)}`, cause);
    }
    return checkParts(made, { path, required });
  };
}

function requiredParts({ demo, embeddedIssuer }: Pick<Config, 'demo' | 'embeddedIssuer'>): (keyof BankParts)[] {
  if (demo) return [];
  return embeddedIssuer ? ['signers', 'channel', 'otpSender'] : ['signers', 'channel'];
}

async function importCreate(path: string): Promise<(platform: Platform) => unknown> {
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (cause) {
    throw wrong(`PORTICO_BANK_PARTS names ${path}, which cannot be loaded${because(cause)}`, cause);
  }
  const create = module.createBankParts;
  if (typeof create !== 'function') throw wrong(`${path} exports no function createBankParts.`);
  return (platform) => create(platform);
}

/** A part that is misspelt or half done must stop the start: money would otherwise find out. */
function checkParts(
  made: unknown,
  { path, required }: { readonly path: string; readonly required: readonly (keyof BankParts)[] },
): BankParts {
  if (!isObject(made)) throw wrong(`createBankParts of ${path} returned no object.`);
  for (const name of Object.keys(made)) {
    if (!(name in FUNCTIONS)) {
      throw wrong(`${path} has a part "${name}"; the parts are ${Object.keys(FUNCTIONS).join(', ')}.`);
    }
  }
  for (const [name, functions] of Object.entries(FUNCTIONS)) {
    const part = made[name];
    if (part === undefined) continue;
    const missing = functions.find((each) => !isObject(part) || typeof part[each] !== 'function');
    if (missing) throw wrong(`"${name}" of ${path} has no function ${missing}.`);
  }
  const absent = required.find((name) => made[name] === undefined);
  if (absent) throw wrong(`${path} has no part "${absent}", which a server that is no demo needs.`);
  return made;
}

function wrong(detail: string, cause?: unknown): PorticoError {
  return new PorticoError('ERR_PLATFORM_CONFIG_BANK_PARTS', { detail, ...(cause !== undefined && { cause }) });
}

/** The first line only: a loader's message goes on with the stack of files that asked for it. */
function because(cause: unknown): string {
  return cause instanceof Error ? `: ${cause.message.split('\n', 1)[0]}` : '.';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
