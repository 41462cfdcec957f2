/** What a mini-app imports, by way of `plugins/kit/sdk`. */
export type { ErrorCode } from '../contract/errors/index.ts';
export type { HostEventName, HostEventPayload } from '../contract/events.ts';
export type { CallOptions, Portico } from './portico.ts';
