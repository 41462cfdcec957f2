/** Texts by language. The container tells which one the customer reads. */
export const words = {
  'zh-Hans': {
    subtitle: '点一下，记一杯。',
    reset: '重新开始',
    served: (tea) => `为您泡好了一杯${tea}`,
    total: (cups) => (cups === 0 ? '今天还没有喝茶' : `今天喝了 ${cups} 杯`),
    teas: [
      { id: 'longjing', name: '龙井', note: '清香 · 80 ℃ · 2 分钟' },
      { id: 'tieguanyin', name: '铁观音', note: '兰花香 · 95 ℃ · 1 分钟' },
      { id: 'puer', name: '普洱', note: '陈香 · 100 ℃ · 3 分钟' },
    ],
  },
  en: {
    subtitle: 'Tap once for every cup.',
    reset: 'Start again',
    served: (tea) => `Your cup of ${tea} is ready`,
    total: (cups) => (cups === 0 ? 'No tea yet today' : cups === 1 ? 'One cup today' : `${cups} cups today`),
    teas: [
      { id: 'longjing', name: 'Longjing', note: 'fresh · 80 °C · 2 minutes' },
      { id: 'tieguanyin', name: 'Tieguanyin', note: 'orchid · 95 °C · 1 minute' },
      { id: 'puer', name: 'Pu’er', note: 'aged · 100 °C · 3 minutes' },
    ],
  },
};
