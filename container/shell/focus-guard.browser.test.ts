import { assert } from 'chai';
import { type FocusGuard, type GuardedPlayer, guardFocus } from './focus-guard.ts';

/** A player as the guard knows it, with a frame that does what an app would. */
interface TestPlayer extends GuardedPlayer {
  isShown: boolean;
  ended: boolean;
  /** What an app calls to take the keyboard. */
  takeFocus(): void;
  hide(): void;
}

async function addPlayer(isShown: boolean): Promise<TestPlayer> {
  const mount = document.createElement('div');
  const frame = document.createElement('iframe');
  frame.srcdoc = '<input>';
  if (!isShown) frame.style.display = 'none';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  mount.attachShadow({ mode: 'closed' }).append(frame);
  document.body.append(mount);
  await loaded;
  const player: TestPlayer = {
    isShown,
    ended: false,
    get frameHasFocus() {
      return document.activeElement === mount;
    },
    focusApp: () => frame.focus(),
    endIntruder() {
      player.ended = true;
      mount.remove();
    },
    takeFocus: () => frame.contentWindow?.focus(),
    hide() {
      player.isShown = false;
      frame.style.display = 'none';
    },
  };
  return player;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}
const moment = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('the keyboard', () => {
  let players: TestPlayer[] = [];
  let guard: FocusGuard;
  let field: HTMLInputElement;
  before(() => {
    guard = guardFocus(document, () => players);
  });
  beforeEach(() => {
    field = document.createElement('input');
    field.value = 'half a word';
    document.body.replaceChildren(field);
  });
  const use = (...now: TestPlayer[]): void => {
    players = now;
    guard.appsChanged();
  };
  afterEach(() => {
    document.body.replaceChildren();
    use();
  });

  it('goes back to the field it was taken from, and whoever took it out of sight is ended', async () => {
    const [thief, innocent] = [await addPlayer(false), await addPlayer(false)];
    use(thief, innocent);
    field.focus();
    field.setSelectionRange(4, 4);
    thief.takeFocus();
    await until(() => document.activeElement === field);
    assert.equal(document.activeElement, field);
    assert.equal(field.selectionStart, 4, 'where the customer was typing');
    assert.isTrue(thief.ended);
    assert.isFalse(innocent.ended);
  });

  it('goes back to the app on the screen, although the browser tells nobody that another took it', async () => {
    const [shown, thief] = [await addPlayer(true), await addPlayer(false)];
    use(shown, thief);
    shown.takeFocus();
    await moment();
    assert.isTrue(shown.frameHasFocus);
    thief.takeFocus();
    await until(() => thief.ended && shown.frameHasFocus);
    assert.isTrue(thief.ended);
    assert.isTrue(shown.frameHasFocus);
    assert.isFalse(shown.ended);
  });

  it('is the app’s own while it is on the screen', async () => {
    const [shown, other] = [await addPlayer(true), await addPlayer(false)];
    use(shown, other);
    field.focus();
    shown.takeFocus();
    await moment();
    assert.isTrue(shown.frameHasFocus);
    assert.isFalse(shown.ended);
  });

  it('is taken from an app that leaves the screen with it, and nobody is blamed', async () => {
    const [leaving, next] = [await addPlayer(true), await addPlayer(true)];
    use(leaving);
    leaving.takeFocus();
    await moment();
    leaving.hide();
    use(leaving, next);
    assert.isFalse(leaving.frameHasFocus);
    await moment();
    assert.isFalse(leaving.ended);
    leaving.takeFocus();
    await until(() => leaving.ended);
    assert.isTrue(leaving.ended, 'now it took it');
  });
});
