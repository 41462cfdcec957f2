/** Parts that the tests of capabilities share: one open app, and stand-ins for what the shell would show. */
import { type AppId, PorticoError, type ReleaseDigest, type UserId } from '../../sandbox/contract/index.ts';
import { exampleRelease } from '../../sandbox/contract/manifest/index.ts';
import type { CallContext } from '../../sandbox/host/index.ts';
import type { NativeDevice, NativeShell } from '../services/native-shell/index.ts';
import type { Session, SignedIn } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import { createSession, type SessionState } from '../state/session.ts';
import type { AppSheet, Sheets } from '../state/sheets.ts';

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
  const capabilities = [
    { name: 'identity.login', reason: { 'zh-Hans': '认出您', en: 'To know you' } },
    { name: 'device.location', reason: { 'zh-Hans': '找到附近的茶馆', en: 'To find a tea house near you' } },
    { name: 'message', reason: { 'zh-Hans': '茶好了告诉您', en: 'To tell you that tea is ready' } },
  ];
  const messages = [
    { id: 'tea-ready', title: { 'zh-Hans': '取茶提醒', en: 'Tea is ready' } },
    { id: 'refunded', title: { 'zh-Hans': '退款到账', en: 'Refund arrived' } },
  ];
  const app: OpenApp = {
    release: {
      appId,
      digest,
      manifest: exampleRelease({ capabilities, messages }),
      partnerId: 'tea',
      partnerName: '示例茶馆有限公司',
    },
    asker: { appId, name: '茶馆', partnerName: '示例茶馆有限公司' },
    launch: { path: '/menu', query: { table: '7' } },
    setTitle: (title) => done.push(`title ${title}`),
    setBar: (colour) => done.push(`bar ${colour}`),
    setLeaveQuestion: (text) => done.push(`question ${text}`),
    setLoading: (text) => done.push(`loading ${text}`),
    setRefresh: (state) => done.push(`refresh ${state}`),
    emit: (name, payload) => done.push(`event ${name} ${JSON.stringify(payload)}`),
    ended: new AbortController().signal,
    leave: () => done.push('leave'),
    assertShown: () => undefined,
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

/** A device that writes down what it was told to do; pass what a test is about. */
export function deviceDoing(done: string[], changes: Partial<NativeDevice> = {}): Pick<NativeShell, 'device'> {
  const note =
    (word: string) =>
    async (value: unknown): Promise<void> => {
      done.push(`${word} ${String(value)}`);
    };
  const unsupported = async (): Promise<never> => {
    throw new PorticoError('ERR_CAPABILITY_UNSUPPORTED');
  };
  const felt = async (): Promise<boolean> => done.push('vibrate') > 0;
  const device: NativeDevice = {
    features: new Set(),
    locate: unsupported,
    network: async () => ({ online: true, kind: 'wifi', saveData: false }),
    copyText: note('copy'),
    dial: note('dial'),
    vibrate: felt,
    haptic: felt,
    openUrl: note('open'),
    saveImage: async (_image, name) => void done.push(`save ${name}`),
    share: unsupported,
    scan: unsupported,
    stepUp: unsupported,
    watchMemory: () => () => undefined,
    ...changes,
  };
  return { device: async () => device };
}

/**
 * The one kind of sheet that a test expects, and what the customer does with it.
 * @param answer is given the sheet's kind and question
 */
export function asking(answer: (sheet: AppSheet, question: unknown) => unknown): Pick<Sheets, 'ask'> {
  return { ask: (async (sheet: AppSheet, question: unknown) => answer(sheet, question)) as Sheets['ask'] };
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
    ask: unexpected('ask'),
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
