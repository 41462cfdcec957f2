/** The host's side of the wall. Only `container/screens/player`, `container/capabilities` and `container/shell` import it. */
export { Streamed } from '../bridge/index.ts';
export { focusApp } from './app-frame.ts';
export { clearOrigin } from './clear-origin.ts';
export { meetFramePage } from './meet-frame-page.ts';
export { type OpenOriginRealmOptions, openOriginRealm } from './open-origin-realm.ts';
export { openRealm } from './open-realm.ts';
export { type PrewarmedFrame, prewarmFrame } from './prewarm-frame.ts';
export type {
  AuditLine,
  CallContext,
  CapabilityHandlers,
  ConsentGate,
  OpenRealmOptions,
  Realm,
  RealmFiles,
  RealmState,
  ReleaseToOpen,
} from './realm.ts';
