/** Every app that is open: back into one, or done with it. */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { blobAddress, NEUTRAL_COLOUR } from '../../services/registry/index.ts';
import { type CatalogueState, catalogueContext } from '../../state/catalogue.ts';
import { asksFirst, type LiveApp, liveAppsContext, runningApps } from '../../state/live-apps.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/sheet.ts';
import type { PorticoSheet } from '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';
import './close-question.ts';
import type { AskingApp } from './close-question.ts';
import { liveAppRow, liveAppRowStyles } from './live-app-row.ts';

/** What the customer was asked, as it stood when they were: an app cannot change its words under their finger. */
interface Question {
  readonly heading: string;
  readonly asking: readonly AskingApp[];
  /** To be closed; `all`: whatever is open. */
  readonly closes: LiveApp | 'all';
}

@customElement('live-apps-sheet')
@localized()
export class LiveAppsSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    liveAppRowStyles,
    css`
      .note {
        margin: var(--gap-4) 0 var(--gap-2);
        font-size: var(--text-s);
        line-height: 1.5;
        color: var(--ink-3);
        text-align: center;
      }
    `,
  ];

  /** The app to go to; `undefined`: none. */
  @property({ attribute: false }) settled: (chosen: LiveApp | undefined) => void = () => undefined;
  @consume({ context: catalogueContext }) private readonly catalogue!: CatalogueState;
  @query('portico-sheet') private readonly sheet!: PorticoSheet;
  @state() private said = '';
  @state() private question: Question | undefined;
  private readonly liveApps = new Watch(this, liveAppsContext);

  private get apps(): readonly LiveApp[] {
    return this.liveApps.value ? runningApps(this.liveApps.value) : [];
  }

  /** What was asked about has ended meanwhile: there is nothing left to lose. */
  protected override willUpdate(): void {
    const closes = this.question?.closes;
    if (closes === undefined || closes === 'all') return;
    if (this.apps.some(({ key, stopped }) => key === closes.key && !stopped)) return;
    this.question = undefined;
    this.focusOn(() => this.sheet);
  }

  /** The last one gone, there is nothing left to choose. */
  protected override updated(): void {
    if (this.liveApps.value && this.apps.length === 0) this.settled(undefined);
  }

  private ask(question: Question): void {
    this.question = question;
    this.focusOn(() => this.sheet);
  }

  private focusOn(find: () => HTMLElement | null | undefined): void {
    void this.updateComplete.then(async () => {
      await this.sheet?.updateComplete;
      find()?.focus();
    });
  }

  private closeOne(app: LiveApp): void {
    const heading = msg(str`关闭“${this.nameOf(app)}”？`, { id: 'live.ask-one' });
    if (asksFirst(app)) this.ask({ heading, asking: [this.asking(app)], closes: app });
    else this.close(app);
  }

  private closeAll(): void {
    const asking = this.apps.filter(asksFirst).map((app) => this.asking(app));
    const heading = msg(str`关闭全部 ${this.apps.length} 个服务？`, { id: 'live.ask-all' });
    if (asking.length > 0) this.ask({ heading, asking, closes: 'all' });
    else this.liveApps.store?.closeAll();
  }

  private agree({ closes }: Question): void {
    this.question = undefined;
    if (closes === 'all') this.liveApps.store?.closeAll();
    else this.close(closes);
  }

  private refuse({ closes }: Question): void {
    this.question = undefined;
    const from = closes === 'all' ? 'all' : closes.key;
    this.focusOn(() => this.renderRoot.querySelector<HTMLElement>(`[data-closes="${from}"]`));
  }

  private close(app: LiveApp): void {
    const at = this.apps.findIndex(({ key }) => key === app.key);
    this.said = msg(str`已关闭“${this.nameOf(app)}”`, { id: 'live.closed' });
    this.liveApps.store?.close(app.key);
    // What had the focus is gone: it goes to the next in the list, or the last.
    this.focusOn(() => {
      const left = this.renderRoot.querySelectorAll<HTMLElement>('button.app');
      return left[Math.min(at, left.length - 1)];
    });
  }

  protected override render() {
    const view = this.liveApps.value;
    if (!view) return nothing;
    const { question } = this;
    return html`<portico-sheet
      heading=${question?.heading ?? msg('正在使用的服务', { id: 'live.heading' })}
      close-label=${question ? msg('先不关闭', { id: 'live.keep' }) : msg('关闭', { id: 'action.close' })}
      @dismiss=${() => (question ? this.refuse(question) : this.settled(undefined))}
    >
      ${
        question
          ? html`<close-question
              .asking=${question.asking}
              ?all=${question.closes === 'all'}
              @confirm=${() => this.agree(question)}
              @refuse=${() => this.refuse(question)}
            ></close-question>`
          : this.list(this.apps, view.front)
      }
      <p class="unseen" role="status" aria-live="polite">${this.said}</p>
    </portico-sheet>`;
  }

  private list(apps: readonly LiveApp[], front: number | undefined) {
    return html`<ul>
        ${repeat(
          apps,
          ({ key }) => key,
          (app) =>
            liveAppRow(app, {
              ...this.look(app),
              isFront: app.key === front,
              open: () => this.settled(app),
              close: () => this.closeOne(app),
            }),
        )}
      </ul>
      <p class="note">${msg('最多保留 5 个，久未使用的会先关闭', { id: 'live.limit' })}</p>
      ${
        apps.length > 1
          ? html`<button class="button quiet wide" type="button" data-closes="all" @click=${this.closeAll}>
              ${msg('全部关闭', { id: 'live.close-all' })}
            </button>`
          : nothing
      }`;
  }

  private nameOf(app: LiveApp): string {
    return app.name || this.catalogue.find(app.appId)?.shortName || app.appId;
  }

  private look(app: LiveApp): Omit<AskingApp, 'words'> {
    const listing = this.catalogue.find(app.appId);
    return {
      name: this.nameOf(app),
      icon: listing?.icon && blobAddress(listing.icon.digest),
      colour: listing?.color ?? NEUTRAL_COLOUR,
    };
  }

  private asking(app: LiveApp & { readonly leaveQuestion: string }): AskingApp {
    return { ...this.look(app), words: app.leaveQuestion };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-apps-sheet': LiveAppsSheet;
  }
}
