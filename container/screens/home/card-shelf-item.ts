/**
 * One card under its app's verified name. It runs only while the customer can see it: home on top, the page in front,
 * the card in view. Out of sight it is closed and keeps its last drawing.
 */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { textFor } from '../../../sandbox/contract/manifest/index.ts';
import { blobAddress } from '../../services/registry/index.ts';
import { type CardOffer, type CardPhase, type Cards, cardsContext, type RunningCard } from '../../state/cards.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { appAddress, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/app-icon.ts';
import '../../ui/icon.ts';
import { base, panels, skeletons } from '../../ui/styles.ts';

@customElement('card-shelf-item')
@localized()
export class CardShelfItem extends LitElement {
  static override styles = [
    base,
    panels,
    skeletons,
    css`
      .head {
        min-height: 52px;
        padding-block: 8px;
        gap: var(--gap-2);
        font-weight: 600;
        color: var(--ink);
      }
      portico-app-icon {
        width: 1.75rem;
        height: 1.75rem;
        font-size: 0.8rem;
      }
      .body {
        padding: 0 var(--gap-4) var(--gap-4);
      }
      .drawing > div {
        display: grid;
        gap: var(--gap-3);
        min-height: 4.5rem;
        align-content: center;
      }
      .bones {
        display: grid;
        gap: var(--gap-3);
        align-content: center;
        min-height: 4.5rem;
      }
      .bones i {
        height: 0.9rem;
        width: 45%;
      }
      .bones i + i {
        width: 80%;
      }
      .quiet {
        font-size: var(--text-s);
        color: var(--ink-3);
      }
    `,
  ];

  @property({ attribute: false }) offer: CardOffer | undefined;

  @consume({ context: cardsContext }) private readonly cards!: Cards;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  private readonly navigation = new Watch(this, navigationContext);
  private readonly preferences = new Watch(this, preferencesContext);

  @query('.frames') private readonly frames!: HTMLElement;
  @query('.drawing') private readonly drawing!: HTMLElement;
  @state() private drawn = false;
  @state() private failed = false;
  private inView = false;
  /** Theme and language as the card last knew them. */
  private surroundings: string | undefined;
  /** The card that is open or on its way; ended by `close`. */
  private visit: AbortController | undefined;
  private running: RunningCard | undefined;
  private readonly watch = new IntersectionObserver((entries) => {
    this.inView = entries.at(-1)?.isIntersecting ?? false;
    this.decide();
  });
  private readonly decide = (): void => {
    const seen = this.inView && document.visibilityState === 'visible' && this.navigation.value?.screen === 'home';
    if (!seen) this.close();
    else if (!this.visit && !this.failed) void this.open();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.observe(this);
    document.addEventListener('visibilitychange', this.decide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
    document.removeEventListener('visibilitychange', this.decide);
    this.close();
  }

  protected override updated(): void {
    this.decide();
    const theme = this.preferences.store?.theme;
    const locale = this.preferences.value?.locale;
    if (!theme || !locale) return;
    const surroundings = `${theme}/${locale}`;
    // A card that has just started has asked for itself.
    if (this.surroundings !== undefined && this.surroundings !== surroundings) this.running?.tell({ theme, locale });
    this.surroundings = surroundings;
  }

  private async open(): Promise<void> {
    const { offer } = this;
    if (!offer || !this.hasUpdated) return;
    const visit = new AbortController();
    this.visit = visit;
    await idle();
    if (visit.signal.aborted) return;
    const [mount, surface] = [document.createElement('div'), document.createElement('div')];
    this.frames.append(mount);
    visit.signal.addEventListener('abort', () => mount.remove());
    const onPhase = (phase: CardPhase): void => {
      if (visit.signal.aborted) return;
      if (phase === 'failed') this.fail();
      else if (phase === 'ready') this.show(surface);
      this.tellBlank(phase === 'empty');
    };
    try {
      const running = await this.cards.open(offer, { mount, surface, onPhase });
      visit.signal.addEventListener('abort', () => running.close());
      if (visit.signal.aborted) running.close();
      else this.running = running;
    } catch (error) {
      console.warn('portico: a card could not be opened', error);
      if (!visit.signal.aborted) this.fail();
    }
  }

  private show(surface: HTMLElement): void {
    if (surface.parentNode !== this.drawing) this.drawing.replaceChildren(surface);
    this.drawn = true;
  }

  /** Not tried again while this page lasts: what was wrong once is wrong a second time, and the app itself still opens. */
  private fail(): void {
    this.failed = true;
    this.drawing.replaceChildren();
    this.close();
  }

  private close(): void {
    this.visit?.abort();
    this.visit = undefined;
    this.running = undefined;
  }

  private tellBlank(blank: boolean): void {
    this.dispatchEvent(new CustomEvent<boolean>('card-blank', { detail: blank }));
  }

  private openApp(path: string): void {
    if (this.offer) this.navigation.store?.go(appAddress(this.offer.release.appId, path));
  }

  protected override render() {
    const { release } = this.offer ?? {};
    if (!release) return nothing;
    const { manifest, appId } = release;
    const name = textFor(manifest.shortName, this.preferences.value?.locale ?? 'zh-Hans', manifest.lang);
    const listing = this.catalogue.find(appId);
    return html`<section class="panel" aria-label=${name}>
      <button class="row head" type="button" @click=${() => this.openApp('/')}>
        <portico-app-icon
          .src=${listing?.icon && blobAddress(listing.icon.digest)}
          .name=${name}
          .colour=${listing?.color ?? manifest.colors.theme}
        ></portico-app-icon>
        <span class="grow"><bdi>${name}</bdi></span>
        <portico-icon class="next" name="next"></portico-icon>
      </button>
      <div class="body" @card-open=${(event: CustomEvent<string>) => this.openApp(event.detail)}>
        ${this.failed ? html`<p class="quiet">${msg('卡片暂时无法显示', { id: 'home.card-failed' })}</p>` : nothing}
        ${this.drawn || this.failed ? nothing : this.bones()}
        <div class="drawing" ?hidden=${this.failed}></div>
      </div>
      <div class="frames" hidden></div>
    </section>`;
  }

  private bones() {
    return html`<div class="bones" role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}>
      <i class="skeleton"></i><i class="skeleton"></i>
    </div>`;
  }
}

/** When the browser has nothing better to do: a card never stands in the way of home itself. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 200);
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'card-shelf-item': CardShelfItem;
  }
}
