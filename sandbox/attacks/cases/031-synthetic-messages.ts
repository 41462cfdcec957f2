import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { nameOfThrown } from '../outcome.ts';

export const attack: Attack = {
  id: '31',
  group: 'bridge',
  title: 'dispatch synthetic message events at the host’s window and port',
  expected: 'the host’s window is out of reach; on its own end an app fools nobody but itself',
  async guest({ takePort, pause }) {
    const port = takePort();
    const heard: unknown[] = [];
    port.onmessage = ({ data }) => {
      if (data?.type === 'result') heard.push(data.value);
    };
    const forged = { type: 'call', id: 1, method: 'app.setTitle', args: { title: 'forged' } };
    const event = new MessageEvent('message', { data: forged, origin: 'null', source: window });
    const report = {
      parent: nameOfThrown(() => parent.dispatchEvent(event)) ?? 'dispatched',
      top: nameOfThrown(() => top?.dispatchEvent(event)) ?? 'dispatched',
      frameElement: nameOfThrown(() => window.frameElement?.dispatchEvent(new Event('load'))) ?? 'no element',
    };
    port.dispatchEvent(new MessageEvent('message', { data: forged }));
    port.dispatchEvent(new MessageEvent('message', { data: forged, ports: [new MessageChannel().port1] }));
    await pause(300);
    return { ...report, answers: heard.length };
  },
  async judge({ report, page }) {
    same(report, { parent: 'SecurityError', top: 'SecurityError', frameElement: 'no element', answers: 0 });
    same(await page.getByText('forged').count(), 0, 'titles');
  },
};
