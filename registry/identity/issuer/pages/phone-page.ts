import { html } from './html.ts';
import type { Language } from './language.ts';
import { layout, type Page } from './layout.ts';
import { TEXTS } from './texts.ts';

interface PhonePage {
  readonly uid: string;
  readonly publicOrigin: string;
  /** What was typed before, to be corrected rather than typed again. */
  readonly phone?: string;
  readonly error?: string;
}

export function phonePage(language: Language, { uid, publicOrigin, phone = '', error }: PhonePage): Page {
  const text = TEXTS[language];
  const title = error === undefined ? text.phoneTitle : text.errorPrefix + text.phoneTitle;
  const marks = error === undefined ? html`` : html` aria-invalid="true"`;
  return layout(
    language,
    publicOrigin,
    title,
    html`<div class="card">
<h1>${text.phoneTitle}</h1>
<p class="quiet">${text.phoneLead}</p>
${error === undefined ? undefined : html`<p class="error" id="error" role="alert">${error}</p>`}
<form method="post" action="/interaction/${uid}/phone">
<label for="phone">${text.phoneLabel} <span class="hint" id="hint">${text.phoneHint}</span></label>
<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel-national" required autofocus
 maxlength="30" value="${phone}" aria-describedby="${error === undefined ? 'hint' : 'error hint'}"${marks}>
<button type="submit">${text.phoneSubmit}</button>
</form>
<form method="post" action="/interaction/${uid}/cancel"><button class="plain" type="submit">${text.cancel}</button></form>
</div>`,
  );
}
