import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { Context } from '../context.ts';
import type { Identity } from '../identity.ts';
import { enrol, enrolmentOptions, revokePasskey } from './enrol.ts';
import { passkeysOf } from './passkey-store.ts';
import * as schema from './schema.ts';

export function passkeyRoutes(
  context: Context,
  { customer, passkeys }: Pick<Identity, 'customer' | 'passkeys'>,
): FastifyPluginAsyncJsonSchemaToTs {
  const config = { caller: 'customer' } as const;
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get('/api/v1/identity/passkeys', { config, schema: schema.list }, async (request) => {
      const { userId } = await customer(request);
      const found = await passkeysOf(context, userId);
      return {
        passkeys: found.map(({ id, enrolledAt }) => ({ credentialId: id, enrolledAt: enrolledAt.toISOString() })),
      };
    });

    app.post('/api/v1/identity/passkeys/options', { config, schema: schema.options }, async (request) => {
      const session = await customer(request);
      return { ...(await enrolmentOptions(context, passkeys, session, request.body.proof)) };
    });

    app.post('/api/v1/identity/passkeys', { config, schema: schema.add }, async (request, reply) => {
      const session = await customer(request);
      const enrolled = await enrol(context, passkeys, session, request.body.attestation);
      return reply.code(201).send(enrolled);
    });

    app.delete('/api/v1/identity/passkeys/:credentialId', { config, schema: schema.revoke }, async (request, reply) => {
      const session = await customer(request);
      await revokePasskey(context, session, request.params.credentialId);
      return reply.code(204).send(null);
    });
  };
}
