import { assert } from 'chai';
import { html } from 'lit';
import type { SheetLayer } from './sheet-layer.ts';
import './sheet-layer.ts';

const answerAtOnce = (settle: (value: string) => void) => {
  settle('ok');
  return html``;
};

describe('the layer of sheets', () => {
  let layer: SheetLayer;
  beforeEach(() => {
    layer = document.createElement('sheet-layer');
    document.body.replaceChildren(layer);
  });
  afterEach(() => document.body.replaceChildren());

  it('shows one sheet at a time, and is free again when it has settled', async () => {
    let settleFirst: (value: number) => void = () => undefined;
    const first = layer.show<number>(
      async () => undefined,
      (settle) => {
        settleFirst = settle;
        return html`<p>first</p>`;
      },
    );
    const refused = await layer
      .show(
        async () => undefined,
        () => html`<p>second</p>`,
      )
      .catch((error: unknown) => error);
    assert.equal((refused as { code?: string }).code, 'ERR_CONTAINER_SHEET_OPEN');
    settleFirst(7);
    assert.equal(await first, 7);
    assert.equal(await layer.show<string>(async () => undefined, answerAtOnce), 'ok');
  });

  it('is free again when a sheet could not be loaded', async () => {
    const failed = await layer
      .show(
        () => Promise.reject(new TypeError('no network')),
        () => html``,
      )
      .catch((error: unknown) => error);
    assert.equal((failed as { code?: string }).code, 'ERR_CONTAINER_OFFLINE');
    assert.equal(await layer.show<string>(async () => undefined, answerAtOnce), 'ok');
  });

  it('shows words of an app as text, never as markup', async () => {
    layer.toast('<img src=x onerror=alert(1)>');
    await layer.updateComplete;
    const toast = layer.shadowRoot?.querySelector('.toast');
    assert.equal(toast?.textContent, '<img src=x onerror=alert(1)>');
    assert.isNull(toast?.querySelector('img') ?? null);
  });
});
