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
  ERR_PLATFORM_RATE: () => msg('操作太频繁，请稍后再试。', { id: 'problem.rate' }),
  ERR_PLATFORM_NOT_FOUND: () => msg('没有找到相关内容。', { id: 'problem.not-found' }),
} as const satisfies Readonly<Record<string, () => string>>;

const known = (code: ErrorCode): code is ErrorCode & keyof typeof sentences => Object.hasOwn(sentences, code);

export function problemWords(error: unknown): string {
  if (error instanceof PorticoError && known(error.code)) return sentences[error.code]();
  return msg('服务暂时不可用，请稍后再试。', { id: 'problem.unknown' });
}

export const isOffline = (error: unknown): boolean => error instanceof PorticoError && error.code === 'ERR_CONTAINER_OFFLINE';
