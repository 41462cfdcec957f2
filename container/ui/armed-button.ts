/**
 * A button for what cannot be taken back. It answers only to a person who had time to read it:
 * – nothing counts in the first 500 ms, nor in the 500 ms after the button moved, by whatever, or the page was resized
 *   or came back;
 * – a tap must begin and end on the button while it is armed;
 * – a key counts only when the customer brought the focus here with the keyboard while it was armed, so that an app
 *   which has them pressing a key over and over gains nothing when this button appears under it.
 */
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, buttons } from './styles.ts';

export const ARMING_MS = 500;
/** Some moves no event tells of: a sheet that is scrolled, a row that grows above, a page that is zoomed. */
const LOOK_EVERY_MS = 50;

@customElement('armed-button')
export class ArmedButton extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .button {
        position: relative;
        overflow: hidden;
      }
      .button[aria-disabled="true"] {
        opacity: 0.62;
      }
      .button:not([aria-disabled="true"]) {
        transition: opacity 160ms;
      }
    `,
  ];

  @property({ type: Boolean }) disabled = false;
  @state() private armed = false;
  @query('button') private readonly button!: HTMLButtonElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setInterval> | undefined;
  /** Not armed yet since it came: the sheet around it may still be on its way up. */
  private coming = true;
  /** Where it was when last looked at. */
  private place = '';
  private pressed = false;
  private tabbed = false;
  private reached = false;
  private watching = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.watching = new AbortController();
    const { signal } = this.watching;
    const arm = (): void => this.arm();
    for (const type of ['resize', 'orientationchange', 'blur', 'focus']) addEventListener(type, arm, { signal });
    document.addEventListener('visibilitychange', arm, { signal });
    document.addEventListener('scroll', arm, { signal, capture: true, passive: true });
    document.addEventListener(
      'keydown',
      (event) => {
        this.tabbed = event.key === 'Tab' && event.isTrusted && this.armed;
      },
      { signal, capture: true },
    );
    document.addEventListener(
      'pointerdown',
      () => {
        this.tabbed = false;
      },
      { signal, capture: true },
    );
    this.coming = true;
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.arm();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watching.abort();
    clearTimeout(this.timer);
    clearInterval(this.looking);
  }

  private arm(): void {
    this.armed = false;
    this.pressed = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finishArming(), ARMING_MS);
  }

  private finishArming(): void {
    const still = this.look();
    // A sheet that still rises, on a device that began late, is waited for.
    if (still) this.armed = true;
    else if (this.coming) this.timer = setTimeout(() => this.finishArming(), LOOK_EVERY_MS);
    this.coming &&= !still;
  }

  /** Whether it is where it was at the last look. */
  private look(): boolean {
    const place = this.placeNow();
    const still = place === this.place;
    this.place = place;
    if (!still && !this.coming) this.arm();
    return still;
  }

  /** In whole pixels, of the element, as the button inside gives under the finger; with what is seen of the page. */
  private placeNow(): string {
    const { left, top, width, height } = this.getBoundingClientRect();
    const { offsetLeft = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    const seen = [innerWidth, innerHeight, offsetLeft, offsetTop, scale * 1_000];
    return [left, top, width, height, ...seen].map(Math.round).join(' ');
  }

  private press(event: PointerEvent): void {
    this.look();
    this.pressed = this.armed && event.isTrusted && event.isPrimary;
  }

  private act(event: MouseEvent): void {
    // A click without a pointer (detail 0) comes from a key or from assistive technology.
    const meant = event.detail === 0 ? this.reached : this.pressed;
    this.pressed = false;
    if (!event.isTrusted || !this.armed || this.disabled || !meant) return;
    this.dispatchEvent(new CustomEvent('confirm'));
  }

  protected override render() {
    return html`<button
      class="button main wide"
      type="button"
      aria-disabled=${this.disabled || !this.armed}
      @pointerdown=${this.press}
      @focus=${() => {
        this.reached = this.tabbed;
      }}
      @blur=${() => {
        this.reached = false;
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.repeat) event.preventDefault();
      }}
      @click=${this.act}
    >
      <slot></slot>
    </button>`;
  }

  override focus(options?: FocusOptions): void {
    this.button.focus(options);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'armed-button': ArmedButton;
  }
}
