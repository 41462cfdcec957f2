export type { Config } from './config.ts';
export { createPlatform, type RunningPlatform } from './create-platform.ts';
export { createHttpApp } from './http/http-app.ts';
export { sendProblem } from './http/problems.ts';
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
