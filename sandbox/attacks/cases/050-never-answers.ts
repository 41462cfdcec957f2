import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '50',
  group: 'denial',
  title: 'take the port and never answer the host',
  expected: 'the heartbeat ends the session within 25 s and says so',
  guest({ takePort }) {
    takePort().onmessage = () => undefined;
    return null;
  },
  judge: ({ ended }) => ended(25_000),
};
