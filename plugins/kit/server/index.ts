/** The partner back end's side of the kit: what a partner's own server needs to speak with Portico. */
/** What everything here throws. */
export { PorticoError } from '../../../sandbox/contract/index.ts';
export {
  createIdentityVerifier,
  type GatewayIdentity,
  type IdentityVerifier,
  type IdentityVerifierOptions,
} from './gateway-identity.ts';
export { type PartnerKey, readPartnerKey } from './partner-key.ts';
export type { LoginSession, NewOrder, Order, OrderState, OrderTicket } from './registry-answers.ts';
export { createRegistryClient, type RegistryClient, type RegistryClientOptions } from './registry-client.ts';
export { type SignedHeaders, signRequest } from './signed-request.ts';
export { readWebhook, type WebhookNotice } from './webhook.ts';
