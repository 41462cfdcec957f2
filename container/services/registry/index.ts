/** The registry as the container knows it: typed, and every answer read before it is believed. */
import { type CatalogueApi, createCatalogueApi } from './catalogue.ts';
import { createGatewayApi, type GatewayApi } from './gateway.ts';
import { createOpen, createRequest } from './http.ts';
import { createIdentityApi, type IdentityApi } from './identity.ts';
import { createOperationsApi, type OperationsApi } from './operations.ts';
import { createPaymentsApi, type PaymentsApi } from './payments.ts';
import { createSessionApi, type SessionApi } from './session.ts';

export interface RegistryClient {
  readonly session: SessionApi;
  readonly identity: IdentityApi;
  readonly catalogue: CatalogueApi;
  readonly payments: PaymentsApi;
  readonly gateway: GatewayApi;
  readonly operations: OperationsApi;
}

export function createRegistryClient(fetch: typeof globalThis.fetch): RegistryClient {
  const request = createRequest(fetch);
  return {
    session: createSessionApi(request),
    identity: createIdentityApi(request),
    catalogue: createCatalogueApi(request),
    payments: createPaymentsApi(request),
    gateway: createGatewayApi(request, createOpen(fetch)),
    operations: createOperationsApi(request),
  };
}

export { blobAddress, type Home, type Listing, NEUTRAL_COLOUR } from './catalogue.ts';
export type { GatewayAnswer, GatewayCall } from './gateway.ts';
export type { Profile, RegistryGrant } from './identity.ts';
export type { Confirmation, Hint, Intent, Item, Offer, Receipt } from './payments.ts';
export type { Session, SignedIn } from './session.ts';
