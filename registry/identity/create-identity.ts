import type { FastifyPluginAsync } from 'fastify';
import { type AppId, PorticoError, type ReleaseDigest } from '../../sandbox/contract/index.ts';
import type { Platform } from '../platform/index.ts';
import { grantRoutes } from './apps/grant-routes.ts';
import { openidFor, userOfOpenid } from './apps/grants.ts';
import { mintLoginCode } from './apps/login-codes.ts';
import { appRoutes } from './apps/routes.ts';
import { partnerByToken, staffByToken } from './callers/bearer.ts';
import { partnerBySignature } from './callers/signed-request.ts';
import { createContext } from './context.ts';
import { seedDemo } from './demo/seed-demo.ts';
import type { Identity } from './identity.ts';
import { createLogOtpSender, type OtpSender } from './issuer/otp-sender.ts';
import { issuerRoutes } from './issuer/routes.ts';
import { createSigningKeys } from './keys/signing-keys.ts';
import { approvalKeys, createPartners } from './partners/partner-store.ts';
import { partnerRoutes } from './partners/routes.ts';
import { passkeyRoutes } from './passkeys/routes.ts';
import { createPasskeys } from './passkeys/verify.ts';
import { readCookie } from './sessions/cookies.ts';
import { findSession } from './sessions/session-store.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { sweep } from './sweep.ts';

const SWEEP_SECONDS = 300;

export interface IdentityOptions {
  /** Who delivers one-time passwords. A demo prints them to the log; anything else must say. */
  readonly otpSender?: OtpSender;
  /** Whether a release of an app is signed and not revoked. Trust knows, and is made after this module; without it none is asked. */
  readonly isInForce?: (appId: AppId, release: ReleaseDigest) => Promise<boolean>;
}

export function createIdentity(platform: Platform, { otpSender, isInForce }: IdentityOptions = {}): Identity {
  const { config } = platform;
  const context = createContext(platform);
  const partners = createPartners(context);
  const signingKeys = createSigningKeys(async () => [await context.serviceKey()], platform.clock);
  const sender = otpSender ?? (config.demo ? createLogOtpSender(platform.log) : undefined);
  if (config.embeddedIssuer && sender === undefined) {
    throw new PorticoError('ERR_IDENTITY_OTP_SENDER');
  }

  const customerIfSignedIn: Identity['customerIfSignedIn'] = async (request) => {
    const secret = readCookie(request, 'session');
    return secret === undefined ? undefined : await findSession(context, secret);
  };

  const identity: Omit<Identity, 'routes' | 'issuerRoutes'> = {
    customerIfSignedIn,
    async customer(request) {
      const session = await customerIfSignedIn(request);
      if (session === undefined) throw new PorticoError('ERR_IDENTITY_SIGNED_OUT');
      return session;
    },
    partner: (request, scope) => partnerByToken(context, request, scope),
    signedPartner: (request) => partnerBySignature(context, partners.key, request),
    staff: (request, role) => staffByToken(context, request, role),
    partners,
    staffKeys: () => approvalKeys(context.db),
    openidFor: (userId, appId) => openidFor(context, userId, appId),
    userOfOpenid: (appId, openid) => userOfOpenid(context, appId, openid),
    async loginCode(session, appId, release) {
      if (isInForce && !(await isInForce(appId, release))) throw new PorticoError('ERR_IDENTITY_RELEASE_REFUSED');
      return await mintLoginCode(context, partners, session, { appId, release });
    },
    passkeys: createPasskeys(context),
    signingKeys,
  };

  const routes: FastifyPluginAsync = async (app) => {
    if (config.demo) app.addHook('onReady', () => seedDemo(context));
    await app.register(signInRoutes(context, customerIfSignedIn));
    await app.register(appRoutes(context, identity));
    await app.register(grantRoutes(context, identity));
    await app.register(passkeyRoutes(context, identity));
    await app.register(partnerRoutes(context, identity));
  };

  platform.jobs.every('identity-sweep', SWEEP_SECONDS, () => sweep(context));
  return {
    ...identity,
    routes,
    issuerRoutes: config.embeddedIssuer && sender ? issuerRoutes(context, sender) : undefined,
  };
}
