/**
 * Which apps are open in this tab, so that a page that is loaded again, or restored by the system, knows them: the one at
 * its address is opened again, the others when the customer asks for them. Kept for the tab alone, and for one customer.
 */
import { type AppId, parseAppId } from '../../sandbox/contract/index.ts';

export interface KeptApp {
  readonly appId: AppId;
  /** In the container, with path and query. */
  readonly address: string;
  /** Its verified name; empty when it was never known. */
  readonly name: string;
  /** When it was last on the screen, in ms since 1970. */
  readonly usedAt: number;
}
export interface KeptApps {
  /** User id; empty for somebody who was not signed in. */
  readonly owner: string;
  readonly apps: readonly KeptApp[];
}
export interface LiveAppStore {
  read(): KeptApps;
  write(kept: KeptApps): void;
}

const KEY = 'portico.live-apps';
const none: KeptApps = { owner: '', apps: [] };

export function createLiveAppStore(storage: Pick<Storage, 'getItem' | 'setItem'>): LiveAppStore {
  return {
    read() {
      try {
        return readKept(JSON.parse(storage.getItem(KEY) ?? 'null'));
      } catch {
        return none; // blocked storage, or the form of another version: nothing was open
      }
    },
    write(kept) {
      try {
        storage.setItem(KEY, JSON.stringify(kept));
      } catch {
        return; // blocked storage: a page that is loaded again begins with the app at its address
      }
    },
  };
}

function readKept(value: unknown): KeptApps {
  if (typeof value !== 'object' || value === null || !('owner' in value) || !('apps' in value)) return none;
  const { owner, apps } = value;
  if (typeof owner !== 'string' || !Array.isArray(apps)) return none;
  return { owner, apps: apps.flatMap(readApp) };
}

function readApp(value: unknown): KeptApp[] {
  if (typeof value !== 'object' || value === null) return [];
  const { appId: id, address, name, usedAt } = value as Readonly<Record<string, unknown>>;
  const appId = parseAppId(id);
  if (!appId || typeof address !== 'string' || typeof name !== 'string' || typeof usedAt !== 'number') return [];
  // It is where a tap leads: never out of the container, never to another app.
  const within =
    address === `/app/${appId}` || address.startsWith(`/app/${appId}/`) || address.startsWith(`/app/${appId}?`);
  return within ? [{ appId, address, name, usedAt }] : [];
}
