import type { FastifyRequest } from 'fastify';
import type { GatewayIdentity, IdentityVerifier } from '../../kit/server/index.ts';
import { ParkingError } from './errors.ts';
import type { Store } from './store/store.ts';

/** The guards of the routes. */
export interface Caller {
  /** Any request that came through the bank's gateway from our own app. */
  app(request: FastifyRequest): Promise<GatewayIdentity>;
  /** A customer who has signed in here; else ERR_PARKING_SIGNED_OUT. */
  customer(request: FastifyRequest): Promise<{ readonly openid: string }>;
}

export function createCaller(verify: IdentityVerifier, store: Store, now: () => Date): Caller {
  const app = (request: FastifyRequest) => verify(request.headers['portico-identity']);
  return {
    app,
    async customer(request) {
      const { openid } = await app(request);
      if (openid === undefined) throw new ParkingError('ERR_PARKING_SIGNED_OUT');
      const session = await store.session(openid);
      if (session === undefined || session.expiresAt <= now().getTime()) {
        throw new ParkingError('ERR_PARKING_SIGNED_OUT');
      }
      return { openid };
    },
  };
}
