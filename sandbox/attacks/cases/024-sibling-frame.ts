import type { Frame } from 'playwright-core';
import type { Attack } from '../attack.ts';
import { same } from '../expect.ts';
import { addSibling } from '../sibling.ts';

export const attack: Attack = {
  id: '24',
  group: 'bridge',
  title: 'post to the host from another frame of its page',
  expected: 'dropped: no port, no answer, and the app that is open goes on',
  parts: { works: async ({ portico }) => (await portico.app.info()).appId },
  async judge({ open, world, appId }) {
    const lab = await open();
    const sibling = await addSibling(lab, world);
    const heard = await sibling.evaluate(async () => {
      const answers: unknown[] = [];
      addEventListener('message', ({ data }) => answers.push(data));
      for (const nonce of ['', location.hash.slice(1), crypto.randomUUID()]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answers.push(data);
        parent.postMessage({ portico: 'loader', versions: [1], nonce }, '*', [port2]);
        parent.postMessage({ type: 'call', id: 1, method: 'app.info', args: {} }, '*');
        port1.postMessage({ type: 'call', id: 1, method: 'app.info', args: {} });
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return answers.length;
    });
    same(heard, 0, 'answers to the sibling');
    same(await lab.run('works'), appId);
    await (sibling as Frame).page().waitForTimeout(100);
  },
};
