import { css, html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '../words/words.ts';
import { type IconName, icon } from './icons.ts';

/** A page with nothing to list: what it means and what to do. */
export function emptyNote(parts: {
  readonly art: IconName;
  readonly title: string;
  readonly text: string;
  readonly action?: TemplateResult | undefined;
}): TemplateResult {
  return html`<section class="empty">
    <div class="art">${icon(parts.art, 2.75)}</div>
    <h2>${parts.title}</h2>
    <p class="quiet">${parts.text}</p>
    ${parts.action ?? nothing}
  </section>`;
}

/** One line above the content. */
export function bar(tone: 'info' | 'warn', art: IconName, text: string, action?: TemplateResult): TemplateResult {
  return html`<div class="bar ${tone}">${icon(art, 1.25)}<p>${text}</p>${action ?? nothing}</div>`;
}

export function skeleton(label: string): TemplateResult {
  return html`<div class="card skeleton" role="status" aria-label=${label}>
    <i style="width:45%"></i><i style="width:70%"></i><i class="tall" style="width:55%"></i><i></i>
  </div>`;
}

export type NoticeTone = 'info' | 'warn';
/** Notices about money that did move nowhere are plain; the others ask for attention. */
export function toneOf(notice: WordKey): NoticeTone {
  return notice === 'payCancelled' || notice === 'problemNothingDue' ? 'info' : 'warn';
}

export const noteStyles = css`
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    text-align: center;
    padding: 2.5rem 1rem;
  }
  .empty .art {
    display: grid;
    place-items: center;
    width: 5.5rem;
    height: 5.5rem;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent);
  }
  .empty h2 {
    font-size: 1.25rem;
  }
  .empty p {
    max-width: 22rem;
    text-wrap: pretty;
  }
  .empty .button {
    margin-top: 0.5rem;
    min-width: 12rem;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    padding: 0.625rem 0.875rem;
    border-radius: 0.875rem;
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .bar p {
    flex: 1;
  }
  .bar.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .bar.info {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .bar button {
    display: grid;
    place-items: center;
    min-width: 2rem;
    min-height: 2rem;
    font-weight: 600;
  }
  .skeleton {
    display: grid;
    gap: 0.875rem;
  }
  .skeleton i {
    display: block;
    height: 1rem;
    border-radius: 0.5rem;
    background: linear-gradient(90deg, var(--card-2) 30%, var(--line) 50%, var(--card-2) 70%) 0 0 / 300% 100%;
    animation: sheen 1.6s ease-in-out infinite;
  }
  .skeleton .tall {
    height: 2.75rem;
  }
  @keyframes sheen {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
`;
