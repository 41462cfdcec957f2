import fastifyCookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * `__Host-` cookies (RFC 6265bis §4.1.3.2): HTTPS or a trustworthy `*.localhost`, this host alone, whole path.
 * The session is Strict. The sign-in attempt is Lax, because the issuer's redirect back is a cross-site navigation.
 */
export const COOKIES = {
  session: { name: '__Host-sid', sameSite: 'strict' },
  login: { name: '__Host-login', sameSite: 'lax' },
  device: { name: '__Host-device', sameSite: 'lax' },
} as const;
type CookieKind = keyof typeof COOKIES;

export function readCookie(request: FastifyRequest, kind: CookieKind): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : fastifyCookie.parse(cookie)[COOKIES[kind].name];
}

/** `maxAge` in seconds; 0 removes the cookie. */
export function setCookie(reply: FastifyReply, kind: CookieKind, value: string, maxAge: number): void {
  const { name, sameSite } = COOKIES[kind];
  const flags = { path: '/', httpOnly: true, secure: true, sameSite, maxAge };
  reply.header('set-cookie', fastifyCookie.serialize(name, value, flags));
}

export function clearCookie(reply: FastifyReply, kind: CookieKind): void {
  setCookie(reply, kind, '', 0);
}
