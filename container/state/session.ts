/** Who the customer is. `unknown` until the registry has answered once, or while it cannot be reached. */
import { createContext } from '@lit/context';
import type { Session, SignedIn } from '../services/registry/index.ts';
import type { SessionApi } from '../services/registry/session.ts';
import { createStore, type Store } from './store.ts';

export type SessionView = { readonly known: false } | ({ readonly known: true } & Session);

export interface SessionState extends Store<SessionView> {
  /** Asks the registry; concurrent calls share one request. Throws what the request throws and leaves the view as it was. */
  refresh(): Promise<Session>;
  signOut(): Promise<void>;
}

export const sessionContext = createContext<SessionState>('portico-session');

export function createSession(api: SessionApi): SessionState {
  const store = createStore<SessionView>({ known: false });
  let asking: Promise<Session> | undefined;
  const refresh = (): Promise<Session> => {
    asking ??= api
      .get()
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
      store.set({ known: true, signedIn: false });
    },
  };
}

export const signedInAs = (view: SessionView | undefined): SignedIn | undefined =>
  view?.known && view.signedIn ? view : undefined;
