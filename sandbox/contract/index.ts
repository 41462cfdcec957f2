export * from './brand.ts';
export {
  type ArgsOf,
  type CapabilityName,
  isMethodName,
  type MethodEntry,
  type MethodName,
  methods,
  type ResultOf,
  type StreamingMethod,
} from './capabilities/index.ts';
export type { ErrorEntry, ErrorTable } from './errors/entry.ts';
export { type ErrorCode, errors, isErrorCode, PorticoError } from './errors/index.ts';
export { type HostEventName, type HostEventPayload, hostEvents } from './events.ts';
export { type FrameDomains, type FramePage, renderFramePage } from './frame-page.ts';
export {
  type OriginPage,
  type OriginWorkerConfig,
  originClearedHeaders,
  originDocumentHeaders,
  originFileHeaders,
  originWorkerHeaders,
  renderOriginClear,
  renderOriginEnter,
  renderOriginNews,
  renderOriginWorker,
} from './origin-pages.ts';
export { type Quotas, quotas } from './quotas.ts';
export type { JsonValue, Schema, ValueOf } from './schema.ts';
export { type GrantScope, type ProfileScope, parseGrantScope } from './scopes.ts';
export type { Validator, ValidatorFinding } from './validator.ts';
