import type { Attack } from '../attack.ts';
import { attack as removeSandbox } from './001-remove-sandbox.ts';
import { attack as readParent } from './002-read-parent.ts';
import { attack as sandboxTokens } from './003-sandbox-tokens.ts';
import { attack as openedAsAPage } from './004-opened-as-a-page.ts';
import { attack as nestedDocument } from './005-nested-document.ts';
import { attack as domainsThatBreakHeaders } from './006-domains-that-break-headers.ts';
import { attack as injectedPolicy } from './007-injected-policy.ts';
import { attack as documentDomain } from './008-document-domain.ts';
import { attack as storageOfAnotherApp } from './009-storage-of-another-app.ts';
import { attack as cookieTossing } from './010-cookie-tossing.ts';
import { attack as cookieBomb } from './010b-cookie-bomb.ts';
import { attack as navigateSelf } from './011-navigate-self.ts';
import { attack as redirectOnDeclaredHost } from './012-redirect-on-declared-host.ts';
import { attack as metaRefresh } from './013-meta-refresh.ts';
import { attack as forms } from './014-forms.ts';
import { attack as openWindow } from './015-open-window.ts';
import { attack as loadFromElsewhere } from './016-load-from-elsewhere.ts';
import { attack as webrtc } from './017-webrtc.ts';
import { attack as nameLookupsAndPreconnects } from './018-name-lookups-and-preconnects.ts';
import { attack as referrer } from './019-referrer.ts';
import { attack as policyReports } from './020-policy-reports.ts';
import { attack as workersWasmImport } from './021-workers-wasm-import.ts';
import { attack as timingBetweenApps } from './022-timing-between-apps.ts';
import { attack as navigatedFrame } from './023-navigated-frame.ts';
import { attack as siblingFrame } from './024-sibling-frame.ts';
import { attack as reachASibling } from './024b-reach-a-sibling.ts';
import { attack as grandchild } from './025-grandchild.ts';
import { attack as forgedHandOver } from './026-forged-hand-over.ts';
import { attack as secondPort } from './027-second-port.ts';
import { attack as handshakeRace } from './028-handshake-race.ts';
import { attack as portPassedOn } from './029-port-passed-on.ts';
import { attack as frameRemoved } from './030-frame-removed.ts';
import { attack as syntheticMessages } from './031-synthetic-messages.ts';
import { attack as guessedReplies } from './032-guessed-replies.ts';
import { attack as claimAnotherApp } from './033-claim-another-app.ts';
import { attack as callsAfterTheEnd } from './034-calls-after-the-end.ts';
import { attack as prototypeKeys } from './035-prototype-keys.ts';
import { attack as inheritedMethods } from './036-inherited-methods.ts';
import { attack as argumentsBySchema } from './037-arguments-by-schema.ts';
import { attack as amounts } from './038-amounts.ts';
import { attack as disguisedWords } from './039-disguised-words.ts';
import { attack as valuesJsonCannotSay } from './040-values-json-cannot-say.ts';
import { attack as unaskedPortsAndStreams } from './041-unasked-ports-and-streams.ts';
import { attack as sharedMemory } from './042-shared-memory.ts';
import { attack as leakedStacks } from './043-leaked-stacks.ts';
import { attack as unknownVersion } from './044-unknown-version.ts';
import { attack as spin } from './045-spin.ts';
import { attack as messageFlood } from './046-message-flood.ts';
import { attack as hugeMessage } from './047-huge-message.ts';
import { attack as memoryBomb } from './048-memory-bomb.ts';
import { attack as pendingCalls } from './049-pending-calls.ts';
import { attack as neverAnswers } from './050-never-answers.ts';
import { attack as fillStorage } from './051-fill-storage.ts';
import { attack as resizeStorm } from './052-resize-storm.ts';
import { attack as historyEntries } from './053-history-entries.ts';
import { attack as historyBack } from './054-history-back.ts';
import { attack as workOnTheWayOut } from './055-work-on-the-way-out.ts';
import { attack as keysWhileSigningIn } from './056-keys-while-signing-in.ts';
import { attack as focusOnATapSheet } from './057-focus-on-a-tap-sheet.ts';
import { attack as sheetMovedMidTap } from './058-sheet-moved-mid-tap.ts';
import { attack as doubleTapBait } from './059-double-tap-bait.ts';
import { attack as fakeChrome } from './060-fake-chrome.ts';
import { attack as nativePopupsOverASheet } from './061-native-popups-over-a-sheet.ts';
import { attack as dialogsPrintDownload } from './062-dialogs-print-download.ts';
import { attack as topNavigationAndSchemes } from './063-top-navigation-and-schemes.ts';
import { attack as deviceFeatures } from './064-device-features.ts';
import { attack as vibrationAndPointerLock } from './065-vibration-and-pointer-lock.ts';
import { attack as consentSpam } from './066-consent-spam.ts';
import { attack as orderChangedAfterConsent } from './067-order-changed-after-consent.ts';
import { attack as concurrentPayments } from './068-concurrent-payments.ts';
import { attack as identityReplayed } from './069-identity-replayed.ts';
import { attack as orderOfAnotherApp } from './070-order-of-another-app.ts';
import { attack as deepLinkWithPayment } from './071-deep-link-with-payment.ts';
import { attack as codeOfAnotherApp } from './072-code-of-another-app.ts';
import { attack as crashMidPayment } from './073-crash-mid-payment.ts';
import { attack as appClaimsPaid } from './074-app-claims-paid.ts';
import { attack as greedierRelease } from './075-greedier-release.ts';
import { attack as revokedWhileRunning } from './076-revoked-while-running.ts';
import { attack as scannerDown } from './077-scanner-down.ts';
import { attack as cssReadsThePage } from './100-css-reads-the-page.ts';
import { attack as placeholderPaths } from './101-placeholder-paths.ts';
import { attack as importMapPoisoning } from './102-import-map-poisoning.ts';
import { attack as handOverTheft } from './103-hand-over-theft.ts';
import { attack as blobAddressesBetweenApps } from './104-blob-addresses-between-apps.ts';
import { attack as sharedStores } from './105-shared-stores.ts';
import { attack as writtenDocument } from './106-written-document.ts';
import { attack as partingShots } from './108-parting-shots.ts';
import { attack as viewTransitionHang } from './109-view-transition-hang.ts';
import { attack as embeddedBrowsers } from './110-embedded-browsers.ts';
import { attack as markupInWords } from './112-markup-in-words.ts';
import { attack as windowMessageFlood } from './113-window-message-flood.ts';
import { attack as portGames } from './114-port-games.ts';
import { attack as computeBombs } from './115-compute-bombs.ts';
import { attack as historyFlood } from './116-history-flood.ts';
import { attack as sheetSpam } from './119-sheet-spam.ts';
import { attack as nestedWebrtc } from './121-nested-webrtc.ts';
import { attack as httpLeaks } from './122-http-leaks.ts';
import { attack as forgedGestures } from './123-forged-gestures.ts';
import { attack as clipboardSwap } from './124-clipboard-swap.ts';
import { attack as gatewayTricks } from './131-gateway-tricks.ts';
import { attack as bankHostsFromTheFrame } from './133-bank-hosts-from-the-frame.ts';
import { attack as codeFromText } from './135-code-from-text.ts';
import { attack as windowName } from './139-window-name.ts';
import { attack as addressesThatPretend } from './144-addresses-that-pretend.ts';
import { attack as browserFeatures } from './170-browser-features.ts';
import { attack as newerWaysOut } from './171-newer-ways-out.ts';
import { attack as whatTheDeviceTells } from './172-what-the-device-tells.ts';
import { attack as sharedMemoryClock } from './173-shared-memory-clock.ts';
import { attack as overTheBar } from './174-over-the-bar.ts';
import { attack as messagesToOurWorker } from './175-messages-to-our-worker.ts';
import { attack as documentsWithoutEnd } from './176-documents-without-end.ts';
import { attack as cookiesOfTheCommonDomain } from './177-cookies-of-the-common-domain.ts';
import { attack as scrolledOutOfPlace } from './178-scrolled-out-of-place.ts';
import { attack as listeningFromBehind } from './179-listening-from-behind.ts';
import { attack as beforeTheTap } from './180-before-the-tap.ts';
import { attack as askingOnTheWayOut } from './185-asking-on-the-way-out.ts';
import { attack as wipeAnotherSite } from './186-wipe-another-site.ts';
import { attack as sessionThatEnded } from './187-session-that-ended.ts';
import { attack as otherTab } from './188-other-tab.ts';
import { attack as keptBeforeTheCustomerIsKnown } from './190-kept-before-the-customer-is-known.ts';
import { attack as pictureBombs } from './191-picture-bombs.ts';
import { attack as cookiesThatStay } from './192-cookies-that-stay.ts';
import { cardAttacks } from './cards.ts';

