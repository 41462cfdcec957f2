/** The host side of every capability, put together for one open app. */
import type { CapabilityHandlers, ConsentGate } from '../../sandbox/host/index.ts';
import type { AppStorage } from '../services/app-storage.ts';
import type { GrantStore } from '../services/grant-store.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { PreferencesState } from '../state/preferences.ts';
import type { SessionState } from '../state/session.ts';
import type { Sheets } from '../state/sheets.ts';
import type { TrustState } from '../state/trust.ts';
import { appCapability } from './app.ts';
import { consentGate } from './consent.ts';
import { identityCapability } from './identity.ts';
import { netCapability } from './net.ts';
import { paymentCapability } from './payment.ts';
import { storageCapability } from './storage.ts';
import { uiCapability } from './ui.ts';

export interface CapabilityParts {
  readonly registry: RegistryClient;
  readonly session: SessionState;
  readonly preferences: PreferencesState;
  readonly trust: TrustState;
  readonly sheets: Sheets;
  readonly storage: AppStorage;
  readonly grants: GrantStore;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Capabilities {
  readonly handlers: CapabilityHandlers;
  readonly consent: ConsentGate;
}

export function createCapabilities(parts: CapabilityParts): (app: OpenApp) => Capabilities {
  return (app) => ({
    handlers: {
      ...appCapability(app, parts.preferences),
      ...identityCapability(app, parts.registry, parts.trust),
      ...paymentCapability(app, parts),
      ...storageCapability(parts.storage, parts.session),
      ...netCapability(parts.registry),
      ...uiCapability(app, parts.sheets),
    },
    consent: consentGate(app, parts),
  });
}
