/** The hostile app's card: a worker that draws one word, so that it is open, and then does what it is told. */
import type { CardLab } from '../attack.ts';
import { cardAttacks } from '../cases/cards.ts';

addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (!port) return;
    const heard: unknown[] = [];
    port.onmessage = ({ data }) => {
      if (data?.type === 'ping') port.postMessage({ type: 'pong' });
      else heard.push(data);
    };
    const lab: Omit<CardLab, 'evil'> = {
      port,
      say: (payload) => port.postMessage({ type: 'event', name: 'card.update', payload }),
      heard: () => heard,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    };
    const text = {
      id: '1',
      type: 1,
      element: 'card-text',
      properties: { text: 'lab' },
      eventListeners: {},
      children: [],
    };
    lab.say([[0, '~', text, 0]]);
    self.attackCard = {
      async run(id, part, evil) {
        const code = cardAttacks.find((attack) => attack.id === id)?.card?.[part];
        if (!code) throw new RangeError(`no part ${part} of attack ${id} for a card`);
        return code({ ...lab, evil });
      },
    };
  },
  { once: true },
);
