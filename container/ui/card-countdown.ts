/** Time to or since a moment, ticking here: a card needs no updates for it, and stays asleep. */
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cardBase } from './card-styles.ts';

const SECOND = 1_000;

@customElement('card-countdown')
export class CardCountdown extends LitElement {
  static override styles = [
    cardBase,
    css`
      :host {
        display: inline-block;
        font-variant-numeric: tabular-nums lining-nums;
        font-size: var(--text-xl);
        font-weight: 650;
        letter-spacing: -0.01em;
      }
    `,
  ];

  /** Milliseconds since 1970. */
  @property({ type: Number }) at: number | null = null;
  @property() counts: 'down' | 'up' | null = null;
  @property() label: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), SECOND);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render() {
    const time = this.at === null ? '' : clockFace(this.counts === 'up' ? Date.now() - this.at : this.at - Date.now());
    return html`<span role="timer" aria-label="${this.label ?? ''} ${time}">${time}</span>`;
  }
}

/** `1:02:09`, or `14:09` below an hour; never negative. */
export function clockFace(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const two = (value: number): string => value.toString().padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
