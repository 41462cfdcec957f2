import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { frameAddress } from '../../../container/services/app-address.ts';
import {
  createIdentityVerifier,
  createRegistryClient,
  PorticoError,
  readPartnerKey,
  signRequest,
} from '../../../plugins/kit/server/index.ts';
import type { Level } from '../../../sandbox/attacks/attack.ts';
import type { ApiAnswer, ManifestChange, PublishedApp, World } from '../../../sandbox/attacks/bench.ts';
import type { OpenHost } from '../../../sandbox/attacks/stage/open-host.ts';
import type { PartnerBackend } from '../../../sandbox/attacks/stage/partner-backend.ts';
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import { type DemoPartner, parseDemoPeople } from '../demo/people.ts';
import { holdPort, startPart } from '../demo/processes.ts';
import { askRegistry } from '../demo/review.ts';
import { readBooks } from '../journeys/books.ts';
import { browserCommand, launchBrowser, phone } from '../product/browser.ts';
import type { Product } from '../product/product.ts';
import { addPasskey, signIn } from './customer.ts';
import { createPublisher } from './publisher.ts';

export interface WorldParts {
  readonly root: string;
  readonly product: Product;
  readonly browser: Browser;
  readonly openHost: OpenHost;
  readonly backend: PartnerBackend;
  readonly packageOf: (change: ManifestChange) => Promise<Uint8Array>;
}

/** The world of one level; what the levels share (product, browser, payer) is the same in all of them. */
export interface Worlds {
  at(level: Level): World;
  close(): Promise<void>;
}

/** The lab under its other names, and how their manifests differ. */
const labs: Readonly<Record<Parameters<World['app']>[0], ManifestChange>> = {
  lab: {},
  other: {
    appId: 'com.attacklab.other',
    name: 'Other Lab',
    portico: { capabilities: [{ name: 'storage', reason: { 'zh-Hans': '试着读别家的数据', en: 'To try' } }] },
  },
  doomed: { appId: 'com.attacklab.doomed', name: 'Doomed Lab' },
  swapped: { appId: 'com.attacklab.swapped', name: 'Swapped Lab' },
  carded: { appId: 'com.attacklab.carded', name: 'Carded Lab', card: true },
  greedy: {
    appId: 'com.attacklab.greedy',
    name: 'Greedy Lab',
    portico: { capabilities: [{ name: 'identity.login', reason: { 'zh-Hans': '先要一点', en: 'A little first' } }] },
  },
};

/** Contexts of the corpus's browsers: a phone that finds the declared host on this machine, whatever its certificate. */
export const contextOptions = { ...phone, ignoreHTTPSErrors: true } as const;

