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
  /** To be asked when the call has arrived. */
  tapped(delivery: Delivery): boolean;
  /**
   * Uses the tap up; false when an earlier call has done so. Only time makes a new tap of it: an app can send a message
   * without the stamp whenever it likes, so such a message does not show that the activation has lapsed.
   */
  spend(): boolean;
  stop(): void;
}

/**
 * Three facts must agree: the page has user activation, the app's frame has the focus, and the activation is the app's
 * own. Chromium stamps the last one on the message from the sender's side, where no script can forge it. Elsewhere a
 * tap on the container's own chrome would look the same, so any input there voids gestures until it must have lapsed.
 */
export function watchGestures(options: {
  readonly root: ShadowRoot;
  readonly frame: HTMLIFrameElement;
  readonly clock: Clock;
  readonly gestureMs: number;
}): GestureCheck {
  const { root, frame, clock, gestureMs } = options;
  const stamped = 'userActivation' in MessageEvent.prototype;
  let voidUntil = Number.NEGATIVE_INFINITY;
  let spentUntil = Number.NEGATIVE_INFINITY;

  const hostInput = (): void => {
    voidUntil = clock.now() + gestureMs;
  };
  const inputs = ['pointerdown', 'keydown', 'touchstart'] as const;
  if (!stamped) for (const input of inputs) addEventListener(input, hostInput, { capture: true, passive: true });

  const pageAgrees = (): boolean => navigator.userActivation?.isActive === true && root.activeElement === frame;

  return {
    arriving({ userActivation }) {
      if (userActivation?.isActive !== true || pageAgrees()) return undefined;
      const latest = clock.now() + LATE_MS;
      return new Promise((resolve) => {
        const look = (): void => {
          if (pageAgrees() || clock.now() >= latest) resolve();
          else clock.after(LOOK_EVERY_MS, look);
        };
        clock.after(LOOK_EVERY_MS, look);
      });
    },
    tapped({ userActivation }) {
      const ownTap = stamped ? userActivation?.isActive === true : clock.now() >= voidUntil;
      return ownTap && pageAgrees();
    },
    spend() {
      const now = clock.now();
      if (now < spentUntil) return false;
      spentUntil = now + gestureMs;
      return true;
    },
    stop() {
      for (const input of inputs) removeEventListener(input, hostInput, { capture: true });
    },
  };
}
