/** Who the customer is. Unknown until the registry has answered once; while it cannot be reached, whoever it was last. */
import { createContext } from '@lit/context';
import type { UserId } from '../../sandbox/contract/index.ts';
import type { Session, SignedIn } from '../services/registry/index.ts';
import type { SessionApi } from '../services/registry/session.ts';
import type { SessionStore } from '../services/session-store.ts';
import { isOffline } from './problem-words.ts';
import { createStore, type Store } from './store.ts';

export type SessionView = { readonly known: false } | ({ readonly known: true } & Session);

export interface SessionState extends Store<SessionView> {
  /**
   * Asks the registry; concurrent calls share one request. Offline it answers with whoever was signed in last; other
   * faults are thrown and leave the view as it was.
   */
  refresh(): Promise<Session>;
  signOut(): Promise<void>;
}

export const sessionContext = createContext<SessionState>('portico-session');

/**
 * @param arrived resolves when whoever the bank's native app hands over has been signed in, or nobody is: until then the
 *   cookie may be that of the customer before
 */
export function createSession(
  api: SessionApi,
  kept: SessionStore,
  arrived: Promise<void> = Promise.resolve(),
): SessionState {
  const store = createStore<SessionView>({ known: false });
  let asking: Promise<Session> | undefined;
  const refresh = (): Promise<Session> => {
    asking ??= arrived
      .then(() => api.get())
      .then((session) => {
        kept.write(session);
        return session;
      })
      .catch((error: unknown) => {
        const last = isOffline(error) ? kept.read() : undefined;
        if (!last) throw error;
        return last;
      })
      .then((session) => {
        store.set({ known: true, ...session });
        return session;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  return {
    get value() {
      return store.value;
    },
    subscribe: store.subscribe,
    refresh,
    async signOut() {
      await api.signOut();
      kept.write({ signedIn: false });
      store.set({ known: true, signedIn: false });
    },
  };
}

/** What the registry said when it was last asked; `undefined` before that. */
export const lastKnown = (view: SessionView): Session | undefined => (view.known ? view : undefined);

export const signedInAs = (view: SessionView | undefined): SignedIn | undefined =>
  view?.known && view.signedIn ? view : undefined;

/**
 * Whose things an app may touch: `undefined` is a customer who is not signed in. An app can be there before the registry
 * has said who the customer is, and what it does by then is theirs, not everybody's.
 * @throws PorticoError what the registry answered when it could not tell
 */
export async function whose(session: Pick<SessionState, 'value' | 'refresh'>): Promise<UserId | undefined> {
  if (!session.value.known) {
    await session.refresh().catch((error: unknown) => {
      // Offline, and nobody is remembered on this device.
      if (!isOffline(error)) throw error;
    });
  }
  return signedInAs(session.value)?.userId;
}
