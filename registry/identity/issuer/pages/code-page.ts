import { maskPhone } from '../../sessions/customers.ts';
import { RESEND_SECONDS } from '../limits.ts';
import { html } from './html.ts';
import type { Language } from './language.ts';
import { layout, type Page } from './layout.ts';
import { TEXTS } from './texts.ts';

interface CodePage {
  readonly uid: string;
  readonly publicOrigin: string;
  readonly phone: string;
  /** Whole seconds until another code may be sent. */
  readonly waitSeconds: number;
  readonly error?: string;
}

export function codePage(language: Language, { uid, publicOrigin, phone, waitSeconds, error }: CodePage): Page {
  const text = TEXTS[language];
  const title = error === undefined ? text.codeTitle : text.errorPrefix + text.codeTitle;
  const marks = error === undefined ? html`` : html` aria-invalid="true" aria-describedby="error"`;
  const waited = Math.min(RESEND_SECONDS, Math.max(0, RESEND_SECONDS - waitSeconds));
  return layout(
    language,
    publicOrigin,
    title,
    html`<div class="card">
<h1>${text.codeTitle}</h1>
<p class="quiet">${text.codeLead(maskPhone(phone))}</p>
${error === undefined ? undefined : html`<p class="error" id="error" role="alert">${error}</p>`}
<form method="post" action="/interaction/${uid}/code">
<label for="code">${text.codeLabel}</label>
<input class="code" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required autofocus
 maxlength="12"${marks}>
<button type="submit">${text.codeSubmit}</button>
</form>
<form class="resend waited-${waited}" method="post" action="/interaction/${uid}/resend">
<span class="countdown">${text.resendWait}</span>
<button class="plain" type="submit">${text.resend}</button>
</form>
<a class="button plain" href="/interaction/${uid}?change=1">${text.changePhone}</a>
<form method="post" action="/interaction/${uid}/cancel"><button class="plain" type="submit">${text.cancel}</button></form>
</div>
<p class="foot">${text.safety}</p>`,
  );
}
