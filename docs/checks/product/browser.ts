import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Debian's Chromium is; another browser by `PORTICO_CHROMIUM`. */
const executablePath = process.env.PORTICO_CHROMIUM ?? '/usr/bin/chromium';

/**
 * Playwright switches third-party storage partitioning off by default, which no customer's browser does: the last
 * `--disable-features` wins, so ours names only what a closed network needs, and two panels of a desktop's address bar, which
 * no phone has: each new tab starts processes for them, 0.4 s of a processor's time (Chromium 156).
 */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=MediaRouter,HttpsUpgrades,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** How the browser is started, for what starts it without Playwright. */
export const browserCommand = { executablePath, args } as const;

export const launchBrowser = (extra: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...args, ...extra] });

/** A browser with a profile on disk, which survives being closed and opened again. */
export const launchProfile = (
  folder: string,
  options: BrowserContextOptions = {},
  extra: readonly string[] = [],
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { executablePath, args: [...args, ...extra], ...phone, ...options });

/** A phone in a customer's hand. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

/** Gives the page a platform passkey authenticator that verifies its user; returns how to make it refuse. */
export async function addAuthenticator(page: Page): Promise<{ verifyUser(allowed: boolean): Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async verifyUser(isUserVerified) {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };
}
