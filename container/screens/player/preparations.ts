/**
 * One app made ready before anybody opens it: approved, its frame page loaded, its files in memory. Nothing of the app
 * runs, and opening it asks every question again; what was got ready only saves the waiting.
 */
import type { AppId } from '../../../sandbox/contract/index.ts';
import { type PrewarmedFrame, prewarmFrame } from '../../../sandbox/host/index.ts';
import { frameAddress } from '../../services/app-address.ts';
import type { PackageStore } from '../../services/package-store/index.ts';
import type { Session } from '../../services/registry/index.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import type { TrustState } from '../../state/trust.ts';
import { createMeet, type Meet } from './meet.ts';
import { admit, approveAtOnce } from './prepare.ts';

export interface Preparation {
  /** Stands where `take` was told, with the frame in it. */
  readonly mount: HTMLElement;
  /** Filled once the files have been read; never, where they are not all on the device or are too many to hold. */
  readonly frame: PrewarmedFrame;
  /** The app has started and can be seen: nothing need stand in for it. */
  readonly drawn: boolean;
  /** Resolves when no more is to be expected. */
  readonly done: Promise<void>;
}

export interface Preparations {
  /** Gets an app ready, instead of the one before. Never throws: whoever opens the app meets the same fault and is told. */
  prepare(appId: AppId): Promise<void>;
  /**
   * Loads the frame page of a sealed app, unseen, and takes it away again; nothing of the app runs. Once for each release,
   * and not for the one that is ready.
   * Never throws: an app whose page does not come is told of by whoever opens it.
   */
  readonly meet: Meet;
  /** Resolves when the app is as ready as it soon will be; `undefined` for one that is not being got ready. */
  nearly(appId: AppId): Promise<void> | undefined;
  /**
   * Lets an app that is ready start, where all that is known allows it, and shows it where it will stand. For whoever
   * opens it in this very moment, asks every question again and takes it: an app that nobody takes is gone a second later.
   * @returns what resolves when the app has drawn itself, and soon in any case; `undefined` where it does not start
   */
  begin(appId: AppId): Promise<void> | undefined;
  /** Ends what has begun and nobody took, where it is this app or none is named: whoever opened it was refused, or goes elsewhere. */
  letGo(appId?: AppId): void;
  /** Moves what is ready for this very frame into `place` and gives it away; lets go of what was ready for anything else. */
  take(frameUrl: string, place: HTMLElement): Preparation | undefined;
}

export interface PreparationsOptions {
  readonly trust: Pick<TrustState, 'resolve' | 'known' | 'subscribe'>;
  readonly packages: () => Promise<PackageStore>;
  /** Who the customer was when the registry was last asked. */
  readonly knownSession: () => Session | undefined;
  readonly location: Pick<Location, 'protocol' | 'host'>;
  /** Where the frame waits, unseen; `document.body`. */
  readonly waitingRoom: HTMLElement;
}

/** Held in memory at most, the whole of what an app may load first. */
const LARGEST_BYTES = 2 * 1_024 * 1_024;
/** A phone short of memory may end a page nobody looks at, and does not say so: what is older is made anew. */
const GOOD_FOR_MS = 5 * 60_000;
/** Whoever has tapped may wait this long for an app that is all but ready: drawing its screen meanwhile would hold it up. */
const NEARLY_MS = 60;
/** What is drawn around an app that has begun waits for it so long: one by one, both are on the screen sooner. */
const DRAWN_WITHIN_MS = 60;
/** An app that has begun must be with whoever opens it by then. */
const TAKEN_WITHIN_MS = 500;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Moves an element without its frames loading again. Chromium 133, Firefox 144; elsewhere frames are made when needed. */
type Movable = HTMLElement & { moveBefore?(node: Node, before: Node | null): void };
interface Ready extends Preparation {
  readonly frameUrl: string;
  readonly release: VerifiedRelease;
  readonly stage: HTMLElement;
  begun: boolean;
  drawn: boolean;
}