export function createWorlds(parts: WorldParts): Worlds {
  const { root, product, browser, openHost, backend, packageOf } = parts;
  const { api, origin, people } = product;
  const partner = people.partners.find(({ id }) => id === 'cityparking') as DemoPartner;
  const [operator] = people.operators;
  const key = readPartnerKey(readFileSync(partner.keyFile, 'utf8'));
  const publisher = createPublisher({ api, people, partner, packageOf });
  const closing: (() => Promise<unknown> | unknown)[] = [];
  let session: Promise<Awaited<ReturnType<BrowserContext['storageState']>>> | undefined;
  let paying: Promise<Page> | undefined;

  /** The cookies of one sign-in serve every context: signing in again and again would only test the issuer's limits. */
  async function signedIn(): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
    const page = await startPayer();
    return page.context().storageState();
  }
  async function startPayer(): Promise<Page> {
    paying ??= browser.newContext(contextOptions).then(async (context) => {
      closing.push(() => context.close());
      const page = await signIn(context, product);
      await addPasskey(page);
      return page;
    });
    return paying;
  }

  const shared: Omit<World, 'level' | 'app' | 'publish' | 'submit'> = {
    submission: publisher.submission,
    api,
    origin,
    browser,
    openHost,
    backend,
    frameUrl: ({ appId, digest, level: isolation }) =>
      frameAddress(new URL(origin), { appId: appId as AppId, isolation, digest: digest as ReleaseDigest }),
    async revoke(what, reason) {
      await askRegistry(api, operator?.token ?? '', 'POST', '/api/v1/trust/revocations', { ...what, reason });
    },
    async asPartner(method, path, body) {
      const text = body === undefined ? '' : JSON.stringify(body);
      const signed = signRequest(key, { method, path, body: text, now: new Date(), nonce: crypto.randomUUID() });
      const response = await fetch(`${api}${path}`, {
        method,
        headers: { ...signed, ...(text && { 'content-type': 'application/json' }) },
        ...(text && { body: text }),
      });
      return answerOf(response);
    },
    async exchange(appId, code) {
      const client = createRegistryClient({ api, publicOrigin: origin, appId, key });
      try {
        return { status: 200, body: await client.exchangeLoginCode(code) };
      } catch (error) {
        if (!(error instanceof PorticoError)) throw error;
        const { status = 0 } = (error.data ?? {}) as { status?: number };
        return { status, body: error.data };
      }
    },
    async acceptsIdentity(token, { audience, appId, at }) {
      const verify = createIdentityVerifier({
        issuer: origin,
        audience,
        appId,
        keys: new URL(`${api}/.well-known/portico/jwks.json`),
        ...(at && { now: () => at }),
      });
      return verify(token).then(
        () => 'accepted',
        (error: unknown) => (error instanceof PorticoError ? error.code : String(error)),
      );
    },
    async context({ signedIn: isSignedIn = false, ...options } = {}) {
      if (isSignedIn) session ??= signedIn();
      const context = await browser.newContext({
        ...contextOptions,
        ...(isSignedIn && session && { storageState: await session }),
        ...options,
      });
      closing.push(() => context.close());
      return context;
    },
    payer: startPayer,
    books: () => readBooks(product),
    async launch(args) {
      const launched = await launchBrowser(args);
      closing.push(() => launched.close());
      return launched;
    },
    async networkLog() {
      // A profile on disk: a private window makes no prediction, so it has nothing to look up ahead of time.
      const folder = mkdtempSync(join(tmpdir(), 'portico-network-log-'));
      const file = join(folder, 'log.json');
      const { executablePath, args } = browserCommand;
      const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
        executablePath,
        args: [...args, `--log-net-log=${file}`],
        ...contextOptions,
      });
      closing.push(async () => {
        await context.close();
        rmSync(folder, { recursive: true, force: true });
      });
      return {
        context,
        async read() {
          await context.close();
          return readFileSync(file, 'utf8');
        },
      };
    },
    async withoutScanner() {
      const copy = await startWithoutScanner(root);
      closing.push(copy.close);
      const [firstPartner] = copy.people.partners;
      if (!firstPartner) throw new TypeError('the copy has no partner');
      return createPublisher({ api: copy.people.api, people: copy.people, partner: firstPartner, packageOf });
    },
  };

  /** An app has one isolation level for good, so the labs of each level have ids of their own. */
  function at(level: Level): World {
    const here = (change: ManifestChange): ManifestChange => {
      const { appId = 'com.attacklab.app' } = change;
      return { level, ...change, appId: level === 'origin' ? appId.replace('.attacklab.', '.attacksite.') : appId };
    };
    const published = new Map<string, Promise<PublishedApp>>();
    const publish = (change: ManifestChange): Promise<PublishedApp> => publisher.publish(here(change));
    return {
      ...shared,
      level,
      publish,
      submit: (change) => publisher.submit(here(change)),
      app(name) {
        const known = published.get(name) ?? publish(labs[name]);
        published.set(name, known);
        return known;
      },
    };
  }
  return {
    at,
    async close() {
      for (const close of closing) await close();
    },
  };
}

async function answerOf(response: Response): Promise<ApiAnswer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** The registry from a copy of the build in which the scanner is missing. */
async function startWithoutScanner(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'portico-unscanned-'));
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  unlinkSync(join(folder, 'dist/registry/scanner.js'));
  const held = await holdPort('a free port', undefined);
  await held.release();
  const dataDir = join(folder, 'data');
  const part = startPart(
    'unscanned registry',
    [join(folder, 'dist/registry/server.js')],
    {
      ...process.env,
      PORTICO_PORT: String(held.port),
      PORTICO_DATA_DIR: dataDir,
      PORTICO_DEMO: '1',
      PORTICO_BACKEND_MAP: '',
    },
    { onLine: () => undefined },
  );
  await part.line(/registry listening/);
  return {
    people: parseDemoPeople(JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))),
    async close() {
      await part.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
