import type { Clock, Delivery } from '../bridge/index.ts';

/** The browser's word about a tap is at most so late, in ms, and is looked for so often. */
const LATE_MS = 250;
const LOOK_EVERY_MS = 10;

/** Whether a call was made in answer to a tap inside the app. */
export interface GestureCheck {
  /**
   * To be waited for before `tapped` is asked; `undefined` when there is nothing to wait for. A port is faster than the
   * browser's own word to this page that the frame was tapped and has the focus.
   */
  arriving(delivery: Delivery): Promise<void> | undefined;
  /** The tap that the call answers; `undefined` for none. To be asked when the call has arrived. */
  tapped(delivery: Delivery): Tap | undefined;
  /** Runs a call that may need the activation until it has been answered; afterwards a tap that it used is used up. */
  during<T>(call: () => T | Promise<T>): Promise<T>;
  /** The app is on the screen again: what the customer tapped in the container meanwhile is none of its business. */
  uncovered(): void;
  stop(): void;
}

/** A tap inside the app. All calls that follow it have the same one, and one of them may use it. */
export interface Tap {
  /** Uses the tap up; false when another call has done so. */
  spend(): boolean;
}

/**
 * Three facts must agree: the page has user activation, the app's frame has the focus, and the activation is the app's
 * own. Chromium stamps the last one on the message from the sender's side, where no script can forge it. Elsewhere a
 * tap on the container's own chrome would look the same, so any input there voids gestures until it must have lapsed.
 *
 * Once a tap has been used and the call answered, the browser is told that the activation is used up, so that the next one
 * can only come of the next tap. Where that cannot be told, time alone makes a new tap: an app can send a message without
 * the stamp whenever it likes, so such a message does not show that the activation has lapsed. An app that never rests does
 * not hear that it was used up and goes on stamping: for as long, a tap on the container's chrome voids gestures here too.
 */
export function watchGestures(options: {
  readonly root: ShadowRoot;
  readonly frame: HTMLIFrameElement;
  readonly clock: Clock;
  readonly gestureMs: number;
}): GestureCheck {
  const { root, frame, clock, gestureMs } = options;
  const stamped = 'userActivation' in MessageEvent.prototype;
  const never = Number.NEGATIVE_INFINITY;
  let voidUntil = never;
  let staleUntil = never;
  /** When the last tap was spent; `never` while it is not. */
  let spentAt = never;
  let latest = newTap();
  /** An activation is to be used up as soon as no call needs it any more. */
  let owed = false;
  let calls = 0;

  function newTap(): Tap {
    spentAt = never;
    let isSpent = false;
    return {
      spend() {
        if (isSpent) return false;
        isSpent = true;
        owed = true;
        spentAt = clock.now();
        return true;
      },
    };
  }

  const hostInput = (): void => {
    const now = clock.now();
    if (!stamped || now < staleUntil) voidUntil = now + gestureMs;
  };
  const inputs = ['pointerdown', 'keydown', 'touchstart'] as const;
  for (const input of inputs) addEventListener(input, hostInput, { capture: true, passive: true });

  const pageAgrees = (): boolean => isActive() && root.activeElement === frame;

  const useUp = (): void => {
    if (!owed || calls > 0 || !useUpActivation()) return;
    owed = false;
    voidUntil = never;
    staleUntil = clock.now() + gestureMs;
    latest = newTap();
  };

  return {
    arriving({ userActivation }) {
      if (userActivation?.isActive !== true || pageAgrees()) return undefined;
      const until = clock.now() + LATE_MS;
      return new Promise((resolve) => {
        const look = (): void => {
          if (pageAgrees() || clock.now() >= until) resolve();
          else clock.after(LOOK_EVERY_MS, look);
        };
        clock.after(LOOK_EVERY_MS, look);
      });
    },
    tapped({ userActivation }) {
      const isOwn = !stamped || userActivation?.isActive === true;
      if (!isOwn || clock.now() < voidUntil || !pageAgrees()) return undefined;
      if (spentAt !== never && clock.now() >= spentAt + gestureMs) latest = newTap();
      return latest;
    },
    async during(call) {
      calls += 1;
      try {
        return await call();
      } finally {
        calls -= 1;
        useUp();
      }
    },
    uncovered() {
      owed = true;
      useUp();
    },
    stop() {
      calls = Number.POSITIVE_INFINITY;
      for (const input of inputs) removeEventListener(input, hostInput, { capture: true });
    },
  };
}

const isActive = (): boolean => navigator.userActivation?.isActive === true;

/**
 * Uses up the activation of this page and of all frames in it, and shows nothing: HTML, “show the picker, if applicable”,
 * consumes it (step 3) before it looks whether there is a picker (step 4), and a text field has none.
 * @returns whether no activation is left
 */
function useUpActivation(): boolean {
  if (isActive() && 'showPicker' in HTMLInputElement.prototype) document.createElement('input').showPicker();
  return !isActive();
}
