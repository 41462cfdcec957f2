import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { appFrames } from '../open-lab.ts';

export const attack: Attack = {
  id: '157',
  group: 'card',
  only: 'sealed',
  title: 'speak to the frame that made the worker, as host, as loader, as another app, with ports and large texts',
  expected: 'nobody listens: the frame holds no code of the app, and the card is drawn as before',
  card: {
    async speak({ pause, port }): Promise<JsonValue> {
      const answers: unknown[] = [];
      const post: unknown = Reflect.get(self, 'postMessage');
      addEventListener('message', ({ data }) => answers.push(data));
      for (const word of [
        { portico: 'open', version: 1, nonce: '', entry: 'index.html', files: [] },
        { portico: 'loader', versions: [1], nonce: '' },
        { portico: 'card', version: 1 },
        'x'.repeat(1_000_000),
      ]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answers.push(data);
        if (typeof post === 'function') post(word, [port2]);
      }
      await pause(400);
      port.postMessage({ type: 'event', name: 'card.update', payload: [[3, '1', 'text', 'still here', 1]] });
      await pause(200);
      return answers.length;
    },
  },
  async judge({ openCard }) {
    const { page, run } = await openCard();
    same(await run('speak'), 0, 'answers');
    await page.locator('card-shelf-item').getByText('still here').waitFor({ timeout: 5_000 });
    const frames = page.mainFrame().childFrames();
    holds(appFrames(page) >= 1, 'the card has no frame');
    for (const frame of frames) same(frame.childFrames().length, 0, 'frames within the card’s');
  },
};
