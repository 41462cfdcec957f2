/** How an app shows in the container: its name and looks, and what the page around it takes from them. */
import { textFor } from '../../../sandbox/contract/manifest/index.ts';
import type { NativeShell } from '../../services/native-shell/index.ts';
import { blobAddress, type Listing, NEUTRAL_COLOUR } from '../../services/registry/index.ts';
import type { VerifiedRelease } from '../../services/tuf/index.ts';
import type { CatalogueState } from '../../state/catalogue.ts';
import type { LiveApp } from '../../state/live-apps.ts';
import type { PreferencesState } from '../../state/preferences.ts';

const PAGE_TITLE = 'Portico';
/** Of the player's bar, in dark and light. */
const SURFACE = { dark: '#171e1c', light: '#ffffff' } as const;

export interface FaceParts {
  readonly live: LiveApp | undefined;
  readonly release: VerifiedRelease | undefined;
  readonly catalogue: CatalogueState;
  readonly nativeShell: NativeShell;
  readonly preferences: PreferencesState | undefined;
}

export class AppFace {
  private readonly parts: () => FaceParts;

  constructor(parts: () => FaceParts) {
    this.parts = parts;
  }

  private get listing(): Listing | undefined {
    const { live, catalogue } = this.parts();
    return live && catalogue.find(live.appId);
  }

  get locale(): 'zh-Hans' | 'en' {
    return this.parts().preferences?.value.locale ?? 'zh-Hans';
  }

  /** The verified one as soon as it is known. */
  get name(): string {
    const { release } = this.parts();
    return release ? this.nameOf(release) : (this.listing?.shortName ?? '');
  }

  get icon(): string | undefined {
    const icon = this.listing?.icon;
    return icon && blobAddress(icon.digest);
  }

  get colour(): string {
    return this.listing?.color ?? this.parts().release?.manifest.colors.theme ?? NEUTRAL_COLOUR;
  }

  nameOf({ manifest }: VerifiedRelease): string {
    return (
      textFor(manifest.shortName, this.locale, manifest.lang) || textFor(manifest.name, this.locale, manifest.lang)
    );
  }

  /** Title of the page and colour of the system's bars, which follow the app on the screen. */
  dress(ready: boolean): void {
    const { live, release, nativeShell, preferences } = this.parts();
    if (live?.phase !== 'shown') return;
    const name = release ? this.nameOf(release) : '';
    const title = name ? `${name} · ${PAGE_TITLE}` : PAGE_TITLE;
    if (document.title !== title) document.title = title;
    const own = this.listing?.color ?? NEUTRAL_COLOUR;
    nativeShell.setChromeColour(ready ? SURFACE[preferences?.theme ?? 'light'] : own);
  }

  /** The customer has seen it: it comes first the next time. */
  used(): void {
    const { listing } = this;
    if (listing) void this.parts().catalogue.used(listing);
  }
}
