/** What a customer reads when something failed: a sentence in their language, never a code or a server's words. */
import { msg } from '@lit/localize';
import type { ErrorCode } from '../../sandbox/contract/index.ts';
import { PorticoError } from '../../sandbox/contract/index.ts';

const sentences = {
  ERR_CONTAINER_OFFLINE: () => msg('当前没有网络连接。', { id: 'problem.offline' }),
  ERR_CONTAINER_NEEDS_NETWORK: () => msg('首次打开需要连接网络。', { id: 'problem.needs-network' }),
  ERR_CONTAINER_INTENT_MISMATCH: () =>
    msg('订单内容与待签名内容不一致，为保护您的资金已停止付款。', { id: 'problem.intent-mismatch' }),
  ERR_CONTAINER_PASSKEY_UNSUPPORTED: () =>
    msg('此设备不支持通行密钥，请更换设备或更新系统。', { id: 'problem.passkey-unsupported' }),
  ERR_CONTAINER_PASSKEY_DECLINED: () => msg('未完成验证，没有扣款。', { id: 'problem.passkey-declined' }),
  ERR_IDENTITY_SIGNED_OUT: () => msg('登录已过期，请重新登录。', { id: 'problem.signed-out' }),
  ERR_IDENTITY_LOGIN_TOO_OLD: () => msg('为了安全，请重新登录后再试。', { id: 'problem.login-too-old' }),
  ERR_IDENTITY_PASSKEY_REMOVED: () =>
    msg('您曾移除通行密钥，请从手机银行进入后再创建。', { id: 'problem.passkey-removed' }),
  ERR_IDENTITY_ASSERTION_REFUSED: () => msg('验证没有通过，没有扣款。', { id: 'problem.assertion' }),
  ERR_PAYMENT_ORDER_CLOSED: () => msg('订单已关闭，请回到服务中重新下单。', { id: 'problem.order-closed' }),
  ERR_PAYMENT_ORDER_PAID: () => msg('这笔订单已经支付，无需再付。', { id: 'problem.order-paid' }),
  ERR_PAYMENT_APP_REVOKED: () => msg('该服务已被银行停用，无法付款。', { id: 'problem.app-revoked' }),
  ERR_PAYMENT_ORDER_BUSY: () => msg('这笔订单正在支付中，请稍候查看结果。', { id: 'problem.order-busy' }),
  ERR_PAYMENT_TOKEN: () => msg('订单凭证无效，请回到服务中重新下单。', { id: 'problem.order-token' }),
  ERR_PAYMENT_INTENT_EXPIRED: () => msg('停留时间过长，请重新确认付款。', { id: 'problem.intent-expired' }),
  ERR_PAYMENT_LIMIT: () => msg('超出了您当前的付款限额。', { id: 'problem.limit' }),
  ERR_PAYMENT_FUNDS: () => msg('账户余额不足。', { id: 'problem.funds' }),
  ERR_PAYMENT_NO_ACCOUNT: () => msg('您还没有可用于付款的账户。', { id: 'problem.no-account' }),
  ERR_PAYMENT_DECLINED: () => msg('付款被拒绝，没有扣款。', { id: 'problem.declined' }),
  ERR_PLATFORM_RATE: () => msg('操作太频繁，请稍后再试。', { id: 'problem.rate' }),
  ERR_PLATFORM_NOT_FOUND: () => msg('没有找到相关内容。', { id: 'problem.not-found' }),
} as const satisfies Readonly<Record<string, () => string>>;

const known = (code: ErrorCode): code is ErrorCode & keyof typeof sentences => Object.hasOwn(sentences, code);

export function problemWords(error: unknown): string {
  if (error instanceof PorticoError && known(error.code)) return sentences[error.code]();
  return msg('服务暂时不可用，请稍后再试。', { id: 'problem.unknown' });
}

export const isOffline = (error: unknown): boolean =>
  error instanceof PorticoError && error.code === 'ERR_CONTAINER_OFFLINE';
