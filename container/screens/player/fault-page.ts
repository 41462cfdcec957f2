/** A page for each way an app can fail to be there: what happened, and what to do. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { IconName } from '../../ui/icon.ts';
import '../../ui/notice.ts';
import { base, buttons } from '../../ui/styles.ts';
import type { PlayerFault } from './fault.ts';

interface Page {
  readonly icon: IconName;
  readonly alert?: boolean;
  readonly heading: string;
  readonly text: string;
  readonly action?: Action;
}
type Action = 'retry' | 'sign-in' | 'renew';

const labels: { readonly [A in Action]: () => string } = {
  retry: () => msg('重新进入', { id: 'player.again' }),
  'sign-in': () => msg('登录', { id: 'sign-in.action' }),
  renew: () => msg('更新', { id: 'player.renew' }),
};

const pages: { readonly [K in PlayerFault['kind']]: (fault: Extract<PlayerFault, { kind: K }>) => Page } = {
  offline: () => ({
    icon: 'offline',
    heading: msg('没有网络', { id: 'home.no-network' }),
    text: msg('请检查网络连接后重试。', { id: 'player.offline-text' }),
    action: 'retry',
  }),
  'needs-network': () => ({
    icon: 'offline',
    heading: msg('需要联网一次', { id: 'player.needs-network' }),
    text: msg('这个服务还没有保存到您的设备，联网打开一次后即可离线使用。', { id: 'player.needs-network-text' }),
    action: 'retry',
  }),
  revoked: ({ reason }) => ({
    icon: 'stop',
    alert: true,
    heading: msg('此服务已被银行停用', { id: 'player.revoked' }),
    text: reason
      ? msg(str`原因：${reason}`, { id: 'player.revoked-reason' })
      : msg('为保护您的权益，已暂停使用。已付款的订单不受影响，可在“订单”中查看。', { id: 'player.revoked-text' }),
  }),
  'unknown-app': () => ({
    icon: 'search',
    heading: msg('没有找到这个服务', { id: 'player.unknown' }),
    text: msg('它可能已经下架，或链接有误。', { id: 'player.unknown-text' }),
  }),
  replaced: () => ({
    icon: 'again',
    heading: msg('服务已更新', { id: 'player.replaced' }),
    text: msg('请重新进入，使用银行最新审核的版本。', { id: 'player.replaced-text' }),
    action: 'retry',
  }),
  outdated: () => ({
    icon: 'again',
    heading: msg('银行应用有新版本', { id: 'player.outdated' }),
    text: msg('这个服务需要新版本，更新后再打开。其他已打开的服务会关闭；已提交的付款不会丢失。', {
      id: 'player.outdated-text',
    }),
    action: 'renew',
  }),
  'not-genuine': () => ({
    icon: 'alert',
    alert: true,
    heading: msg('安全校验未通过', { id: 'player.not-genuine' }),
    text: msg('内容与银行审核的版本不一致，已停止打开。', { id: 'player.not-genuine-text' }),
    action: 'retry',
  }),
  unsupported: () => ({
    icon: 'alert',
    heading: msg('当前环境无法打开', { id: 'player.unsupported' }),
    text: msg('这个服务需要 Service Worker，当前的浏览器或应用没有提供。请换用较新的浏览器。', {
      id: 'player.unsupported-text',
    }),
  }),
  slow: () => ({
    icon: 'clock',
    heading: msg('打开时间过长', { id: 'player.slow' }),
    text: msg('服务没有及时响应，请稍后重试。', { id: 'player.slow-text' }),
    action: 'retry',
  }),
  hung: () => ({
    icon: 'clock',
    heading: msg('服务没有响应', { id: 'player.hung' }),
    text: msg('它停止了响应，银行已将其关闭。您可以重新进入；已提交的付款不会丢失，可在“订单”中查看。', {
      id: 'player.hung-text',
    }),
    action: 'retry',
  }),
  flooding: () => ({
    icon: 'shield',
    alert: true,
    heading: msg('服务异常，已关闭', { id: 'player.flooding' }),
    text: msg('它发出的请求过多，银行已将其关闭。您可以重新进入；已提交的付款不会丢失，可在“订单”中查看。', {
      id: 'player.flooding-text',
    }),
    action: 'retry',
  }),
  stopped: () => ({
    icon: 'shield',
    alert: true,
    heading: msg('已为您拦截', { id: 'player.stopped' }),
    text: msg('服务试图跳转到其他页面，银行已将其关闭。', { id: 'player.stopped-text' }),
    action: 'retry',
  }),
  intruding: () => ({
    icon: 'shield',
    alert: true,
    heading: msg('已为您拦截', { id: 'player.stopped' }),
    text: msg('服务在后台试图获取您的键盘输入，银行已将其关闭。', { id: 'player.intruding-text' }),
    action: 'retry',
  }),
  crashed: () => ({
    icon: 'alert',
    heading: msg('服务意外停止', { id: 'player.crashed' }),
    text: msg('您可以重新进入。已提交的付款不会丢失，可在“订单”中查看。', { id: 'player.crashed-text' }),
    action: 'retry',
  }),
  'sign-in': () => ({
    icon: 'lock',
    heading: msg('登录后使用', { id: 'player.sign-in' }),
    text: msg('这个服务需要确认您的身份。', { id: 'player.sign-in-text' }),
    action: 'sign-in',
  }),
  level: ({ level }) => ({
    icon: 'lock',
    heading: msg('需要更高的认证级别', { id: 'player.level' }),
    text: msg(str`此服务要求 L${level} 认证，请在银行客户端完成认证后再来。`, { id: 'player.level-text' }),
  }),
};

/** The table has one entry for each kind, each for exactly its own fault; TypeScript cannot follow that through an index. */
const pageOf = (fault: PlayerFault): Page => (pages[fault.kind] as (fault: PlayerFault) => Page)(fault);

@customElement('fault-page')
@localized()
export class FaultPage extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        align-content: center;
        min-height: 100%;
        background: var(--paper);
      }
    `,
  ];

  @property({ attribute: false }) fault: PlayerFault | undefined;

  /** What was asked for takes a while, and then this page is gone. */
  @state() private busy = false;

  private ask(what: Action | 'leave'): void {
    this.busy = what === 'renew';
    this.dispatchEvent(new CustomEvent(what));
  }

  protected override render() {
    if (!this.fault) return nothing;
    const { icon, alert, heading, text, action } = pageOf(this.fault);
    return html`<portico-notice icon=${icon} tone=${alert ? 'alert' : 'calm'} heading=${heading} text=${text}>
      ${action ? this.button(this.busy ? msg('正在更新…', { id: 'player.renewing' }) : labels[action](), action, true) : nothing}
      ${this.button(msg('返回首页', { id: 'player.home' }), 'leave', action === undefined)}
    </portico-notice>`;
  }

  private button(label: string, what: Action | 'leave', main: boolean) {
    return html`<button
      class=${main ? 'button main' : 'button'}
      type="button"
      ?disabled=${this.busy}
      @click=${() => this.ask(what)}>${label}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fault-page': FaultPage;
  }
}
