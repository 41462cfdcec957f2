import { createHash } from 'node:crypto';
import { html, SafeHtml } from './html.ts';
import type { Language } from './language.ts';
import { STYLE } from './style.ts';
import { TEXTS } from './texts.ts';

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/**
 * No script at all, one inline style sheet by its hash, no frames. `form-action` names the container too, because
 * Chromium also holds the redirects that follow a posted form to it.
 */
export function layout(language: Language, publicOrigin: string, title: string, body: SafeHtml): Page {
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title} · ${TEXTS[language].bank}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<style>${new SafeHtml(STYLE)}</style>
</head>
<body><main>
<p class="bank">${TEXTS[language].bank}</p>
${body}
</main></body>
</html>`;
  return {
    html: document.text,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        `form-action 'self' ${publicOrigin}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
      // `no-referrer` would make the browser send `Origin: null` with the forms.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
    },
  };
}
