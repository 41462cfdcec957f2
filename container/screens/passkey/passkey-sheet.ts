/** Before the first payment: what a passkey is, and making one on this device. */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import { makePasskey, signChallenge } from '../../services/passkeys.ts';
import type { RegistryClient } from '../../services/registry/index.ts';
import { registryContext } from '../../state/contexts.ts';
import { problemWords } from '../../state/problem-words.ts';
import { type SessionState, sessionContext } from '../../state/session.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { explain } from '../../ui/explain.ts';
import { base, buttons } from '../../ui/styles.ts';

/** Milliseconds a passkey prompt may stay open. */
const PROMPT_MS = 60_000;

/** `stale`: the log-in is too old to enrol with, so the customer must sign in again first. */
export type PasskeyOutcome = 'enrolled' | 'left' | 'stale';

@customElement('passkey-sheet')
@localized()
export class PasskeySheet extends LitElement {
  static override styles = [base, buttons, explain];

  @property({ attribute: false }) settled: ((outcome: PasskeyOutcome) => void) | undefined;
  @consume({ context: registryContext }) private readonly registry!: RegistryClient;
  @consume({ context: sessionContext }) private readonly session!: SessionState;
  @state() private busy = false;
  @state() private problem: unknown;

  private async enrol(): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      const options = await this.registry.identity.passkeyOptions((wanted) => signChallenge(wanted, PROMPT_MS));
      await this.registry.identity.addPasskey(await makePasskey(options));
      await this.session.refresh();
      this.settled?.('enrolled');
    } catch (error) {
      if (error instanceof PorticoError && error.code === 'ERR_IDENTITY_LOGIN_TOO_OLD') this.settled?.('stale');
      else this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  private words(): string {
    const { problem } = this;
    if (problem === undefined) return '';
    return problem instanceof PorticoError && problem.code === 'ERR_CONTAINER_PASSKEY_DECLINED'
      ? msg('没有创建成功，请重试。', { id: 'passkey.declined' })
      : problemWords(problem);
  }

  protected override render() {
    return html`<portico-sheet
      heading=${msg('创建通行密钥', { id: 'passkey.title' })}
      close-label=${msg('以后再说', { id: 'action.later' })}
      .locked=${this.busy}
      @dismiss=${() => this.settled?.('left')}
    >
      <div class="mark"><portico-icon name="passkey"></portico-icon></div>
      <p class="lead">${msg('付款时，用指纹、面容或锁屏密码确认，无需记住支付密码。', { id: 'passkey.lead' })}</p>
      <ul>
        <li><portico-icon name="lock"></portico-icon>${msg('密钥只保存在您的设备里，任何人都拿不走', { id: 'passkey.point-device' })}</li>
        <li><portico-icon name="shield"></portico-icon>${msg('每一次签名只对一笔订单有效', { id: 'passkey.point-order' })}</li>
        <li><portico-icon name="clock"></portico-icon>${msg('新密钥在前 24 小时内，付款不超过 ¥500', { id: 'passkey.point-limit' })}</li>
      </ul>
      <p class="problem" role="alert">${this.words()}</p>
      <button class="button main wide" type="button" ?disabled=${this.busy} @click=${this.enrol}>
        ${this.busy ? msg('请在设备上完成验证', { id: 'cashier.confirming' }) : msg('创建通行密钥', { id: 'passkey.title' })}
      </button>
    </portico-sheet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'passkey-sheet': PasskeySheet;
  }
}
