import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import type { PorticoSheet } from './sheet.ts';
import './sheet.ts';

describe('a sheet', () => {
  let sheet: PorticoSheet;
  let dismissed: number;

  beforeEach(async () => {
    const behind = document.createElement('button');
    behind.id = 'behind';
    sheet = document.createElement('portico-sheet');
    sheet.heading = 'Confirm payment';
    sheet.closeLabel = 'Cancel';
    sheet.innerHTML = '<button id="pay">Pay</button>';
    dismissed = 0;
    sheet.addEventListener('dismiss', () => {
      dismissed += 1;
    });
    document.body.replaceChildren(behind, sheet);
    await sheet.updateComplete;
  });
  afterEach(() => document.body.replaceChildren());

  it('puts the focus on its heading, where no key can confirm anything', async () => {
    let clicks = 0;
    document.querySelector('#pay')?.addEventListener('click', () => {
      clicks += 1;
    });
    assert.equal(sheet.shadowRoot?.activeElement?.textContent, 'Confirm payment');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Space' });
    assert.equal(clicks, 0);
  });

  it('makes the page behind it unreachable', () => {
    document.querySelector<HTMLElement>('#behind')?.focus();
    assert.notEqual(document.activeElement?.id, 'behind');
  });

  it('asks to go at every Escape, and stays until whoever opened it agrees', async () => {
    for (const times of [1, 2, 3]) {
      await sendKeys({ press: 'Escape' });
      assert.equal(dismissed, times);
      assert.isTrue(sheet.shadowRoot?.querySelector('dialog')?.open);
    }
  });

  it('is there again when the browser has closed it without asking', async () => {
    const dialog = sheet.shadowRoot?.querySelector('dialog');
    dialog?.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.isTrue(dialog?.open);
    assert.equal(dismissed, 1);
    sheet.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.isFalse(dialog?.open, 'gone with its element');
    assert.equal(dismissed, 1);
  });

  it('has no way out while it is locked', async () => {
    sheet.locked = true;
    await sheet.updateComplete;
    for (let times = 0; times < 3; times += 1) await sendKeys({ press: 'Escape' });
    assert.isTrue(sheet.shadowRoot?.querySelector('dialog')?.open);
    assert.equal(dismissed, 0);
    assert.isNull(sheet.shadowRoot?.querySelector('.top button'));
  });
});
