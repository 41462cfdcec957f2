/** What is seen from the tap until the app has drawn: its colour spreading from where the finger was, its icon and name. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Origin } from '../../state/navigation.ts';
import '../../ui/app-icon.ts';
import { base } from '../../ui/styles.ts';

@customElement('player-splash')
@localized()
export class PlayerSplash extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
        transition: opacity var(--move) var(--ease), visibility 0s var(--move);
      }
      :host([gone]) {
        visibility: hidden;
        opacity: 0;
      }
      /* The app's own start has the processor: what moves here is moved by the compositor alone, and drawn once. */
      .colour {
        position: relative;
        overflow: hidden;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-3);
        height: 100%;
        padding: 0 var(--gutter) 18%;
        color: var(--on-app-colour);
        text-align: center;
      }
      .colour > * {
        position: relative;
        animation: appear var(--move) var(--ease);
      }
      .colour::before {
        content: "";
        position: absolute;
        left: var(--from-x);
        top: var(--from-y);
        width: 56px;
        height: 56px;
        margin: -28px;
        border-radius: 50%;
        background: var(--app-colour);
        transform: scale(var(--reach));
        will-change: transform;
        animation: spread var(--move) var(--ease);
      }
      portico-app-icon {
        width: 5.5rem;
        height: 5.5rem;
        font-size: 1.6rem;
        margin-bottom: var(--gap-2);
        border-radius: var(--radius-arch);
        box-shadow: 0 0 0 2px rgb(255 255 255 / 0.7), 0 12px 32px rgb(0 0 0 / 0.2);
      }
      .name {
        font-size: var(--text-xl);
        font-weight: 650;
      }
      .partner {
        font-size: var(--text-s);
        min-height: 1.5em;
      }
      .track {
        width: 7.5rem;
        height: 3px;
        margin-top: var(--gap-5);
        border-radius: 3px;
        background: color-mix(in srgb, currentColor 28%, transparent);
        overflow: hidden;
        visibility: hidden;
      }
      .track.seen {
        visibility: visible;
      }
      .track i {
        display: block;
        height: 100%;
        border-radius: inherit;
        background: currentColor;
        transform: scaleX(var(--share));
        transform-origin: left;
        transition: transform 200ms linear;
      }
      @keyframes spread {
        from {
          transform: none;
        }
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      :host([still]) .colour > *,
      :host([still]) .colour::before {
        animation: none;
      }
      @media (prefers-reduced-motion: reduce) {
        .colour > *,
        .colour::before {
          animation: none;
        }
      }
    `,
  ];

  @property() name = '';
  @property() partner = '';
  @property() icon: string | undefined;
  @property() colour = '#0b5c4d';
  @property({ attribute: false }) from: Origin | undefined;
  /** Already spread: another splash was here before. */
  @property({ type: Boolean, reflect: true }) still = false;
  /** 0–1; shown once `waiting` is set, after the first second. */
  @property({ type: Number }) share = 0;
  @property({ type: Boolean }) waiting = false;

  protected override willUpdate(): void {
    // Through the CSSOM: the page's policy refuses style attributes.
    const variables = {
      '--app-colour': this.colour,
      '--on-app-colour': readableOn(this.colour),
      '--from-x': this.from ? `${this.from.x}px` : '50%',
      '--from-y': this.from ? `${this.from.y}px` : '46%',
      '--share': String(Math.max(0.06, this.share)),
      // From any corner to the opposite one.
      '--reach': String(Math.ceil(Math.hypot(innerWidth, innerHeight) / 28) + 1),
    };
    for (const [name, value] of Object.entries(variables)) this.style.setProperty(name, value);
  }

  protected override render() {
    return html`<div class="colour">
      <portico-app-icon .src=${this.icon} .name=${this.name} .colour=${this.colour}></portico-app-icon>
      <p class="name"><bdi>${this.name}</bdi></p>
      <p class="partner">
        ${this.partner ? html`<bdi>${msg(str`由 ${this.partner} 提供`, { id: 'player.provided-by' })}</bdi>` : nothing}
      </p>
      <div
        class=${this.waiting ? 'track seen' : 'track'}
        role="progressbar"
        aria-label=${msg('正在打开', { id: 'player.opening' })}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(this.share * 100)}
      >
        <i></i>
      </div>
    </div>`;
  }
}

/** Black or white, whichever has more contrast on a `#rrggbb` colour (WCAG 2.2 relative luminance). */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  const linear = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  return (luminance + 0.05) ** 2 > 0.0525 ? '#000000' : '#ffffff';
}

declare global {
  interface HTMLElementTagNameMap {
    'player-splash': PlayerSplash;
  }
}
