import type { Platform } from '../platform/index.ts';
import type { Gateway } from './gateway.ts';
import { type GatewayParts, gatewayRoutes } from './routes.ts';

export type { Gateway } from './gateway.ts';

/** Calls of mini-apps to their own back ends. Has no tables: what it counts, it counts in this process. */
export function createGateway(platform: Platform, parts: GatewayParts): Gateway {
  return { routes: gatewayRoutes(platform, parts) };
}
