import type { FastifyPluginAsyncJsonSchemaToTs } from '@fastify/type-provider-json-schema-to-ts';
import type { FastifyRequest } from 'fastify';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { serviceByToken } from '../callers/bearer.ts';
import type { Context } from '../context.ts';
import type { CustomerSession } from '../identity.ts';
import { clearCookie, readCookie, setCookie } from '../sessions/cookies.ts';
import { customerOf, maskPhone, parsePhone } from '../sessions/customers.ts';
import { ABSOLUTE_SECONDS, endSession } from '../sessions/session-store.ts';
import { ATTEMPT_SECONDS, rememberAttempt, takeAttempt } from './attempts.ts';
import { beginSession, mintHandoffCode, redeemHandoffCode } from './handoff.ts';
import { CALLBACK_PATH, createRelyingParty } from './relying-party.ts';
import { parseReturnTo } from './return-to.ts';
import * as schema from './schema.ts';

/** Where a sign-in that went wrong ends, since a person is looking: the container says what happened and offers a new try. */
const FAILED = '/?signin=failed';
/** BCP 47 tags as OIDC's `ui_locales` wants them. */
const UI_LOCALES = { 'zh-Hans': 'zh-Hans zh-CN zh', en: 'en' } as const;

type FindCustomer = (request: FastifyRequest) => Promise<CustomerSession | undefined>;

export function signInRoutes(context: Context, findCustomer: FindCustomer): FastifyPluginAsyncJsonSchemaToTs {
  const { config, random, log } = context.platform;
  const issuer = createRelyingParty(context);

  return async (app) => {
    app.get(
      '/api/v1/session',
      { config: { caller: 'customer' }, schema: schema.readSession },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const session = await findCustomer(request);
        return session ? await describe(context, session) : { signedIn: false as const };
      },
    );

    app.get(
      '/api/v1/session/login',
      { config: { caller: 'navigation' }, schema: schema.login },
      async (request, reply) => {
        const returnTo = parseReturnTo(request.query.returnTo, config.publicOrigin);
        const attempt = { state: random.token(32), nonce: random.token(32), codeVerifier: random.token(32) };
        const uiLocales = request.query.lang && UI_LOCALES[request.query.lang];
        const url = await issuer.authorizationUrl(attempt, uiLocales);
        setCookie(reply, 'login', await rememberAttempt(context, attempt, returnTo), ATTEMPT_SECONDS);
        return reply.header('cache-control', 'no-store').redirect(url.href, 302);
      },
    );

    app.get(CALLBACK_PATH, { config: { caller: 'navigation' }, schema: schema.callback }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      clearCookie(reply, 'login');
      const secret = readCookie(request, 'login');
      const attempt = secret && (await takeAttempt(context, secret));
      if (!attempt) return reply.redirect(FAILED, 302);
      try {
        const signedIn = await issuer.finish(new URL(request.raw.url ?? '', config.publicOrigin), attempt);
        if (signedIn === undefined) return reply.redirect(attempt.returnTo, 302);
        const cookie = await context.db.transaction().execute(async (tx) => {
          const userId = await customerOf(context, tx, signedIn.person);
          return await beginSession(context, tx, userId, signedIn.authenticatedAt, 'issuer');
        });
        setCookie(reply, 'session', cookie, ABSOLUTE_SECONDS);
        return reply.redirect(attempt.returnTo, 302);
      } catch (error) {
        if (!(error instanceof PorticoError)) throw error;
        log.warn({ err: error }, 'a sign-in did not finish');
        return reply.redirect(FAILED, 302);
      }
    });

    app.post(
      '/api/v1/session/logout',
      { config: { caller: 'customer' }, schema: schema.logout },
      async (request, reply) => {
        const secret = readCookie(request, 'session');
        if (secret !== undefined) await endSession(context, secret);
        clearCookie(reply, 'session');
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/v1/session/handoff',
      { config: { caller: 'customer' }, schema: schema.handoff },
      async (request, reply) => {
        const before = readCookie(request, 'session');
        setCookie(reply, 'session', await redeemHandoffCode(context, request.body.code), ABSOLUTE_SECONDS);
        // Whoever used this browser before is not there any more.
        if (before !== undefined) await endSession(context, before);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/v1/session/handoff-codes',
      { config: { caller: 'staff' }, schema: schema.mintHandoff },
      async (request, reply) => {
        const { serviceId } = await serviceByToken(context, request, 'handoff:write');
        const { subject, phone, authenticatedAt } = request.body;
        const person = { issuer: config.issuerOrigin, subject, phone: parsePhone(phone) };
        const minted = await mintHandoffCode(context, serviceId, person, new Date(authenticatedAt));
        return reply.code(201).send({ code: minted.code, expiresAt: minted.expiresAt.toISOString() });
      },
    );
  };
}

async function describe({ db }: Context, session: CustomerSession) {
  const { phone } = await db
    .selectFrom('identity.customers')
    .select('phone')
    .where('id', '=', session.userId)
    .executeTakeFirstOrThrow();
  const { passkeys } = await db
    .selectFrom('identity.passkeys')
    .select(({ fn }) => fn.countAll<string>().as('passkeys'))
    .where('user_id', '=', session.userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    signedIn: true as const,
    userId: session.userId,
    ...(phone === null ? {} : { phone: maskPhone(phone) }),
    level: session.level,
    authenticatedAt: session.authenticatedAt.toISOString(),
    passkeys: Number(passkeys),
  };
}
