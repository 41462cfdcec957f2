/**
 * A frame that is not drawn can still take the keyboard, and the keys meant for somebody else with it; no attribute keeps
 * it from that. Whoever does so out of sight is ended at once, and the keyboard goes back to where it was.
 */

/** What is known of an app here: its player. */
export interface GuardedPlayer {
  /** On the screen, where the customer may type into it. */
  readonly isShown: boolean;
  readonly frameHasFocus: boolean;
  /** Gives the app the keyboard. */
  focusApp(): void;
  /** Ends the app, without time to do anything more. */
  endIntruder(): void;
}

export interface FocusGuard {
  /** To be called when apps came, went or changed places. */
  appsChanged(): void;
}

/**
 * The browser tells the page when a frame takes the focus from the page itself, but not when it takes it from another
 * frame (measured in Chromium 156: no event of any kind): then only looking again and again shows it; in ms.
 */
const LOOK_EVERY_MS = 100;

export function guardFocus(page: Document, players: () => readonly GuardedPlayer[]): FocusGuard {
  /** Who was given the keyboard by the customer or by the container. */
  let rightful: GuardedPlayer | HTMLElement | undefined;
  /** On the screen when apps last changed. */
  let shown: readonly GuardedPlayer[] = [];
  let looking: ReturnType<typeof setInterval> | undefined;

  const look = (): void => {
    const holder = players().find(({ frameHasFocus }) => frameHasFocus);
    if (holder?.isShown === false) {
      holder.endIntruder();
      giveBack();
    } else {
      rightful = holder ?? focusedElement(page) ?? rightful;
    }
  };

  function giveBack(): void {
    // With the frame its focus went, and the page hears of no further theft until it has the focus itself.
    page.body.focus({ preventScroll: true });
    if (!rightful) return;
    if (!('endIntruder' in rightful)) rightful.focus({ preventScroll: true });
    else if (rightful.isShown) rightful.focusApp();
  }

  // What cannot have the focus cannot be given it.
  page.body.tabIndex = -1;
  page.addEventListener('focusin', look);
  // In a task of its own: the browser is still moving the focus.
  page.defaultView?.addEventListener('blur', () => setTimeout(look));
  return {
    appsChanged() {
      // An app that has the keyboard when it leaves the screen took it from nobody, and loses it.
      if (shown.some(({ isShown, frameHasFocus }) => !isShown && frameHasFocus))
        page.body.focus({ preventScroll: true });
      const all = players();
      shown = all.filter(({ isShown }) => isShown);
      look();
      // Where no app is on the screen every theft is told.
      if (shown.length > 0 && shown.length < all.length) looking ??= setInterval(look, LOOK_EVERY_MS);
      else {
        clearInterval(looking);
        looking = undefined;
      }
    },
  };
}

/** The innermost element with the focus, through open shadow roots; the page itself is none, nor what may not have it. */
function focusedElement(page: Document): HTMLElement | undefined {
  let element = page.activeElement;
  if (element === page.body || element?.closest('[inert]')) return undefined;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}
