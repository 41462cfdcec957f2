/** Parts that the tests of capabilities share: one open app, and stand-ins for what the shell would show. */
import type { AppId, ReleaseDigest, UserId } from '../../sandbox/contract/index.ts';
import { exampleRelease } from '../../sandbox/contract/manifest/index.ts';
import type { CallContext } from '../../sandbox/host/index.ts';
import type { Session, SignedIn } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import { createSession, type SessionState } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';

export const appId = 'com.example.tea' as AppId;
export const digest = 'd'.repeat(64) as ReleaseDigest;

export const call: CallContext = {
  appId,
  releaseDigest: digest,
  method: 'app.info',
  signal: new AbortController().signal,
  gesture: true,
};

/** What the app did to its surroundings, in order. */
export function exampleApp(): { app: OpenApp; done: string[] } {
  const done: string[] = [];
  const capabilities = [{ name: 'identity.login', reason: { 'zh-Hans': '认出您', en: 'To know you' } }];
  const app: OpenApp = {
    release: {
      appId,
      digest,
      manifest: exampleRelease({ capabilities }),
      partnerId: 'tea',
      partnerName: '示例茶馆有限公司',
    },
    asker: { appId, name: '茶馆', partnerName: '示例茶馆有限公司' },
    launch: { path: '/menu', query: { table: '7' } },
    setTitle: (title) => done.push(`title ${title}`),
    leave: () => done.push('leave'),
    cover() {
      done.push('cover');
      return () => done.push('uncover');
    },
  };
  return { app, done };
}

export const signedIn: SignedIn = {
  signedIn: true,
  userId: 'c3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f609' as UserId,
  phone: '138****0001',
  level: 3,
  authenticatedAt: new Date(0),
  passkeys: 1,
};

export function sessionOf(session: Session): SessionState {
  const api = {
    get: async () => session,
    signOut: async () => undefined,
    handoff: async () => undefined,
    loginAddress: () => '/',
  };
  return createSession(api, { read: () => undefined, write: () => undefined });
}

/** Sheets that answer as told and write down what was asked. */
export function sheetsAnswering(answers: Partial<Sheets>, asked: string[]): Sheets {
  const unexpected = (name: string) => async (): Promise<never> => {
    asked.push(name);
    throw new TypeError(`no ${name} was expected`);
  };
  return {
    cashier: unexpected('cashier'),
    consent: unexpected('consent'),
    signIn: unexpected('signIn'),
    enrolPasskey: unexpected('enrolPasskey'),
    toast: (text) => asked.push(`toast ${text}`),
    ...answers,
  };
}

export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code ?? String(error),
  );
}
