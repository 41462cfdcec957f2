/** What this device and the registry keep of the apps a customer uses: for the settings, and for "forget this app". */
import { createContext } from '@lit/context';
import type { AppId, UserId } from '../../sandbox/contract/index.ts';
import type { ActivityLog } from '../services/activity-log.ts';
import type { AppStorage } from '../services/app-storage.ts';
import type { Grants } from './grants.ts';

export interface Kept {
  readonly storage: AppStorage;
  readonly grants: Grants;
  readonly activity: ActivityLog;
}

/** Loaded when it is first needed. */
export const keptContext = createContext<() => Promise<Kept>>('portico-kept');

/** Apps of which anything is kept for this customer; `undefined`: for whoever uses the device signed out. */
export async function appsKept(
  { storage, grants, activity }: Kept,
  userId: UserId | undefined,
): Promise<readonly AppId[]> {
  const [granted, acted, stored] = await Promise.all([
    userId ? grants.ofUser(userId) : [],
    activity.apps(userId),
    storage.apps(userId),
  ]);
  return [...new Set([...granted.map(({ appId }) => appId), ...acted, ...stored])].sort();
}

/**
 * Agreements first: they are the registry's too, and while it cannot be reached nothing is forgotten, so that the
 * customer is never told something that is only half true.
 */
export async function forgetApp(
  { storage, grants, activity }: Kept,
  { userId, appId }: { readonly userId: UserId | undefined; readonly appId: AppId },
): Promise<void> {
  if (userId) await grants.withdraw({ userId, appId });
  await storage.clear({ userId, appId });
  await activity.clear(userId, appId);
}
