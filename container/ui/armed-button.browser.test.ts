import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { ARMING_MS, type ArmedButton } from './armed-button.ts';
import './armed-button.ts';
import './sheet.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a button that must be meant', () => {
  let button: ArmedButton;
  let confirmed: number;

  beforeEach(async () => {
    const before = document.createElement('input');
    before.id = 'before';
    button = document.createElement('armed-button');
    button.append('Pay');
    confirmed = 0;
    button.addEventListener('confirm', () => {
      confirmed += 1;
    });
    document.body.replaceChildren(before, button);
    await button.updateComplete;
  });
  afterEach(() => document.body.replaceChildren());

  const click = async (): Promise<void> => {
    const { x, y, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  };

  it('hears a tap once it has been there for half a second', async () => {
    await pause(ARMING_MS + 50);
    await click();
    assert.equal(confirmed, 1);
  });

  it('ignores a tap that was on its way when it came to the front', async () => {
    dispatchEvent(new Event('focus'));
    await click();
    assert.equal(confirmed, 0);
  });

  it('ignores a tap right after the page moved under the finger', async () => {
    await pause(ARMING_MS + 50);
    dispatchEvent(new Event('resize'));
    await click();
    assert.equal(confirmed, 0);
  });

  it('ignores a tap that meets it elsewhere than where it was armed, and hears the next', async () => {
    await pause(ARMING_MS + 50);
    // No event tells of it, as when something above it grows.
    button.style.marginTop = '40px';
    await click();
    assert.equal(confirmed, 0);
    await pause(ARMING_MS + 100);
    await click();
    assert.equal(confirmed, 1);
  });

  it('looks as unarmed as it is after the sheet around it was scrolled, until it has been still for half a second', async () => {
    const sheet = document.createElement('portico-sheet');
    const long = document.createElement('div');
    long.style.height = '200vh';
    sheet.append(long, button);
    document.body.replaceChildren(sheet);
    await sheet.updateComplete;
    const dims = (): boolean => button.shadowRoot?.querySelector('button')?.getAttribute('aria-disabled') === 'true';
    const dialog = sheet.shadowRoot?.querySelector('dialog');
    assert.isTrue(dims());
    // With the time in which the sheet rises.
    await pause(2 * ARMING_MS);
    assert.isFalse(dims());
    for (const top of [dialog?.scrollHeight ?? 0, 0, dialog?.scrollHeight ?? 0]) {
      dialog?.scrollTo(0, top);
      await pause(ARMING_MS / 2);
      assert.isTrue(dims());
    }
    await click();
    assert.equal(confirmed, 0);
    await pause(ARMING_MS + 100);
    assert.isFalse(dims());
    await click();
    assert.equal(confirmed, 1);
  });

  it('ignores a press that began before it was armed', async () => {
    dispatchEvent(new Event('resize'));
    const { x, y, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position });
    dispatchEvent(new Event('resize'));
    await sendMouse({ type: 'down' });
    await pause(ARMING_MS + 50);
    await sendMouse({ type: 'up' });
    assert.equal(confirmed, 0);
  });

  it('ignores clicks made by script', async () => {
    await pause(ARMING_MS + 50);
    button.shadowRoot?.querySelector('button')?.click();
    assert.equal(confirmed, 0);
  });

  it('ignores keys when the focus was put on it', async () => {
    await pause(ARMING_MS + 50);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    assert.equal(confirmed, 0);
  });

  it('hears a key when the customer went there by keyboard', async () => {
    document.querySelector<HTMLInputElement>('#before')?.focus();
    await pause(ARMING_MS + 50);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    assert.equal(confirmed, 1);
  });

  it('ignores everything while it is disabled', async () => {
    button.disabled = true;
    await pause(ARMING_MS + 50);
    await click();
    assert.equal(confirmed, 0);
  });
});
