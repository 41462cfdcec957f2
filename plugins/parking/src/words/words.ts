/** Every sentence of the app in both languages. `{name}` stands for a value. */
export const words = {
  tabStay: { zh: '停车', en: 'Parking' },
  tabCarParks: { zh: '车场', en: 'Car parks' },
  tabHistory: { zh: '记录', en: 'History' },
  sections: { zh: '页面', en: 'Sections' },

  myCars: { zh: '我的车辆', en: 'My cars' },
  addPlate: { zh: '添加车牌', en: 'Add a plate' },
  removePlate: { zh: '移除 {plate}', en: 'Remove {plate}' },
  removeConfirm: { zh: '确认移除', en: 'Confirm removal' },
  managePlates: { zh: '管理车辆', en: 'Manage cars' },
  platesLimit: { zh: '最多可以添加 {most} 个车牌。', en: 'You can add up to {most} plates.' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },

  welcomeTitle: { zh: '离场前，手机先付好', en: 'Pay before you drive out' },
  welcomeText: {
    zh: '添加车牌后，自动找到车停在哪里、停了多久、该付多少。',
    en: 'Add your plate and we find where your car is, how long it has been there and what is due.',
  },
  signInTitle: { zh: '需要登录才能查费', en: 'Sign in to see your fee' },
  signInText: {
    zh: '用银行账号登录，我们只会得到一个匿名编号，不会得到您的姓名和手机号。',
    en: 'You sign in with your bank. We receive an anonymous number, never your name or phone number.',
  },
  signIn: { zh: '登录', en: 'Sign in' },

  plateTitle: { zh: '输入车牌号', en: 'Enter your plate' },
  plateHint: { zh: '新能源车牌有 8 位', en: 'New-energy plates have 8 characters' },
  plateProvince: { zh: '先选省份简称', en: 'Choose the province first' },
  plateEmpty: { zh: '空', en: 'empty' },
  newEnergy: { zh: '新能源', en: 'EV' },
  deleteKey: { zh: '删除', en: 'Delete' },
  savePlate: { zh: '保存车牌', en: 'Save plate' },
  faultProvince: { zh: '第一位是省份简称，如“沪”。', en: 'A plate starts with a province, such as 沪.' },
  faultOffice: { zh: '第二位是字母，如“A”。', en: 'The second character is a letter, such as A.' },
  faultLetters: { zh: '车牌不含 I 和 O，后几位至少有一个数字。', en: 'Plates never use I or O and hold a digit.' },
  faultShort: { zh: '还差 {n} 位。', en: '{n} more to go.' },
  faultLong: { zh: '车牌最多 8 位。', en: 'A plate has at most 8 characters.' },
  faultEnergy: {
    zh: '新能源车牌：第三位（小型车）或最后一位（大型车）是 A–K 的字母，其余为数字。',
    en: 'New-energy plates have a letter A–K third (cars) or last (large vehicles), the rest are digits.',
  },

  parkedAt: { zh: '停在', en: 'Parked at' },
  entered: { zh: '入场', en: 'Entered' },
  duration: { zh: '已停', en: 'Parked for' },
  due: { zh: '应付', en: 'Due now' },
  heldUntil: { zh: '此价格为您保留到 {time}', en: 'This price is held for you until {time}' },
  nextRise: { zh: '{time} 起为 {amount}', en: 'From {time}: {amount}' },
  freeNow: { zh: '免费停放中', en: 'Free for now' },
  freeUntil: { zh: '{time} 前离场不收费', en: 'No charge if you leave before {time}' },
  details: { zh: '费用明细', en: 'How the fee is made up' },
  total: { zh: '合计', en: 'Total' },
  lineFree: { zh: '免费时段', en: 'Free minutes' },
  lineDay: { zh: '白天', en: 'Day rate' },
  lineNight: { zh: '夜间', en: 'Night rate' },
  lineNightCap: { zh: '夜间封顶减免', en: 'Night limit' },
  lineDayCap: { zh: '白天封顶减免', en: 'Day limit' },
  lineDailyCap: { zh: '全天封顶减免', en: 'Daily limit' },
  linePaid: { zh: '已付', en: 'Already paid' },
  units: { zh: '{n} × {unit}', en: '{n} × {unit}' },
  minutesUnit: { zh: '{n} 分钟', en: '{n} min' },
  hoursUnit: { zh: '{n} 小时', en: '{n} h' },
  hoursMinutes: { zh: '{h} 小时 {m} 分', en: '{h} h {m} min' },
  daysHours: { zh: '{d} 天 {h} 小时', en: '{d} d {h} h' },
  nextDay: { zh: '次日 {time}', en: '{time} next day' },
  perUnit: { zh: '{amount} / {unit}', en: '{amount} / {unit}' },

  pay: { zh: '支付 {amount}', en: 'Pay {amount}' },
  payAgain: { zh: '继续支付 {amount}', en: 'Continue to pay {amount}' },
  payPreparing: { zh: '正在下单…', en: 'Preparing your order…' },
  payReady: { zh: '订单已准备好，请再点一次支付。', en: 'Your order is ready. Tap once more to pay.' },
  payOpen: { zh: '请在银行收银台完成支付', en: 'Finish paying in the bank’s cashier' },
  payOffline: { zh: '付款需要网络', en: 'Paying needs the network' },
  payOfflineText: {
    zh: '付款需要网络。连上网络后会重新计算费用，再付款。',
    en: 'Paying needs the network. Once you are back online the fee is worked out again and you can pay.',
  },
  payCancelled: { zh: '您取消了付款，没有扣款。', en: 'You cancelled; nothing was charged.' },
  payNotTaken: { zh: '银行没有扣款，可以再付一次。', en: 'The bank took no money. You can pay again.' },
  payExpired: {
    zh: '订单已过期，没有扣款，费用已更新。',
    en: 'The order expired, nothing was charged. The fee was updated.',
  },
  confirming: { zh: '正在向银行确认付款', en: 'Confirming with the bank' },
  confirmingText: {
    zh: '通常只要几秒钟。请不要重复付款。',
    en: 'This usually takes a few seconds. Please do not pay again.',
  },
  confirmSlow: { zh: '银行还在处理', en: 'The bank is still working on it' },
  confirmSlowText: {
    zh: '结果出来前请不要再付。可以离开此页，稍后回来查看。',
    en: 'Please do not pay again until there is a result. You may leave this page and come back later.',
  },
  checkAgain: { zh: '再查一次', en: 'Check again' },

  leaveTitle: { zh: '付款成功，可以离场', en: 'Paid. You can leave now' },
  leaveBy: { zh: '请在 {time} 前离场', en: 'Please leave before {time}' },
  leaveText: {
    zh: '出口会自动识别车牌并抬杆。超时后按标准继续计费。',
    en: 'The exit reads your plate and opens. After that time, the usual rates apply again.',
  },
  leaveLeft: { zh: '剩余 {time}', en: '{time} left' },
  paidAt: { zh: '付款时间', en: 'Paid at' },
  receiptHint: { zh: '电子收据在银行“订单”中。', en: 'The receipt is in your bank under Orders.' },

  noStayTitle: { zh: '这辆车不在我们的停车场', en: 'This car is in none of our car parks' },
  noStayText: { zh: '刚进场的话，请一分钟后再查。', en: 'If you have just driven in, check again in a minute.' },
  refresh: { zh: '刷新', en: 'Refresh' },
  checkedAt: { zh: '{time} 查询', en: 'Checked at {time}' },
  seeCarParks: { zh: '看看哪里有空位', en: 'Find a free space' },
  loading: { zh: '正在加载', en: 'Loading' },

  freeSpaces: { zh: '空位', en: 'spaces' },
  ofSpaces: { zh: '共 {n} 个', en: 'of {n}' },
  full: { zh: '已满', en: 'Full' },
  few: { zh: '紧张', en: 'Nearly full' },
  tariff: { zh: '收费标准', en: 'Rates' },
  tariffFree: { zh: '前 {n} 分钟免费', en: 'First {n} min free' },
  tariffCap: { zh: '全天最高 {amount}', en: 'At most {amount} a day' },
  tariffNightCap: { zh: '夜间最高 {amount}', en: 'at most {amount} a night' },
  tariffDayCap: { zh: '白天最高 {amount}', en: 'at most {amount} by day' },
  carParksAt: { zh: '{time} 更新', en: 'Updated at {time}' },

  historyEmptyTitle: { zh: '还没有付款记录', en: 'No payments yet' },
  historyEmptyText: { zh: '付过的停车费会列在这里。', en: 'Parking fees you have paid will be listed here.' },
  refunded: { zh: '已退款', en: 'Refunded' },

  offline: { zh: '没有网络，显示的是 {time} 的内容。', en: 'You are offline. This is from {time}.' },
  offlineNothing: {
    zh: '没有网络，也没有上次的内容。连上网络后再试。',
    en: 'You are offline and nothing was saved yet. Try again once you are connected.',
  },
  problemTitle: { zh: '没有加载出来', en: 'This could not be loaded' },
  problemUnavailable: {
    zh: '停车服务暂时没有回应，请稍后再试。',
    en: 'The parking service does not answer. Try again shortly.',
  },
  problemStale: { zh: '没有更新成功，显示的是 {time} 的内容。', en: 'Could not update. This is from {time}.' },
  problemBusy: { zh: '操作太频繁了，请稍后再试。', en: 'Too many tries. Wait a little and try again.' },
  problemPlateInvalid: { zh: '这不是有效的车牌号。', en: 'This is not a valid plate.' },
  problemTooMany: { zh: '车牌已满，请先移除一个。', en: 'No more plates fit. Remove one first.' },
  problemQuoteOld: { zh: '费用有变化，已为您更新。', en: 'The fee has changed and was updated.' },
  problemNothingDue: { zh: '现在没有要付的费用。', en: 'Nothing is due right now.' },
  problemUnderWay: {
    zh: '有一笔付款正在处理，请等结果，不要重复付款。',
    en: 'A payment is being processed. Wait for its result and do not pay again.',
  },
  problemNotGranted: { zh: '您没有同意登录，无法查询。', en: 'You did not agree to sign in, so we cannot look it up.' },
  problemUnexpected: { zh: '出了点问题，请再试一次。', en: 'Something went wrong. Please try again.' },
  retry: { zh: '重试', en: 'Try again' },
} as const;

export type WordKey = keyof typeof words;
export type Locale = 'zh' | 'en';
export type Values = Readonly<Record<string, string | number>>;
/** Gives a sentence in the language it was made for. */
export type Say = (key: WordKey, values?: Values) => string;

export function sayIn(locale: Locale): Say {
  return (key, values = {}) =>
    words[key][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
