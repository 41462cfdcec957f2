export type { Config } from './config.ts';
export { createPlatform, type RunningPlatform } from './create-platform.ts';
export { waitForLeaver } from './data-dir.ts';
export { createDraining } from './http/draining.ts';
export { createHttpApp } from './http/http-app.ts';
export { assertPortFree, freePort, listen } from './http/listen.ts';
export { networkOf } from './http/network.ts';
export { isPublicAddress } from './http/public-address.ts';
export { openTool } from './open-tool.ts';
export type {
  BlobStore,
  Caller,
  Clock,
  Database,
  HttpFetch,
  Jobs,
  Migration,
  NoTables,
  Notices,
  Outbox,
  OutboxEvent,
  Platform,
  Random,
  Tx,
} from './platform.ts';
export { readConfig } from './read-config.ts';
export { explainFault, type RunningServer, runProcess } from './run-process.ts';
export { type Setting, type SettingName, settings } from './settings.ts';
