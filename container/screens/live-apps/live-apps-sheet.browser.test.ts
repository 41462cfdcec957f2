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
  /** What is asked in place of the list; `undefined`: nothing. */
  const question = async () => {
    // The list draws, then what is in it, then the focus moves.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const asked = sheet.shadowRoot?.querySelector('close-question')?.shadowRoot;
    const panel = sheet.shadowRoot?.querySelector('portico-sheet')?.shadowRoot;
    if (!asked) return undefined;
    const press = (button: string, event: Event) => () => asked.querySelector(button)?.dispatchEvent(event);
    return {
      heading: panel?.querySelector('h2')?.textContent ?? '',
      focused: panel?.activeElement?.textContent,
      says: [...asked.querySelectorAll('bdi')].map(({ textContent }) => textContent),
      // Only a real tap or key presses this button; the journey of open apps has one.
      confirm: press('armed-button', new CustomEvent('confirm')),
      refuse: press('button.quiet', new MouseEvent('click')),
    };
  };
  return { live, sheet, rows, chosen, question, pass: (ms: number) => (time += ms) };
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

  it('asks what an app wants asked before it closes it, and keeps it when the customer thinks again', async () => {
    const { live, sheet, rows, question } = await show(['tea', 'bus']);
    const tea = live.value.apps[0]?.key ?? 0;
    live.note(tea, { leaveQuestion: 'The seat is kept for 8 minutes' });
    await sheet.updateComplete;

    button(rows()[1], 'round')?.click();
    const asked = await question();
    assert.match(asked?.heading ?? '', /tea/);
    assert.deepEqual(asked?.says, ['tea', 'The seat is kept for 8 minutes']);
    assert.equal(asked?.focused, asked?.heading, 'read out first');
    // What the customer reads is what they were asked.
    live.note(tea, { leaveQuestion: 'Other words' });
    assert.deepEqual((await question())?.says, ['tea', 'The seat is kept for 8 minutes']);
    asked?.refuse();
    assert.isUndefined(await question());
    assert.lengthOf(rows(), 2);
    assert.equal(sheet.shadowRoot?.activeElement, button(rows()[1], 'round'), 'the keyboard is back where it was');

    button(rows()[1], 'round')?.click();
    (await question())?.confirm();
    assert.isUndefined(await question());
    assert.lengthOf(rows(), 1);
    assert.equal(live.value.apps.find(({ key }) => key === tea)?.phase, 'closing');
    assert.equal(sheet.shadowRoot?.activeElement, button(rows()[0], 'app'));
  });

  it('asks once for all, naming those that want it', async () => {
    const { live, sheet, chosen, question } = await show(['tea', 'bus', 'film', 'meal']);
    const [tea, , film, meal] = live.value.apps;
    live.note(tea?.key ?? 0, { leaveQuestion: 'Tea is on its way' });
    live.note(film?.key ?? 0, { leaveQuestion: '' });
    live.note(meal?.key ?? 0, { leaveQuestion: 'I have ended', stopped: true });
    await sheet.updateComplete;
    const closeAll = () => sheet.shadowRoot?.querySelector<HTMLElement>('button[data-closes="all"]');

    closeAll()?.click();
    const asked = await question();
    assert.match(asked?.heading ?? '', /4/);
    assert.deepEqual(asked?.says, ['film', 'tea', 'Tea is on its way']);
    asked?.refuse();
    await question();
    assert.equal(sheet.shadowRoot?.activeElement, closeAll());
    assert.lengthOf(
      live.value.apps.filter(({ phase }) => phase === 'closing'),
      0,
    );
    closeAll()?.click();
    (await question())?.confirm();
    await sheet.updateComplete;
    assert.deepEqual(chosen, [undefined]);
  });

  it('asks nothing about an app that has ended, also when it ends while it is asked about', async () => {
    const { live, sheet, rows, question } = await show(['tea', 'bus']);
    const tea = live.value.apps[0]?.key ?? 0;
    live.note(tea, { leaveQuestion: 'Wait' });
    await sheet.updateComplete;
    button(rows()[1], 'round')?.click();
    assert.isDefined(await question());
    live.note(tea, { stopped: true });
    assert.isUndefined(await question());
    button(rows()[1], 'round')?.click();
    assert.isUndefined(await question());
    assert.lengthOf(rows(), 1);
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
