/**
 * What the customer agreed to, wherever they agreed: the registry keeps it with the customer, the device answers from its
 * copy. What was agreed to offline is told to the registry with the next look at it.
 */
import {
  type AppId,
  type ErrorCode,
  type GrantScope,
  PorticoError,
  type UserId,
} from '../../sandbox/contract/index.ts';
import { type Answer, answerOf, type GrantStore, type Kept } from '../services/grant-store.ts';
import { CONTAINER_CODES } from '../services/kept-database.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import { isOffline } from './problem-words.ts';

/** The registry is asked at most this often; a withdrawal on another device is known here after it. */
const LOOK_EVERY_MS = 60_000;

const ofTheCopy: readonly ErrorCode[] = Object.values(CONTAINER_CODES);

export interface GrantsOfUser {
  readonly userId: UserId;
  readonly appId: AppId;
}
export interface Grants {
  answer(of: GrantsOfUser, scope: GrantScope, declared: readonly string[]): Promise<Answer>;
  give(of: GrantsOfUser, scopes: readonly GrantScope[], declared: readonly string[]): Promise<void>;
  refuse(of: GrantsOfUser, scopes: readonly GrantScope[]): Promise<void>;
  /** All that is kept of this customer, refusals too. */
  ofUser(userId: UserId): Promise<readonly Kept[]>;
  /** Takes back one scope, or everything of the app. Needs the network for what was agreed to: ERR_CONTAINER_OFFLINE. */
  withdraw(of: GrantsOfUser, scope?: GrantScope): Promise<void>;
}

export function createGrants(store: GrantStore, registry: Pick<RegistryClient, 'identity'>, now: () => number): Grants {
  let looked: { readonly userId: UserId; readonly at: number; readonly done: Promise<void> } | undefined;

  /** Never throws for the network: the copy then answers as it is. It does where the copy could not be brought up to date. */
  const look = (userId: UserId): Promise<void> => {
    if (looked?.userId === userId && now() - looked.at < LOOK_EVERY_MS) return looked.done;
    const done = bringUpToDate(userId).catch((error: unknown) => {
      looked = undefined;
      if (!(error instanceof PorticoError) || ofTheCopy.includes(error.code)) throw error;
      if (!isOffline(error)) console.warn('portico: the registry did not say what was agreed to', error);
    });
    looked = { userId, at: now(), done };
    return done;
  };

  async function bringUpToDate(userId: UserId): Promise<void> {
    const mine = await store.ofUser(userId);
    for (const { appId, scope, declared } of mine.filter(({ pending }) => pending)) {
      await registry.identity.grant(appId, [scope], declared ?? []);
    }
    const theirs = await registry.identity.grants();
    for (const kept of mine.filter(({ granted }) => granted)) {
      if (!theirs.some(({ appId, scope }) => appId === kept.appId && scope === kept.scope)) await store.forget(kept);
    }
    for (const { appId, scope, declared, grantedAt } of theirs) {
      const refused = mine.find((kept) => kept.appId === appId && kept.scope === scope && !kept.granted);
      // They said no to a release that asked for more; what they agreed to before does not overrule it.
      if (refused && refused.at > grantedAt.getTime()) continue;
      await store.grant({ userId, appId, scope }, { declared, at: grantedAt.getTime(), pending: false });
    }
  }

  return {
    async answer(of, scope, declared) {
      await look(of.userId);
      return answerOf(await store.find({ ...of, scope }), declared, now());
    },
    async give(of, scopes, declared) {
      const keep = async (pending: boolean): Promise<void> => {
        for (const scope of scopes) await store.grant({ ...of, scope }, { declared, at: now(), pending });
      };
      try {
        await registry.identity.grant(of.appId, scopes, declared);
        await keep(false);
      } catch (error) {
        if (!isOffline(error)) throw error;
        await keep(true);
      }
    },
    async refuse(of, scopes) {
      for (const scope of scopes) await store.refuse({ ...of, scope }, now());
    },
    async ofUser(userId) {
      await look(userId);
      return store.ofUser(userId);
    },
    async withdraw(of, scope) {
      const kept = (await store.ofUser(of.userId)).filter(
        (one) => one.appId === of.appId && (scope === undefined || one.scope === scope),
      );
      if (kept.some(({ granted, pending }) => granted && !pending)) {
        await registry.identity.revoke(of.appId, scope).catch((error: unknown) => {
          // Withdrawn on another device already: that is what was wanted.
          if (!(error instanceof PorticoError) || error.code !== 'ERR_IDENTITY_APP_UNKNOWN') throw error;
        });
      }
      for (const one of kept) await store.forget(one);
    },
  };
}
