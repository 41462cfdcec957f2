/** What apps count of their own use, for their partner and the bank's operators. */
import type { AppId, ReleaseDigest } from '../../../sandbox/contract/index.ts';
import type { Request } from './http.ts';
import type { Read } from './shape.ts';

export interface UseEvent {
  readonly kind: 'event' | 'mark';
  readonly name: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  readonly props?: Readonly<Record<string, string | number | boolean>>;
  /** Of a mark. */
  readonly ms?: number;
}
export interface OperationsApi {
  /** Outlives the page: what was counted last is sent while the customer leaves. */
  send(appId: AppId, release: ReleaseDigest, events: readonly UseEvent[]): Promise<void>;
}

const nothing: Read<undefined> = () => undefined;

export function createOperationsApi(request: Request): OperationsApi {
  return {
    send: (appId, release, events) =>
      request({
        method: 'POST',
        path: '/api/v1/operations/events',
        body: { appId, release, events },
        read: nothing,
        keepalive: true,
      }),
  };
}
