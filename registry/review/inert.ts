/** Types that people read as text; customers' devices may take them for a page, a script or a drawing. */
const TEXT = /^(?:text\/|image\/svg\+xml$|application\/(?:json|javascript|manifest\+json|xml)$)/;

/**
 * Headers under which a partner's file, which nobody has approved yet, reaches a reviewer on a host where staff work:
 * never under its own type, in no origin of ours, and allowed to load nothing.
 */
export function inert(type: string): Readonly<Record<string, string>> {
  const isText = TEXT.test(type);
  return {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
    'content-disposition': isText ? 'inline' : 'attachment',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
