import type { Attack } from '../attack.ts';
import { attack as removeSandbox } from './001-remove-sandbox.ts';
import { attack as readParent } from './002-read-parent.ts';
import { attack as navigateSelf } from './011-navigate-self.ts';
import { attack as openWindow } from './015-open-window.ts';
import { attack as loadFromElsewhere } from './016-load-from-elsewhere.ts';
import { attack as webrtc } from './017-webrtc.ts';
import { attack as secondPort } from './027-second-port.ts';
import { attack as claimAnotherApp } from './033-claim-another-app.ts';
import { attack as prototypeKeys } from './035-prototype-keys.ts';
import { attack as inheritedMethods } from './036-inherited-methods.ts';
import { attack as spin } from './045-spin.ts';
import { attack as deviceFeatures } from './064-device-features.ts';

/** The corpus, in its own order. */
export const attacks: readonly Attack[] = [
  removeSandbox,
  readParent,
  navigateSelf,
  openWindow,
  loadFromElsewhere,
  webrtc,
  secondPort,
  claimAnotherApp,
  prototypeKeys,
  inheritedMethods,
  spin,
  deviceFeatures,
];
