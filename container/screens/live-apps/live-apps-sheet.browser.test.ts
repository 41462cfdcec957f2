import { ContextProvider } from '@lit/context';
import { assert } from 'chai';
import type { AppId } from '../../../sandbox/contract/index.ts';
import { catalogueContext } from '../../state/catalogue.ts';
import { createLiveApps, type LiveApp, liveAppsContext } from '../../state/live-apps.ts';
import './live-apps-sheet.ts';

const MINUTE = 60_000;
const id = (name: string): AppId => `com.example.${name}` as AppId;

async function show(names: readonly string[]) {
  let time = Date.now();
  const clock = { now: () => time, after: () => () => undefined };
  const live = createLiveApps(clock, { read: () => ({ owner: '', apps: [] }), write: () => undefined });
  for (const name of names) {
    live.open({ appId: id(name), address: `/app/${id(name)}`, launch: { path: '/', query: {} } });
    live.note(live.value.front ?? 0, { name });
  }
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  new ContextProvider(place, { context: liveAppsContext, initialValue: live });
  // No app of these tests is listed: names come from their releases.
  const catalogue = { find: () => undefined } as never;
  new ContextProvider(place, { context: catalogueContext, initialValue: catalogue });
  const chosen: (LiveApp | undefined)[] = [];
  const sheet = document.createElement('live-apps-sheet');
  sheet.settled = (app) => chosen.push(app);
  place.append(sheet);
  await sheet.updateComplete;
  const rows = (): HTMLElement[] => [...(sheet.shadowRoot?.querySelectorAll<HTMLElement>('li') ?? [])];
  return { live, sheet, rows, chosen, pass: (ms: number) => (time += ms) };
}
const button = (row: HTMLElement | undefined, kind: string): HTMLElement | null | undefined =>
  row?.querySelector<HTMLElement>(`button.${kind}`);

describe('the list of open apps', () => {
  after(() => document.body.replaceChildren());

  it('has the one on the screen first, and says how each of the others is', async () => {
    const { live, sheet, rows, pass } = await show(['tea', 'bus']);
    live.note(live.value.apps[0]?.key ?? 0, { stopped: true });
    pass(MINUTE);
    await sheet.updateComplete;
    assert.deepEqual(
      rows().map((row) => row.querySelector('.name')?.textContent),
      ['bus', 'tea'],
    );
    assert.equal(button(rows()[0], 'app')?.getAttribute('aria-current'), 'true');
    assert.isTrue(rows()[1]?.classList.contains('stopped'));
  });

  it('leads to the one that was chosen', async () => {
    const { rows, chosen } = await show(['tea', 'bus']);
    button(rows()[1], 'app')?.click();
    assert.equal(chosen[0]?.appId, id('tea'));
  });

  it('closes one, hands the keyboard to the next, and is done with the last', async () => {
    const { live, sheet, rows, chosen } = await show(['tea', 'bus']);
    button(rows()[0], 'round')?.click();
    await sheet.updateComplete;
    await sheet.updateComplete;
    assert.lengthOf(rows(), 1);
    assert.equal(sheet.shadowRoot?.activeElement, button(rows()[0], 'app'));
    assert.match(sheet.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '', /bus/);
    assert.isEmpty(chosen);
    live.closeAll();
    await sheet.updateComplete;
    assert.deepEqual(chosen, [undefined]);
  });
});
