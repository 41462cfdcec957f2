import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';
import type { Identity } from '../identity.ts';
import { keyIdOf, parsePublicKey } from '../keys/ed25519.ts';
import { registerKey } from './partner-store.ts';
import * as schema from './schema.ts';

/** Partners may keep the key set this long, so a new key is published at least as long before it signs. */
const JWKS_SECONDS = 300;

export function partnerRoutes(
  context: Context,
  { partner, signingKeys }: Pick<Identity, 'partner' | 'signingKeys'>,
): FastifyPluginAsyncJsonSchemaToTs {
  return async (app) => {
    app.post(
      '/api/v1/partner/keys',
      { config: { caller: 'partner' }, schema: schema.addKey },
      async (request, reply) => {
        const { partnerId, tokenId } = await partner(request, 'keys:write');
        const publicKey = parsePublicKey(request.body.publicKey);
        if (publicKey === undefined) throw new PorticoError('ERR_IDENTITY_KEY_REFUSED');
        const keyId = keyIdOf(publicKey);
        const now = context.clock.now();
        await context.db.transaction().execute(async (tx) => {
          const owner = { kind: 'partner', id: partnerId } as const;
          const added = await registerKey(tx, { publicKey, owner, uses: ['release'], now });
          if (!added) throw new PorticoError('ERR_IDENTITY_KEY_TAKEN');
          const actor = `partner:${partnerId}`;
          await audit(tx, { at: now, actor, action: 'key.registered', subject: `key:${keyId}`, data: { tokenId } });
        });
        return reply.code(201).send({ keyId, uses: ['release'] });
      },
    );

    app.get(
      '/.well-known/portico/jwks.json',
      { config: { caller: 'public' }, schema: schema.jwks },
      async (_request, reply) => {
        reply.header('cache-control', `public, max-age=${JWKS_SECONDS}`);
        return { ...(await signingKeys.jwks()) };
      },
    );
  };
}
