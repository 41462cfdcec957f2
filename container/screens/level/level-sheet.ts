/**
 * The way up to an identity level: what is proved, what is still missing, and who can prove it. Where this device cannot
 * begin the bank's process, the page says so instead of pretending.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AppSheets } from '../../state/sheets.ts';
import { explain } from '../../ui/explain.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';

/** What each level is reached by, from 1. */
const steps: readonly (() => string)[] = [
  () => msg('验证手机号', { id: 'level.phone' }),
  () => msg('核实姓名和证件', { id: 'level.name' }),
  () => msg('绑定任意一家银行的银行卡', { id: 'level.card' }),
  () => msg('开立 II 类或 III 类账户', { id: 'level.account' }),
  () => msg('开立 I 类账户', { id: 'level.full-account' }),
];

@customElement('level-sheet')
@localized()
export class LevelSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    explain,
    css`
      ol {
        margin: var(--gap-5) 0 0;
        padding: var(--gap-1) var(--gap-4);
        border-radius: var(--radius-m);
        background: var(--surface-sunk);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      ol li {
        display: flex;
        gap: var(--gap-3);
        align-items: center;
        padding: 11px 0;
        font-size: var(--text-m);
        line-height: 1.45;
      }
      .grow {
        flex: 1;
      }
      .state {
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .next {
        font-weight: 600;
      }
      .where {
        margin: var(--gap-4) auto 0;
      }
      .button {
        margin-top: var(--gap-5);
      }
    `,
  ];

  @property({ attribute: false }) question: AppSheets['level']['question'] | undefined;
  @property({ attribute: false }) settled: ((go: true | undefined) => void) | undefined;

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    const { asker, have, need, canStepUp } = question;
    return html`<portico-sheet
      heading=${msg('需要更高的认证级别', { id: 'player.level' })}
      close-label=${msg('关闭', { id: 'action.close' })}
      @dismiss=${() => this.settled?.(undefined)}
    >
      <div class="mark"><portico-icon name="shield"></portico-icon></div>
      <p class="lead">${msg(str`“${asker.name}”的这一步需要 L${need}，您目前是 L${have}。`, { id: 'level.lead' })}</p>
      <ol>
        ${steps.slice(0, need).map((step, index) => this.step(index + 1, step(), have))}
      </ol>
      ${
        canStepUp
          ? html`<button class="button main wide" type="button" @click=${() => this.settled?.(true)}>
              ${msg('前往办理', { id: 'level.go' })}
            </button>`
          : html`<p class="lead where">
                ${msg('这里不能办理。请打开手机银行，或前往网点办理，完成后再回来。', { id: 'level.elsewhere' })}
              </p>
              <button class="button wide" type="button" @click=${() => this.settled?.(undefined)}>
                ${msg('知道了', { id: 'level.understood' })}
              </button>`
      }
    </portico-sheet>`;
  }

  private step(level: number, words: string, have: number) {
    const done = level <= have;
    return html`<li class=${level === have + 1 ? 'next' : ''}>
      <portico-icon name=${done ? 'check' : 'clock'}></portico-icon>
      <span class="grow">L${level} · ${words}</span>
      <span class="state">
        ${done ? msg('已完成', { id: 'level.done' }) : msg('待办理', { id: 'level.open' })}
      </span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'level-sheet': LevelSheet;
  }
}
