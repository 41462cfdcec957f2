/**
 * Who was signed in when the registry was last asked, so that apps open offline with the same customer's things. It
 * grants nothing: whatever needs the customer's word needs the registry, which reads the cookie.
 */
import { readSession, type Session } from './registry/session.ts';

export interface SessionStore {
  read(): Session | undefined;
  write(session: Session): void;
}

const KEY = 'portico.session';

export function createSessionStore(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): SessionStore {
  return {
    read() {
      try {
        const kept = storage.getItem(KEY);
        return kept === null ? undefined : readSession(JSON.parse(kept), KEY);
      } catch {
        return undefined; // blocked storage or the form of another version: nobody is known
      }
    },
    write(session) {
      try {
        if (session.signedIn) storage.setItem(KEY, JSON.stringify(session));
        else storage.removeItem(KEY);
      } catch {
        return; // blocked storage: offline the customer will be unknown
      }
    },
  };
}