/** The corpus, in its own order. */
export const attacks: readonly Attack[] = [
  removeSandbox,
  readParent,
  sandboxTokens,
  openedAsAPage,
  nestedDocument,
  domainsThatBreakHeaders,
  injectedPolicy,
  documentDomain,
  storageOfAnotherApp,
  cookieTossing,
  cookieBomb,
  navigateSelf,
  redirectOnDeclaredHost,
  metaRefresh,
  forms,
  openWindow,
  loadFromElsewhere,
  webrtc,
  nameLookupsAndPreconnects,
  referrer,
  policyReports,
  workersWasmImport,
  timingBetweenApps,
  navigatedFrame,
  siblingFrame,
  reachASibling,
  grandchild,
  forgedHandOver,
  secondPort,
  handshakeRace,
  portPassedOn,
  frameRemoved,
  syntheticMessages,
  guessedReplies,
  claimAnotherApp,
  callsAfterTheEnd,
  prototypeKeys,
  inheritedMethods,
  argumentsBySchema,
  amounts,
  disguisedWords,
  valuesJsonCannotSay,
  unaskedPortsAndStreams,
  sharedMemory,
  leakedStacks,
  unknownVersion,
  spin,
  messageFlood,
  hugeMessage,
  memoryBomb,
  pendingCalls,
  neverAnswers,
  fillStorage,
  resizeStorm,
  historyEntries,
  historyBack,
  workOnTheWayOut,
  keysWhileSigningIn,
  focusOnATapSheet,
  sheetMovedMidTap,
  doubleTapBait,
  fakeChrome,
  nativePopupsOverASheet,
  dialogsPrintDownload,
  topNavigationAndSchemes,
  deviceFeatures,
  vibrationAndPointerLock,
  consentSpam,
  orderChangedAfterConsent,
  concurrentPayments,
  identityReplayed,
  orderOfAnotherApp,
  deepLinkWithPayment,
  codeOfAnotherApp,
  crashMidPayment,
  appClaimsPaid,
  greedierRelease,
  revokedWhileRunning,
  scannerDown,
  cssReadsThePage,
  placeholderPaths,
  importMapPoisoning,
  handOverTheft,
  blobAddressesBetweenApps,
  sharedStores,
  writtenDocument,
  partingShots,
  viewTransitionHang,
  embeddedBrowsers,
  markupInWords,
  windowMessageFlood,
  portGames,
  computeBombs,
  historyFlood,
  sheetSpam,
  nestedWebrtc,
  httpLeaks,
  forgedGestures,
  clipboardSwap,
  gatewayTricks,
  bankHostsFromTheFrame,
  codeFromText,
  windowName,
  addressesThatPretend,
  browserFeatures,
  newerWaysOut,
  whatTheDeviceTells,
  sharedMemoryClock,
  overTheBar,
  messagesToOurWorker,
  documentsWithoutEnd,
  cookiesOfTheCommonDomain,
  scrolledOutOfPlace,
  listeningFromBehind,
  beforeTheTap,
  askingOnTheWayOut,
  wipeAnotherSite,
  sessionThatEnded,
  otherTab,
  keptBeforeTheCustomerIsKnown,
  pictureBombs,
  cookiesThatStay,
  ...cardAttacks,
];
