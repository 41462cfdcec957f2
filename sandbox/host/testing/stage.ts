import type { AppId, Quotas, ReleaseDigest } from '../../contract/index.ts';
import { openRealm } from '../open-realm.ts';
import type { PrewarmedFrame } from '../prewarm-frame.ts';
import type {
  AuditLine,
  CallContext,
  CapabilityHandlers,
  ConsentGate,
  Realm,
  RealmFiles,
  RealmState,
} from '../realm.ts';
import { exampleHandlers } from './example-handlers.ts';
import { frameUrl } from './fixture-app.ts';

/** Everything the fixture app stored or was refused ends up here: it reports through `storage.set`. */
export interface Stage {
  readonly realm: Realm;
  readonly states: RealmState[];
  readonly audit: AuditLine[];
  readonly calls: CallContext[];
  /** Resolves with the value that the app stores under `key`. */
  reported(key: string): Promise<unknown>;
  until(phase: RealmState['phase']): Promise<RealmState>;
  readonly mount: HTMLElement;
}

export interface StageOptions {
  readonly files: RealmFiles;
  readonly handlers?: Partial<CapabilityHandlers>;
  readonly consent?: ConsentGate;
  readonly capabilities?: readonly string[];
  readonly quotas?: Partial<Quotas>;
  readonly url?: string;
  readonly mount?: HTMLElement;
  readonly prewarmed?: PrewarmedFrame;
}

/** An element of the page for one realm. */
export function newMount(): HTMLElement {
  const mount = document.createElement('div');
  Object.assign(mount.style, { width: '320px', height: '240px' });
  document.body.append(mount);
  return mount;
}

/** Opens a realm on the test's page with handlers that a test may replace. */
export function openOnStage(options: StageOptions): Stage {
  const states: RealmState[] = [];
  const audit: AuditLine[] = [];
  const calls: CallContext[] = [];
  const stored = new Map<string, unknown>();
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const check of waiting) check();
  };
  const waitFor = <T>(read: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const check = (): void => {
        const value = read();
        if (value === undefined) return;
        waiting.delete(check);
        resolve(value);
      };
      waiting.add(check);
      check();
    });

  const handlers: CapabilityHandlers = {
    ...exampleHandlers(),
    'app.info': () => ({ appId: 'com.example.tea', name: 'Tea', version: '1.0.0', locale: 'en', theme: 'light' }),
    'app.launchOptions': () => ({ path: '/', query: {} }),
    'identity.login': () => ({ code: 'code-0123456789abcdef', expiresAt: '2030-01-01T00:00:00Z' }),
    'payment.request': () => ({ hint: 'processing' }),
    'payment.query': () => ({ hint: 'processing' }),
    'storage.get': ({ key }) => ({ value: (stored.get(key) as string | undefined) ?? null }),
    'storage.set': ({ key, value }, call) => {
      stored.set(key, value);
      calls.push(call);
      wake();
      return null;
    },
    'storage.keys': () => ({ keys: [] }),
    'storage.usage': () => ({ bytes: 0, limit: 10 }),
    'net.request': () => ({ status: 200, headers: {}, body: '' }),
    ...options.handlers,
  };
  const mount = options.mount ?? newMount();
  const realm = openRealm({
    mount,
    frameUrl: options.url ?? frameUrl(),
    ...(options.prewarmed ? { prewarmed: options.prewarmed } : {}),
    release: {
      appId: 'com.example.tea' as AppId,
      digest: '0'.repeat(64) as ReleaseDigest,
      entry: 'index.html',
      capabilities: options.capabilities ?? ['storage', 'net', 'payment', 'identity.login'],
    },
    files: options.files,
    handlers,
    consent: options.consent ?? (() => true),
    title: 'Tea',
    ...(options.quotas ? { quotas: options.quotas } : {}),
    audit: (line) => audit.push(line),
    onState: (state) => {
      states.push(state);
      wake();
    },
  });
  return {
    realm,
    states,
    audit,
    calls,
    mount,
    reported: (key) => waitFor(() => stored.get(key)),
    until: (phase) => waitFor(() => (realm.state.phase === phase ? realm.state : undefined)),
  };
}
