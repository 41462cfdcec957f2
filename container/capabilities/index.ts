/** The host side of every capability, put together for one open app. */
import { msg, str } from '@lit/localize';
import type { AuditLine, CapabilityHandlers, ConsentGate } from '../../sandbox/host/index.ts';
import type { ActivityLog } from '../services/activity-log.ts';
import { createAppFiles } from '../services/app-files.ts';
import type { AppStorage } from '../services/app-storage.ts';
import type { NativeShell } from '../services/native-shell/index.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { Grants } from '../state/grants.ts';
import type { Navigation } from '../state/navigation.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { PreferencesState } from '../state/preferences.ts';
import type { SessionState } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import type { TrustState } from '../state/trust.ts';
import { activityAudit } from './activity.ts';
import { analyticsCapability } from './analytics.ts';
import { appCapability } from './app.ts';
import { consentGate } from './consent.ts';
import { deviceCapability } from './device.ts';
import { identityCapability } from './identity.ts';
import { mediaCapability } from './media.ts';
import { messageCapability } from './message.ts';
import { navCapability } from './nav.ts';
import { netCapability } from './net.ts';
import { paymentCapability } from './payment.ts';
import { storageCapability } from './storage.ts';
import { uiCapability } from './ui.ts';

export interface CapabilityParts {
  readonly registry: RegistryClient;
  readonly session: SessionState;
  readonly preferences: PreferencesState;
  readonly trust: TrustState;
  readonly navigation: Navigation;
  readonly nativeShell: NativeShell;
  readonly sheets: Sheets;
  readonly storage: AppStorage;
  readonly grants: Grants;
  readonly activity: ActivityLog;
  readonly page: Document;
  /** Origin of the container. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Capabilities {
  readonly handlers: CapabilityHandlers;
  readonly consent: ConsentGate;
  readonly audit: (line: AuditLine) => void;
}

export function createCapabilities(parts: CapabilityParts): (app: OpenApp) => Capabilities {
  const copied = (name: string): string => msg(str`“${name}”已复制内容到剪贴板`, { id: 'device.copied' });
  return (app) => {
    const files = createAppFiles();
    watchMemory(app, parts.nativeShell);
    return {
      handlers: {
        ...appCapability(app, parts.preferences),
        ...identityCapability(app, parts),
        ...paymentCapability(app, parts),
        ...storageCapability(parts.storage, parts.session),
        ...netCapability(parts.registry, files),
        ...navCapability(app, parts),
        ...uiCapability(app, parts),
        ...deviceCapability(app, { ...parts, copied }),
        ...mediaCapability(app, { ...parts, files }),
        ...messageCapability(app, parts),
        ...analyticsCapability(app, parts),
      },
      consent: consentGate(app, parts),
      audit: activityAudit(parts.activity, parts.session),
    };
  };
}

/** Passes on that memory is short, where the device says so. */
function watchMemory(app: OpenApp, nativeShell: NativeShell): void {
  nativeShell.device().then(
    (device) => {
      if (app.ended.aborted || !device.features.has('memory')) return;
      app.ended.addEventListener(
        'abort',
        device.watchMemory((level) => app.emit('memory', { level })),
        { once: true },
      );
    },
    (error: unknown) => console.warn('portico: the device’s features are not there', error),
  );
}
