/** Finding a service by name. */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { blobAddress, type Listing, type RegistryClient } from '../../services/registry/index.ts';
import { registryContext } from '../../state/contexts.ts';
import { appAddress, appLikely, type Navigation, navigationContext } from '../../state/navigation.ts';
import { preferencesContext } from '../../state/preferences.ts';
import { isOffline, problemWords } from '../../state/problem-words.ts';
import { Watch } from '../../state/watch.ts';
import '../../ui/app-icon.ts';
import '../../ui/icon.ts';
import '../../ui/notice.ts';
import { base, buttons, pages, panels, skeletons } from '../../ui/styles.ts';

/** Milliseconds of quiet before a query is sent. */
const PAUSE_MS = 180;

@customElement('search-screen')
@localized()
export class SearchScreen extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    pages,
    skeletons,
    css`
      search {
        flex: 1;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        min-height: 48px;
        padding: 0 var(--gap-4);
        border-radius: 999px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      label:focus-within {
        outline: 2px solid var(--accent);
      }
      label portico-icon {
        color: var(--accent);
        width: 1.3rem;
        height: 1.3rem;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: var(--target);
        border: 0;
        background: none;
        font-size: max(16px, var(--text-m));
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--ink-3);
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      .name {
        font-weight: 600;
      }
      .tagline {
        display: block;
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .bone {
        height: 76px;
        border-radius: var(--radius-l);
      }
    `,
  ];

  @consume({ context: navigationContext }) private readonly navigation!: Navigation;
  @consume({ context: registryContext }) private readonly registry!: RegistryClient;
  private readonly preferences = new Watch(this, preferencesContext);
  @query('input') private readonly field!: HTMLInputElement;
  @state() private words = '';

  private readonly results = new Task(this, {
    args: () => [this.words.trim(), this.preferences.value?.locale ?? 'zh-Hans'] as const,
    task: async ([words, locale], { signal }) => {
      if (words === '') return undefined;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      signal.throwIfAborted();
      return this.registry.catalogue.search(words, locale, signal);
    },
  });

  protected override firstUpdated(): void {
    this.field.focus();
  }

  private open(app: Listing, event: Event): void {
    const { x, y, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.navigation.go(appAddress(app.appId), { x: x + width / 2, y: y + height / 2 });
  }

  protected override render() {
    const placeholder = msg('搜索服务', { id: 'home.search' });
    return html`<div class="page">
      <header>
        <button class="round" type="button" aria-label=${msg('返回', { id: 'action.back' })} @click=${() => this.navigation.back()}>
          <portico-icon name="back"></portico-icon>
        </button>
        <h1 class="unseen">${placeholder}</h1>
        <search>
          <label>
            <portico-icon name="search"></portico-icon>
            <input
              type="search"
              aria-label=${placeholder}
              placeholder=${placeholder}
              maxlength="60"
              autocomplete="off"
              enterkeyhint="search"
              @input=${() => {
                this.words = this.field.value;
              }}
            />
          </label>
        </search>
      </header>
      <main aria-live="polite">
        ${this.results.render({
          pending: () =>
            html`<div class="skeleton bone" role="status" aria-label=${msg('正在加载', { id: 'status.loading' })}></div>`,
          complete: (apps) => (apps ? this.found(apps) : nothing),
          error: (problem) =>
            html`<portico-notice
              icon=${isOffline(problem) ? 'offline' : 'alert'}
              heading=${msg('没有加载成功', { id: 'home.failed' })}
              text=${problemWords(problem)}
            >
              <button class="button" type="button" @click=${() => this.results.run()}>${msg('重试', { id: 'action.retry' })}</button>
            </portico-notice>`,
        })}
      </main>
    </div>`;
  }

  private found(apps: readonly Listing[]) {
    if (apps.length === 0) {
      return html`<portico-notice
        icon="search"
        heading=${msg(str`没有找到“${this.words.trim()}”`, { id: 'search.none' })}
        text=${msg('换个说法试试，比如“停车”或“电影”。', { id: 'search.none-text' })}
      ></portico-notice>`;
    }
    return html`<ul class="panel">
      ${apps.map(
        (app) => html`<li>
          <button class="row" type="button" @pointerdown=${() => this.dispatchEvent(appLikely(app.appId))} @click=${(event: Event) => this.open(app, event)}>
            <portico-app-icon
              .src=${app.icon && blobAddress(app.icon.digest)}
              .name=${app.shortName}
              .colour=${app.color}
            ></portico-app-icon>
            <span class="grow"><span class="name"><bdi>${app.name}</bdi></span><span class="tagline"><bdi>${app.tagline}</bdi></span></span>
            <portico-icon class="next" name="next"></portico-icon>
          </button>
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-screen': SearchScreen;
  }
}
