import { assert } from 'chai';
import { cardElements } from '../../sandbox/contract/card/index.ts';
import { clockFace } from './card-countdown.ts';
import './card-elements.ts';

describe('the elements of cards', () => {
  it('are those of the card table, with its properties', () => {
    for (const [tag, { properties }] of Object.entries(cardElements)) {
      const drawn = customElements.get(tag) as
        | (typeof HTMLElement & { elementProperties: Map<string, unknown> })
        | undefined;
      assert.isDefined(drawn, tag);
      assert.deepEqual([...(drawn?.elementProperties.keys() ?? [])].sort(), Object.keys(properties).sort(), tag);
    }
  });

  it('write times as clocks do, and never below zero', () => {
    assert.deepEqual([-5, 9_400, 849_000, 3_729_000].map(clockFace), ['0:00', '0:09', '14:09', '1:02:09']);
  });

  it('tell of a press, and open only when they have something to open', async () => {
    const button = Object.assign(document.createElement('card-button'), { text: 'Pay' });
    const heard: string[] = [];
    button.addEventListener('press', () => heard.push('press'));
    document.body.addEventListener('card-open', (event) => heard.push((event as CustomEvent<string>).detail));
    document.body.append(button);
    const press = async (): Promise<void> => {
      await (button as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      button.shadowRoot?.querySelector('button')?.click();
    };
    await press();
    Object.assign(button, { opens: '/pay' });
    await press();
    button.remove();
    assert.deepEqual(heard, ['press', '/pay', 'press']);
  });
});
