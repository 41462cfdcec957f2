/** Who is signed in, and signing in and out. */
import { parseUserId } from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import { branded, count, flag, maybe, moment, type Read, record, type Shaped, text } from './shape.ts';

const signedInShape = {
  userId: branded(parseUserId, 'a customer id'),
  /** Masked by the server, e.g. `138****0001`. */
  phone: maybe(text),
  level: count,
  authenticatedAt: moment,
  passkeys: count,
};
export type SignedIn = { readonly signedIn: true } & Shaped<typeof signedInShape>;
export type Session = { readonly signedIn: false } | SignedIn;

const readSignedIn = record(signedInShape);
const readState = record({ signedIn: flag });
export const readSession: Read<Session> = (value, where) =>
  readState(value, where).signedIn ? { signedIn: true, ...readSignedIn(value, where) } : { signedIn: false };
const nothing: Read<undefined> = () => undefined;

export interface SessionApi {
  get(): Promise<Session>;
  signOut(): Promise<void>;
  /** Trades a one-time code of the bank's native app for a session. */
  handoff(code: string): Promise<void>;
  /** Address to navigate to for signing in; the customer comes back to `returnTo`, a path of this site, 1,024 characters at most. */
  loginAddress(returnTo: string, locale: string): string;
}

export function createSessionApi(request: Request): SessionApi {
  return {
    get: () => request({ path: '/api/v1/session', read: readSession }),
    signOut: () => request({ method: 'POST', path: '/api/v1/session/logout', body: {}, read: nothing }),
    handoff: (code) => request({ method: 'POST', path: '/api/v1/session/handoff', body: { code }, read: nothing }),
    loginAddress: (returnTo, lang) => `/api/v1/session/login?${new URLSearchParams({ returnTo, lang })}`,
  };
}
