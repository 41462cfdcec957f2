/** `storage.*`: JSON values on this device, for one app and one customer. */
import { storageQuotas } from '../../sandbox/contract/quotas.ts';
import type { CallContext, CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { AppStorage, Owner } from '../services/app-storage.ts';
import { type SessionState, whose } from '../state/session.ts';

type StorageHandlers = Pick<
  CapabilityHandlers,
  'storage.get' | 'storage.set' | 'storage.remove' | 'storage.keys' | 'storage.clear' | 'storage.usage'
>;

export function storageCapability(storage: AppStorage, session: SessionState): StorageHandlers {
  // The app comes from the port and the customer from the session: nothing in a message chooses the shelf.
  const ownerOf = async ({ appId }: CallContext): Promise<Owner> => ({ appId, userId: await whose(session) });
  return {
    'storage.get': async ({ key }, call) => {
      const json = await storage.get(await ownerOf(call), key);
      return { value: json === undefined ? null : JSON.parse(json) };
    },
    'storage.set': async ({ key, value }, call) => {
      await storage.set(await ownerOf(call), key, JSON.stringify(value));
      return null;
    },
    'storage.remove': async ({ key }, call) => {
      await storage.remove(await ownerOf(call), key);
      return null;
    },
    'storage.keys': async (_args, call) => ({ keys: [...(await storage.keys(await ownerOf(call)))] }),
    'storage.clear': async (_args, call) => {
      await storage.clear(await ownerOf(call));
      return null;
    },
    'storage.usage': async (_args, call) => ({
      bytes: await storage.usage(await ownerOf(call)),
      limit: storageQuotas.total,
    }),
  };
}
