/** What each thing a customer can agree to comes to: what an app gets and, as important, what it does not. */
import { msg } from '@lit/localize';
import type { GrantScope } from '../../sandbox/contract/index.ts';

export interface ScopeWords {
  /** As settings list it. */
  readonly name: string;
  readonly gets: string;
  readonly not: string;
  readonly icon: 'person' | 'phone' | 'verified' | 'scan' | 'place' | 'message';
}

type Fixed = Exclude<GrantScope, `message.${string}`>;

const table: { readonly [S in Fixed]: () => ScopeWords } = {
  base: () => ({
    icon: 'person',
    name: msg('识别您的身份', { id: 'scope.base' }),
    gets: msg('一个只用于此服务的匿名编号', { id: 'consent.login-gets' }),
    not: msg('不包括您的姓名、手机号和账户', { id: 'consent.login-not' }),
  }),
  phone: () => ({
    icon: 'phone',
    name: msg('手机号', { id: 'scope.phone' }),
    gets: msg('您在银行验证过的手机号', { id: 'scope.phone-gets' }),
    not: msg('不包括您的姓名和账户', { id: 'scope.phone-not' }),
  }),
  'realname.verified': () => ({
    icon: 'verified',
    name: msg('是否已实名', { id: 'scope.realname' }),
    gets: msg('银行是否核实过您的姓名：是或否', { id: 'scope.realname-gets' }),
    not: msg('不包括您的姓名和证件号', { id: 'scope.realname-not' }),
  }),
  'device.scan': () => ({
    icon: 'scan',
    name: msg('扫码', { id: 'scope.scan' }),
    gets: msg('您扫到的码的内容', { id: 'scope.scan-gets' }),
    not: msg('不包括相机画面和照片', { id: 'scope.scan-not' }),
  }),
  'device.location': () => ({
    icon: 'place',
    name: msg('大致位置', { id: 'scope.place' }),
    gets: msg('您所在的大致位置，约一公里', { id: 'scope.place-gets' }),
    not: msg('不包括离开此服务之后的位置', { id: 'scope.place-not' }),
  }),
  'device.location.precise': () => ({
    icon: 'place',
    name: msg('精确位置', { id: 'scope.precise' }),
    gets: msg('您所在的精确位置', { id: 'scope.precise-gets' }),
    not: msg('不包括离开此服务之后的位置', { id: 'scope.place-not' }),
  }),
};

/** @param title what the manifest calls a kind of message */
export function scopeWords(scope: GrantScope, title = ''): ScopeWords {
  if (Object.hasOwn(table, scope)) return table[scope as Fixed]();
  return {
    icon: 'message',
    name: title || msg('消息通知', { id: 'scope.message' }),
    gets: title || msg('消息通知', { id: 'scope.message' }),
    not: msg('可随时在“我的”里关闭', { id: 'scope.message-not' }),
  };
}
