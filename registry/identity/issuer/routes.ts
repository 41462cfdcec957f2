/** The embedded issuer on its own host: our phone and OTP pages, and oidc-provider for everything else there. */
import type {} from '@fastify/swagger';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { type Context, once } from '../context.ts';
import { readCookie, setCookie } from '../sessions/cookies.ts';
import { parsePhone } from '../sessions/customers.ts';
import { accountOfPhone } from './accounts.ts';
import { createOtps, type Sent } from './otp.ts';
import type { OtpSender } from './otp-sender.ts';
import { codePage } from './pages/code-page.ts';
import { type Language, parseLanguage } from './pages/language.ts';
import type { Page } from './pages/layout.ts';
import { messagePage } from './pages/message-page.ts';
import { phonePage } from './pages/phone-page.ts';
import { TEXTS } from './pages/texts.ts';
import { createProvider } from './provider.ts';

const DEVICE_SECONDS = 365 * 24 * 60 * 60;
const LARGEST_FORM_BYTES = 4096;
const SIX_DIGITS = /^[0-9]{6}$/;
/** RFC 8176: a one-time password over a telephone. */
const AMR = ['otp', 'tel'];

export function issuerRoutes(context: Context, sender: OtpSender): FastifyPluginAsync {
  const { config, random, log } = context.platform;
  const provider = once(() => createProvider(context));
  const otps = createOtps(context, sender);
  const options = { config: { caller: 'issuer' }, schema: { hide: true } } as const;

  /** The interaction this browser holds the cookie of; another browser's link finds nothing and throws. */
  async function interaction(request: FastifyRequest, reply: FastifyReply) {
    const { uid, params } = await (await provider()).interactionDetails(request.raw, reply.raw);
    return { uid, language: parseLanguage(params.ui_locales, request.headers['accept-language']) };
  }

  function device(request: FastifyRequest, reply: FastifyReply): string {
    const present = readCookie(request, 'device');
    if (present !== undefined && /^[A-Za-z0-9_-]{43}$/.test(present)) return present;
    const fresh = random.token(32);
    setCookie(reply, 'device', fresh, DEVICE_SECONDS);
    return fresh;
  }

  async function sendCode(
    request: FastifyRequest,
    reply: FastifyReply,
    { uid, language }: { uid: string; language: Language },
    phone: string,
  ): Promise<Sent> {
    return await otps.send({ interaction: uid, phone, device: device(request, reply), address: request.ip, language });
  }

  /** People look at these pages, so faults are pages too: `failed` starts over, `busy` tries again later. */
  function showFault(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error }, 'a sign-in page failed');
    const language = parseLanguage(undefined, request.headers['accept-language']);
    return send(reply.code(status), messagePage(language, status >= 500 ? 'busy' : 'failed', config.publicOrigin));
  }

  const pages: FastifyPluginAsync = async (app) => {
    app.setErrorHandler(showFault);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(body.toString())),
    );
    // The interaction's cookie is Lax and bound to its path; this also refuses forms that another site submits.
    app.addHook('preHandler', async (request) => {
      if (request.method === 'POST' && request.headers.origin !== config.issuerOrigin) {
        throw new PorticoError('ERR_PLATFORM_CROSS_SITE');
      }
    });

    app.get<{ Params: { uid: string }; Querystring: { change?: string } }>(
      '/interaction/:uid',
      options,
      async (request, reply) => {
        const { uid, language } = await interaction(request, reply);
        const pending = request.query.change === undefined ? await otps.pending(uid) : undefined;
        const publicOrigin = config.publicOrigin;
        return send(
          reply,
          pending ? codePage(language, { uid, publicOrigin, ...pending }) : phonePage(language, { uid, publicOrigin }),
        );
      },
    );

    app.post('/interaction/:uid/phone', options, async (request, reply) => {
      const found = await interaction(request, reply);
      const { uid, language } = found;
      const typed = field(request, 'phone');
      const again = (error: string) =>
        send(reply.code(422), phonePage(language, { uid, publicOrigin: config.publicOrigin, phone: typed, error }));
      const phone = parsePhone(typed);
      if (phone === undefined) return again(TEXTS[language].phoneWrong);
      const sent = await sendCode(request, reply, found, phone);
      if (sent.kind === 'limit') return again(TEXTS[language].limit);
      // Somebody who comes back to the same number within the minute still has the code that was sent.
      const pending = await otps.pending(uid);
      if (sent.kind === 'wait' && pending?.phone !== phone) return again(TEXTS[language].wait(sent.seconds));
      return reply.redirect(`/interaction/${uid}`, 303);
    });

    app.post('/interaction/:uid/resend', options, async (request, reply) => {
      const found = await interaction(request, reply);
      const { uid, language } = found;
      const pending = await otps.pending(uid);
      if (pending === undefined) return reply.redirect(`/interaction/${uid}`, 303);
      const sent = await sendCode(request, reply, found, pending.phone);
      if (sent.kind === 'sent') return reply.redirect(`/interaction/${uid}`, 303);
      const error = sent.kind === 'wait' ? TEXTS[language].wait(sent.seconds) : TEXTS[language].limit;
      return send(reply.code(422), codePage(language, { uid, publicOrigin: config.publicOrigin, ...pending, error }));
    });

    app.post('/interaction/:uid/code', options, async (request, reply) => {
      const found = await interaction(request, reply);
      const { uid, language } = found;
      const text = TEXTS[language];
      const pending = await otps.pending(uid);
      if (pending === undefined) return reply.redirect(`/interaction/${uid}`, 303);
      const again = (error: string) =>
        send(reply.code(422), codePage(language, { uid, publicOrigin: config.publicOrigin, ...pending, error }));
      const code = field(request, 'code').normalize('NFKC').replaceAll(/\s/g, '');
      if (!SIX_DIGITS.test(code)) return again(text.codeForm);
      const checked = await otps.check(uid, code);
      if (checked.kind === 'wrong') return again(text.codeWrong(checked.triesLeft));
      if (checked.kind === 'spent') return again(text.codeSpent);
      const accountId = await accountOfPhone(context, context.db, checked.phone);
      return await finish(request, reply, { login: { accountId, amr: AMR, remember: false } });
    });

    app.post('/interaction/:uid/cancel', options, async (request, reply) => {
      return await finish(request, reply, { error: 'access_denied', error_description: 'the customer chose not to' });
    });
  };

  type Result = Parameters<Awaited<ReturnType<typeof provider>>['interactionResult']>[2];
  async function finish(request: FastifyRequest, reply: FastifyReply, result: Result): Promise<FastifyReply> {
    const next = await (await provider()).interactionResult(request.raw, reply.raw, result, {
      mergeWithLastSubmission: false,
    });
    return reply.redirect(next, 303);
  }

  const protocol: FastifyPluginAsync = async (app) => {
    // oidc-provider reads the body itself, from the socket.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.all('/*', options, async (request, reply) => {
      const handle = (await provider()).callback();
      // Fastify would have sent these; pages of ours among the answers replace some by their own.
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
      reply.hijack();
      await handle(request.raw, reply.raw);
    });
  };

  return async (app) => {
    await app.register(pages);
    await app.register(protocol);
  };
}

function statusOf(error: unknown): number {
  if (error instanceof PorticoError) return error.entry.status;
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 503;
}

function field(request: FastifyRequest, name: string): string {
  return request.body instanceof URLSearchParams ? (request.body.get(name) ?? '') : '';
}

function send(reply: FastifyReply, page: Page): FastifyReply {
  return reply.headers(page.headers).send(page.html);
}
