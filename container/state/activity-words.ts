/** Lines of the activity log as the customer reads them. */
import { msg } from '@lit/localize';
import type { ActivityLine } from '../services/activity-log.ts';

const did: Readonly<Record<string, () => string>> = {
  'identity.login': () => msg('识别您的身份', { id: 'scope.base' }),
  'identity.profile': () => msg('读取您的资料', { id: 'activity.profile' }),
  'identity.requireLevel': () => msg('查看您的身份等级', { id: 'activity.level' }),
  'payment.request': () => msg('请求付款', { id: 'activity.payment' }),
  'device.scan': () => msg('扫码', { id: 'scope.scan' }),
  'device.location': () => msg('读取位置', { id: 'activity.place' }),
  'device.phoneCall': () => msg('请求拨打电话', { id: 'activity.call' }),
  'clipboard.write': () => msg('写入剪贴板', { id: 'activity.clipboard' }),
  'media.chooseImage': () => msg('选择照片', { id: 'photos.title' }),
  'media.saveImage': () => msg('保存图片', { id: 'save.title' }),
  'message.subscribe': () => msg('请求发送消息', { id: 'activity.message' }),
  'nav.openUrl': () => msg('打开外部网页', { id: 'activity.url' }),
  'net.upload': () => msg('上传文件', { id: 'activity.upload' }),
  'bridge.handshake': () => msg('试图冒充银行，已被阻止', { id: 'activity.forgery' }),
};

const refusals = new Set([
  'ERR_BRIDGE_NOT_GRANTED',
  'ERR_CAPABILITY_CANCELLED',
  'ERR_BRIDGE_ABORTED',
  'ERR_BRIDGE_CLOSED',
]);

export const activityWords = ({ method }: Pick<ActivityLine, 'method'>): string => did[method]?.() ?? method;

export function outcomeWords({ outcome }: Pick<ActivityLine, 'outcome'>): string {
  if (outcome === 'ok') return msg('完成', { id: 'activity.ok' });
  return refusals.has(outcome)
    ? msg('您没有允许', { id: 'activity.refused' })
    : msg('没有成功', { id: 'activity.failed' });
}
