/** `payment.*`: the cashier opens outside the frame; the app learns a hint, and its server the truth. */
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { SessionState } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import type { TrustState } from '../state/trust.ts';
import { assertFresh } from './assert-fresh.ts';

type PaymentHandlers = Pick<CapabilityHandlers, 'payment.request' | 'payment.query'>;

export function paymentCapability(
  app: OpenApp,
  parts: { registry: Pick<RegistryClient, 'payments'>; session: SessionState; sheets: Sheets; trust: TrustState },
): PaymentHandlers {
  const { registry, session, sheets, trust } = parts;
  const { asker } = app;

  return {
    'payment.request': async ({ orderToken }, { appId, signal }) => {
      const uncover = app.cover();
      try {
        await assertFresh(trust);
        const pending = { appId, path: app.launch.path, method: 'payment.request', orderToken };
        const current = await session.refresh();
        app.assertShown();
        if (!current.signedIn) {
          await sheets.signIn({ asker, pending });
          return { hint: 'cancelled' };
        }
        if (current.passkeys === 0 && !(await sheets.enrolPasskey({ asker, pending }))) return { hint: 'cancelled' };
        app.assertShown();
        return { hint: await sheets.cashier({ asker, orderToken, signal }) };
      } finally {
        uncover();
      }
    },
    'payment.query': async ({ orderToken }, { appId, signal }) => ({
      hint: await registry.payments.query(appId, orderToken, signal),
    }),
  };
}
