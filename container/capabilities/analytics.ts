/** `analytics.*`: under the app and release of the port, at the container's own time. */
import { errors } from '../../sandbox/contract/index.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import { createAnalytics } from '../services/analytics.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';

export function analyticsCapability(
  app: OpenApp,
  parts: { registry: Pick<RegistryClient, 'operations'>; now: () => number; page: Document },
): Pick<CapabilityHandlers, 'analytics.track' | 'analytics.mark'> {
  const { registry, now, page } = parts;
  const { appId, digest } = app.release;
  const analytics = createAnalytics(
    { appId, release: digest },
    {
      send: ({ release }, events) => registry.operations.send(appId, release, events),
      dropped: (code) => app.emit('error', { code, message: errors[code].says }),
      ended: app.ended,
      page,
    },
  );
  return {
    'analytics.track': ({ event, props }) => {
      analytics.add({ kind: 'event', name: event, at: now(), ...(props && { props: { ...props } }) });
      return null;
    },
    'analytics.mark': ({ name, ms }) => {
      analytics.add({ kind: 'mark', name, at: now(), ms });
      return null;
    },
  };
}
