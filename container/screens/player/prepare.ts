/** Everything before the frame: is this app approved, may this customer open it, where is its frame, where are its bytes. */
import type { AppId } from '../../../sandbox/contract/index.ts';
import { frameAddress, knownFrameAddress } from '../../services/app-address.ts';
import type { PackageFile, PackageStore, Progress } from '../../services/package-store/index.ts';
import type { Session } from '../../services/registry/index.ts';
import type { AppResolution, VerifiedRelease } from '../../services/tuf/index.ts';
import type { TrustState } from '../../state/trust.ts';
import { faultOf, type PlayerFault } from './fault.ts';

export type Approval =
  | {
      readonly release: VerifiedRelease;
      readonly frameUrl: string;
      /** Let in as whoever was known: the registry has yet to say so. */
      readonly presumed: boolean;
    }
  | { readonly fault: PlayerFault };

interface KnownParts {
  readonly trust: Pick<TrustState, 'known'>;
  readonly knownSession: () => Session | undefined;
  readonly location: Pick<Location, 'protocol' | 'host'>;
}
interface Parts extends KnownParts {
  readonly trust: Pick<TrustState, 'resolve' | 'known' | 'refresh'>;
  readonly session: () => Promise<Session>;
}

/** What `approve` would answer, where all it asks is known already: every wait would let the page be drawn before the app starts. */
export function approveAtOnce(appId: AppId, parts: KnownParts): Approval | undefined {
  const resolution = parts.trust.known(appId);
  if (resolution?.status !== 'ready') return undefined;
  const { release } = resolution;
  const { level, isolation } = release.manifest;
  const known = parts.knownSession();
  if (level > 0 && (known === undefined || admit(known, level))) return undefined;
  const frameUrl = knownFrameAddress(parts.location, { appId, isolation, digest: release.digest });
  return frameUrl === undefined ? undefined : { release, frameUrl, presumed: level > 0 };
}

export async function approve(appId: AppId, parts: Parts): Promise<Approval> {
  const resolution = await resolved(appId, parts.trust);
  if (resolution.status !== 'ready' && resolution.status !== 'expired-but-usable')
    return { fault: refusal(resolution) };
  const { release } = resolution;
  const { level, isolation } = release.manifest;
  // Whoever was let in a moment ago need not wait for the answer; whoever was not may have signed in since.
  const known = parts.knownSession();
  const presumed = level > 0 && known !== undefined && !admit(known, level);
  const fault = level === 0 || presumed ? undefined : admit(await parts.session(), level);
  if (fault) return { fault };
  return {
    release,
    frameUrl: await frameAddress(parts.location, { appId, isolation, digest: release.digest }),
    presumed,
  };
}

/** An app that was published a moment ago is not in the metadata of before: whoever asks for it waits for the newest. */
async function resolved(appId: AppId, trust: Parts['trust']): Promise<AppResolution> {
  const resolution = await trust.resolve(appId);
  if (resolution.status !== 'unknown') return resolution;
  await trust.refresh(false);
  return trust.resolve(appId);
}

/** Why this customer may not open an app that asks for `level`; `undefined` when they may. */
export function admit(session: Session, level: number): PlayerFault | undefined {
  if (level === 0) return undefined;
  if (!session.signedIn) return { kind: 'sign-in' };
  return session.level < level ? { kind: 'level', level } : undefined;
}

function refusal(resolution: Exclude<AppResolution, { release: VerifiedRelease }>): PlayerFault {
  switch (resolution.status) {
    case 'revoked':
      return { kind: 'revoked', reason: resolution.reason };
    case 'unknown':
      return { kind: 'unknown-app' };
    case 'needs-network':
      return faultOf(resolution.code);
  }
}

/** The verified bytes by package path, from the device or from the registry. */
export async function collect(
  release: VerifiedRelease,
  packages: () => Promise<PackageStore>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PackageFile>> {
  const share = ({ loadedBytes, totalBytes }: Progress): number => (totalBytes === 0 ? 1 : loadedBytes / totalBytes);
  return (await packages()).ensureRelease(release, { signal, onProgress: (progress) => onProgress(share(progress)) });
}
