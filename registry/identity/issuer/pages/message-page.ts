import { html } from './html.ts';
import type { Language } from './language.ts';
import { layout, type Page } from './layout.ts';
import { TEXTS } from './texts.ts';

/** A dead end with the way out: back to the container. */
export function messagePage(language: Language, what: 'failed' | 'busy', publicOrigin: string): Page {
  const text = TEXTS[language];
  const [title, lead] = { failed: [text.failedTitle, text.failedLead], busy: [text.busyTitle, text.busyLead] }[what];
  return layout(
    language,
    publicOrigin,
    title ?? '',
    html`<div class="card">
<h1>${title}</h1>
<p class="quiet" role="alert">${lead}</p>
<a class="button" href="${publicOrigin}/">${text.back}</a>
</div>`,
  );
}
