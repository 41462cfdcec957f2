/** One open app in the list: into it, or done with it. */
import { msg, str } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import type { LiveApp } from '../../state/live-apps.ts';
import '../../ui/app-icon.ts';
import '../../ui/icon.ts';

export const liveAppRowStyles = css`
  li {
    display: flex;
    align-items: center;
    gap: var(--gap-1);
    margin-bottom: var(--gap-2);
    border-radius: var(--radius-m);
    background: var(--surface-sunk);
  }
  li.front {
    background: var(--accent-tint);
  }
  .app {
    display: flex;
    flex: 1;
    align-items: center;
    gap: var(--gap-3);
    min-width: 0;
    min-height: 76px;
    padding: var(--gap-3) 0 var(--gap-3) var(--gap-3);
    border-radius: inherit;
    text-align: start;
  }
  portico-app-icon {
    width: 3rem;
    height: 3rem;
    font-size: 1.05rem;
  }
  .words {
    display: grid;
    min-width: 0;
    gap: 2px;
  }
  .name {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    font-size: var(--text-l);
    font-weight: 600;
  }
  .how {
    font-size: var(--text-s);
    color: var(--ink-2);
  }
  li.stopped .how {
    color: var(--alert);
  }
  .round {
    flex: none;
    margin-inline-end: var(--gap-1);
    color: var(--ink-2);
  }
`;

interface Row {
  readonly name: string;
  readonly icon: string | undefined;
  readonly colour: string;
  /** On the screen, under the list. */
  readonly isFront: boolean;
  open(): void;
  close(): void;
}

export function liveAppRow(app: LiveApp, { name, icon, colour, isFront, open, close }: Row): TemplateResult {
  return html`<li class="${isFront ? 'front' : ''} ${app.stopped ? 'stopped' : ''}">
    <button class="app" type="button" aria-current=${isFront ? 'true' : 'false'} @click=${open}>
      <portico-app-icon .src=${icon} .name=${name} .colour=${colour}></portico-app-icon>
      <span class="words">
        <bdi class="name">${name}</bdi>
        <span class="how">${isFront ? msg('当前服务', { id: 'live.front' }) : howIs(app)}</span>
      </span>
    </button>
    <button
      class="round"
      type="button"
      data-closes=${app.key}
      aria-label=${msg(str`关闭“${name}”`, { id: 'live.close' })}
      @click=${close}
    >
      <portico-icon name="close"></portico-icon>
    </button>
  </li>`;
}

function howIs({ stopped, phase, usedAt }: LiveApp): string {
  if (stopped) return msg('已停止，可重新进入', { id: 'live.stopped-again' });
  if (phase === 'asleep') return msg('点按重新打开', { id: 'live.asleep' });
  const minutes = Math.floor((Date.now() - usedAt) / 60_000);
  if (phase === 'suspended') return msg(str`${minutes} 分钟前 · 已暂停`, { id: 'live.suspended' });
  return minutes < 1 ? msg('刚刚使用', { id: 'live.now' }) : msg(str`${minutes} 分钟前使用`, { id: 'live.minutes' });
}
