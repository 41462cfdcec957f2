/** `nav.*`: to another mini-app, to somebody else, or out of the bank. */
import { type AppId, PorticoError, parseAppId } from '../../sandbox/contract/index.ts';
import type { CapabilityHandlers } from '../../sandbox/host/index.ts';
import type { NativeShell } from '../services/native-shell/index.ts';
import { partnerWords } from '../services/partner-words.ts';
import { appAddress, type Navigation } from '../state/navigation.ts';
import type { OpenApp } from '../state/open-app.ts';
import type { Sheets } from '../state/sheets.ts';
import type { TrustState } from '../state/trust.ts';
import { covering } from './cover.ts';

interface NavParts {
  readonly navigation: Pick<Navigation, 'go'>;
  readonly trust: Pick<TrustState, 'resolve'>;
  readonly sheets: Pick<Sheets, 'ask'>;
  readonly nativeShell: Pick<NativeShell, 'device'>;
  /** Origin of the container, which links begin with. */
  readonly origin: string;
}

/** The link to a page of an app. Its path must not lead out of the app, however it is written. */
export function linkTo(
  origin: string,
  appId: AppId,
  {
    path,
    query = {},
  }: { readonly path?: string | undefined; readonly query?: Readonly<Record<string, string>> | undefined },
): URL {
  const root = appAddress(appId);
  const [page = '', ...questions] = appAddress(appId, path).split('?');
  const link = new URL(page, origin);
  if (
    link.origin !== origin ||
    (link.pathname !== root && !link.pathname.startsWith(`${root}/`)) ||
    page.includes('#')
  ) {
    throw new PorticoError('ERR_CAPABILITY_ADDRESS');
  }
  link.search = questions.join('?');
  for (const [name, value] of Object.entries(query)) link.searchParams.set(name, value);
  return link;
}

/** An https address with a host name, and no user name that could pass for one. */
export function outsideAddress(url: string): URL {
  const address = URL.parse(url);
  const plain = address?.protocol === 'https:' && address.username === '' && address.password === '';
  if (!address || !plain || !/[a-z]/i.test(address.hostname) || !address.hostname.includes('.')) {
    throw new PorticoError('ERR_CAPABILITY_ADDRESS');
  }
  return address;
}

export function navCapability(
  app: OpenApp,
  { navigation, trust, sheets, nativeShell, origin }: NavParts,
): Pick<CapabilityHandlers, 'nav.openApp' | 'nav.share' | 'nav.openUrl'> {
  const { asker } = app;
  return {
    'nav.openApp': async ({ appId: wanted, path, query }) => {
      const appId = parseAppId(wanted);
      const target = appId && (await trust.resolve(appId));
      if (!target || !('release' in target)) throw new PorticoError('ERR_CAPABILITY_NO_APP');
      const { pathname, search } = linkTo(origin, target.release.appId, { path, query });
      app.assertShown();
      navigation.go(pathname + search);
      return null;
    },

    'nav.share': async ({ title, path, query }, { signal }) => {
      const device = await nativeShell.device();
      const address = linkTo(origin, asker.appId, { path, query }).href;
      const words = partnerWords(title);
      const question = {
        asker,
        title: words,
        address,
        copy: () => device.copyText(address),
        ...(device.features.has('share') && {
          hand: () => device.share({ title: asker.name, text: words, url: address }),
        }),
      };
      return { shared: (await covering(app, () => sheets.ask('share', question, signal))) === true };
    },

    'nav.openUrl': async ({ url }, { signal }) => {
      const address = outsideAddress(url);
      const device = await nativeShell.device();
      const opened = await covering(app, () => sheets.ask('openUrl', { asker, address }, signal));
      if (opened) await device.openUrl(address.href);
      return { opened: opened === true };
    },
  };
}
