import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import type { OpenLab } from '../bench.ts';
import { holds, same } from '../expect.ts';

export const attack: Attack = {
  id: '123',
  group: 'interface',
  title:
    'pay without a tap: synthetic clicks, timers, focus, one tap for many calls, and spinning so as not to hear that it is used up',
  expected: 'ERR_BRIDGE_NEEDS_GESTURE without a tap, and one call a tap',
  parts: {
    // What the debugger starts counts as tapped for five seconds: the attack waits until that has lapsed.
    later({ portico, notes }) {
      const outcomes: string[] = [];
      notes.set('outcomes', outcomes);
      const pay = (how: string): void => {
        portico.payment.request({ orderToken: 'x' }).then(
          () => outcomes.push(`${how} answered`),
          (error) => outcomes.push(`${how} ${error.code}`),
        );
      };
      const button = document.createElement('button');
      document.body.append(button);
      button.onclick = () => pay('click');
      setTimeout(() => {
        pay('timer');
        button.click();
        for (const type of ['pointerdown', 'pointerup', 'click', 'touchend', 'keydown'])
          button.dispatchEvent(new PointerEvent(type, { bubbles: true }));
        button.focus();
      }, 6_000);
      return null;
    },
    outcomes: ({ notes }): JsonValue => notes.get('outcomes') ?? null,
    bait({ portico, notes }) {
      const outcomes: string[] = [];
      notes.set('outcomes', outcomes);
      document.body.innerHTML = '<button style="position:fixed;inset:0;width:100%">tap</button>';
      document.querySelector('button')?.addEventListener('click', () => {
        for (let call = 0; call < 5; call += 1) {
          portico.payment.request({ orderToken: 'x' }).then(
            () => outcomes.push('answered'),
            (error) => outcomes.push(String(error.code)),
          );
        }
      });
      return null;
    },
    spin({ takePort, notes }) {
      const outcomes: string[] = [];
      notes.set('outcomes', outcomes);
      const port = takePort();
      port.onmessage = ({ data }) => {
        for (const message of data.type === 'batch' ? data.messages : [data]) {
          if (message.type === 'ping') port.postMessage({ type: 'pong' });
          if (message.type === 'result' || message.type === 'error') outcomes.push(message.code ?? 'answered');
        }
      };
      port.start();
      document.body.innerHTML = '<button style="position:fixed;inset:0;width:100%">tap</button>';
      let id = 0;
      const ask = (): void => {
        id += 1;
        const call = { type: 'call', id, method: 'ui.haptic', args: { kind: 'light' } };
        // Chromium knows the option on ports too.
        port.postMessage(call, { includeUserActivation: true } as StructuredSerializeOptions);
      };
      // Never back in its event loop, where it would hear that the tap has been used up.
      const spin = (): void => {
        for (let next = 0, end = performance.now() + 2_000; performance.now() < end; ) {
          if (performance.now() < next) continue;
          next = performance.now() + 100;
          ask();
        }
      };
      const delays = [5, 20, 60];
      document.querySelector('button')?.addEventListener('click', () => {
        ask();
        setTimeout(spin, delays.shift());
      });
      return null;
    },
  },
  async judge({ open }) {
    const { page, run } = await open();
    await run('later');
    await page.waitForTimeout(6_600);
    same(
      await run('outcomes'),
      ['timer', 'click', 'click'].map((how) => `${how} ERR_BRIDGE_NEEDS_GESTURE`),
    );
    await run('bait');
    await page.mouse.click(195, 500);
    await page.waitForTimeout(700);
    const outcomes = (await run('outcomes')) as readonly string[];
    same(outcomes.filter((code) => code === 'ERR_BRIDGE_NEEDS_GESTURE').length, 4, `of five calls: ${outcomes}`);
    await judgeSpinning(await open());
  },
};

async function judgeSpinning({ page, run }: OpenLab): Promise<void> {
  await run('spin');
  const bar = await page.locator('player-bar').boundingBox();
  if (!bar) throw new TypeError('the bar has no box');
  const taps = 3;
  for (let tap = 0; tap < taps; tap += 1) {
    await page.mouse.click(195, 500);
    // Meanwhile the customer taps the container's own bar, which renews the activation of the page.
    await page.waitForTimeout(1_000);
    await page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height / 2);
    // Until the activation of that tap has lapsed.
    await page.waitForTimeout(6_000);
  }
  const outcomes = (await run('outcomes')) as readonly string[];
  holds(outcomes.length > 10 * taps, `only ${outcomes.length} calls were answered`);
  same(
    outcomes.filter((code) => code !== 'ERR_BRIDGE_NEEDS_GESTURE').length,
    taps,
    `of ${outcomes.length} calls: ${outcomes}`,
  );
}
