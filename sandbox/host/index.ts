/** The host's side of the wall. Only `container/screens/player`, `container/capabilities` and `container/shell` import it. */
export type { PrewarmedFrame } from './frame-element.ts';
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