export function createPreparations(options: PreparationsOptions): Preparations {
  const { trust, packages, knownSession, location, waitingRoom } = options;
  let ready: Ready | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  /** What is being got ready, or was last. */
  let likely: { readonly appId: AppId; readonly readied: Promise<void> } | undefined;

  function letGo(): void {
    clearTimeout(expiry);
    ready?.frame.discard();
    ready?.stage.remove();
    ready = undefined;
  }

  /** What cannot be read here is left for whoever opens the app. */
  async function fill(frame: PrewarmedFrame, release: VerifiedRelease): Promise<void> {
    const bytes = release.manifest.files.reduce((sum, { size }) => sum + size, 0);
    try {
      const files = bytes > LARGEST_BYTES ? undefined : await (await packages()).read(release);
      if (files) frame.fill(release.manifest.entry, files);
    } catch (error) {
      console.info('portico: an app could not be got ready', error);
    }
  }

  async function makeReady(appId: AppId): Promise<void> {
    round += 1;
    const mine = round;
    // A fault is left for whoever opens the app.
    const resolution = await trust.resolve(appId).catch(() => undefined);
    if (resolution?.status !== 'ready') return;
    const { release } = resolution;
    const { isolation, level } = release.manifest;
    // A site on its own origin starts with its worker, not with a frame page.
    if (isolation === 'origin') return;
    // Whoever must sign in first has time enough.
    if (admit(knownSession() ?? { signedIn: false }, level)) return;
    const frameUrl = await frameAddress(location, { appId, isolation, digest: release.digest });
    if (mine !== round || ready?.begun || ready?.frameUrl === frameUrl) return;
    letGo();
    const { stage, mount } = unseenStage();
    waitingRoom.append(stage);
    const frame = prewarmFrame({ mount, frameUrl });
    ready = { frameUrl, release, stage, mount, frame, begun: false, drawn: false, done: fill(frame, release) };
    expiry = setTimeout(letGo, GOOD_FOR_MS);
  }

  /** Opening asks again; but the files of a release that was taken back need not lie ready until then. */
  async function lookAgain(): Promise<void> {
    const kept = ready;
    if (!kept) return;
    const { appId, digest } = kept.release;
    const now = await trust.resolve(appId).catch(() => undefined);
    const stands = now && 'release' in now && now.release.digest === digest;
    if (ready === kept && !stands) letGo();
  }
  trust.subscribe(() => void lookAgain());

  const meet = createMeet({ location, waitingRoom });

  /** Never, where the frame page does not come. */
  async function handed(): Promise<void> {
    await ready?.done;
    if (ready?.frame.filled) await ready.frame.handed;
  }

  return {
    prepare(appId) {
      if (!('moveBefore' in waitingRoom)) return Promise.resolve();
      const making = makeReady(appId);
      likely = { appId, readied: making.then(handed) };
      return making;
    },
    async meet(release, signal) {
      if (ready?.release.digest !== release.digest) await meet(release, signal);
    },
    nearly(appId) {
      return likely?.appId === appId ? Promise.race([likely.readied, sleep(NEARLY_MS)]) : undefined;
    },
    begin(appId) {
      const chosen = ready;
      if (!chosen?.frame.filled) return undefined;
      const approval = approveAtOnce(appId, { trust, knownSession, location });
      if (approval === undefined || 'fault' in approval || approval.frameUrl !== chosen.frameUrl) return undefined;
      if (!chosen.frame.begin(approval.release.manifest.entry)) return undefined;
      chosen.begun = true;
      Object.assign(chosen.stage.style, SEEN);
      clearTimeout(expiry);
      expiry = setTimeout(letGo, TAKEN_WITHIN_MS);
      // In a task of its own: behind whatever the app has to say at its start.
      const drawn = chosen.frame.drawn.then(() => {
        chosen.drawn = true;
        return new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      });
      return Promise.race([drawn, sleep(DRAWN_WITHIN_MS)]);
    },
    letGo(appId) {
      if (ready?.begun && (appId ?? ready.release.appId) === ready.release.appId) letGo();
    },
    take(frameUrl, place) {
      round += 1;
      const taken = ready?.frameUrl === frameUrl ? ready : undefined;
      if (!taken) {
        letGo();
        return undefined;
      }
      clearTimeout(expiry);
      ready = undefined;
      taken.mount.style.cssText = '';
      taken.mount.inert = false;
      (place as Movable).moveBefore?.(taken.mount, null);
      taken.stage.remove();
      return taken;
    },
  };
}

/** Under the player, which brings the bar, and over everything else, so that no tap gets to what is behind it. */
const SEEN = { opacity: '1', pointerEvents: 'auto', zIndex: '9' };

/**
 * The mount is where the app will be and as large, so that it is not laid out again; both are out of everybody's way.
 * Through the CSSOM: the page's policy refuses style attributes.
 */
function unseenStage(): { stage: HTMLElement; mount: HTMLElement } {
  const stage = document.createElement('div');
  const mount = document.createElement('div');
  const unseen = { opacity: '0', pointerEvents: 'none', zIndex: '-1' };
  Object.assign(stage.style, { position: 'fixed', inset: '0', background: 'var(--paper)', ...unseen });
  Object.assign(mount.style, { position: 'absolute', inset: 'calc(var(--bar) + env(safe-area-inset-top)) 0 0' });
  mount.inert = true;
  stage.append(mount);
  return { stage, mount };
}
