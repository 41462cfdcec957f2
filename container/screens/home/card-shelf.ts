/** The shelf of cards below the services. Nothing of it is there until somebody has a card. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { cardsContext } from '../../state/cards.ts';
import { Watch } from '../../state/watch.ts';
import { base } from '../../ui/styles.ts';
import './card-shelf-item.ts';

@customElement('card-shelf')
@localized()
export class CardShelf extends LitElement {
  static override styles = [
    base,
    css`
      h2 {
        margin: var(--gap-6) 2px var(--gap-3);
        font-size: var(--text-l);
        font-weight: 650;
        color: var(--ink);
      }
      li + li:not(.blank) {
        margin-top: var(--gap-3);
      }
      /* Without height but still in view, so that the card is asked again when the customer comes back. */
      .blank {
        height: 0;
        overflow: hidden;
        visibility: hidden;
      }
    `,
  ];

  private readonly cards = new Watch(this, cardsContext);
  /** Cards that have nothing to show take no room, and a shelf of such has no heading. */
  @state() private blank: ReadonlySet<string> = new Set();

  private noteBlank(key: string, blank: boolean): void {
    if (this.blank.has(key) === blank) return;
    const others = [...this.blank].filter((other) => other !== key);
    this.blank = new Set(blank ? [...others, key] : others);
  }

  protected override render() {
    const offers = this.cards.value ?? [];
    if (offers.length === 0) return nothing;
    const shown = offers.some(({ key }) => !this.blank.has(key));
    return html`
      <h2 ?hidden=${!shown}>${msg('我的卡片', { id: 'home.cards' })}</h2>
      <ul>
        ${repeat(
          offers,
          ({ key }) => key,
          (offer) => html`<li class=${this.blank.has(offer.key) ? 'blank' : ''}>
            <card-shelf-item
              .offer=${offer}
              @card-blank=${(event: CustomEvent<boolean>) => this.noteBlank(offer.key, event.detail)}
            ></card-shelf-item>
          </li>`,
        )}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-shelf': CardShelf;
  }
}
