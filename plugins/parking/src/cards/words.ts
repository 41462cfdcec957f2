/** The card's few sentences; the app's own are more than a card should carry. */
export const cardWords = {
  zh: {
    paid: '已付款',
    leave: '请在倒计时结束前离场',
    left: '剩余离场时间',
    parked: '停放中',
    pending: '付款处理中',
    since: '已停',
    asOf: '截至 {time}',
    free: '免费停放中',
    pay: '去缴费',
  },
  en: {
    paid: 'Paid',
    leave: 'Drive out before the time is up',
    left: 'Time left to drive out',
    parked: 'Parked',
    pending: 'Payment in progress',
    since: 'Parked for',
    asOf: 'As of {time}',
    free: 'Free for now',
    pay: 'Pay the fee',
  },
} as const;
