/** `identity.*`: a one-time code for the partner's server, what the customer agrees to tell, and their level. */
import { PorticoError } from '../../sandbox/contract/index.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { NativeShell } from '../services/native-shell/index.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { SessionState } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import type { TrustState } from '../state/trust.ts';
import { assertFresh } from './assert-fresh.ts';
import { covering } from './cover.ts';

export interface IdentityParts {
  readonly registry: Pick<RegistryClient, 'identity'>;
  readonly trust: TrustState;
  readonly session: SessionState;
  readonly sheets: Pick<Sheets, 'signIn' | 'ask'>;
  readonly nativeShell: Pick<NativeShell, 'device'>;
}

export function identityCapability(
  app: OpenApp,
  { registry, trust, session, sheets, nativeShell }: IdentityParts,
): Pick<CapabilityHandlers, 'identity.login' | 'identity.profile' | 'identity.requireLevel'> {
  const { asker, release } = app;
  return {
    'identity.login': async (_args, { appId, releaseDigest, signal }) => {
      await assertFresh(trust);
      if (appId !== release.appId) throw new PorticoError('ERR_BRIDGE_INTERNAL');
      const { code, expiresAt } = await registry.identity.loginCode(appId, releaseDigest, signal);
      return { code, expiresAt: expiresAt.toISOString() };
    },

    'identity.profile': async ({ scopes }, { appId, signal }) => {
      await assertFresh(trust);
      const { phone, realnameVerified, token } = await registry.identity.profile(appId, scopes, signal);
      return {
        ...(phone !== undefined && { phone }),
        ...(realnameVerified !== undefined && { realnameVerified }),
        token,
      };
    },

    'identity.requireLevel': async ({ level: need }, { appId, method, signal }) => {
      await assertFresh(trust);
      const before = await session.refresh();
      if (!before.signedIn) {
        await covering(app, () => sheets.signIn({ asker, pending: { appId, path: app.launch.path, method } }));
        throw new PorticoError('ERR_CAPABILITY_LEVEL', { data: { level: 0 } });
      }
      if (before.level >= need) return { level: before.level };
      const device = await nativeShell.device();
      const canStepUp = device.features.has('step-up');
      const level = await covering(app, async () => {
        const go = await sheets.ask('level', { asker, have: before.level, need, canStepUp }, signal);
        if (!go || !canStepUp) return before.level;
        // The bank's own process says nothing of how it went: the registry knows the level that came of it.
        await device.stepUp(need, signal);
        const after = await session.refresh();
        return after.signedIn ? after.level : 0;
      });
      if (level < need) throw new PorticoError('ERR_CAPABILITY_LEVEL', { data: { level } });
      return { level };
    },
  };
}
