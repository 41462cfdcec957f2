import type { ReleaseManifest } from '../../../sandbox/contract/manifest/index.ts';

const PLACEHOLDER = /^portico:\/(.+)$/;
/** Stands for the app's own host; what resolves to another one is not in the package. */
const HERE = 'https://package.invalid';

/**
 * The package path that an address in a file means: `portico:/path` in the packed form, an ordinary relative or absolute
 * address in an `origin` site. `undefined` for addresses elsewhere. The file need not exist.
 */
export function addressedFile(
  { isolation }: Pick<ReleaseManifest, 'isolation'>,
  from: string,
  address: string,
): string | undefined {
  if (isolation !== 'origin') return PLACEHOLDER.exec(address)?.[1];
  if (!URL.canParse(address.trim(), `${HERE}/${from}`)) return undefined;
  const { origin, pathname } = new URL(address.trim(), `${HERE}/${from}`);
  if (origin !== HERE) return undefined;
  try {
    return decodeURIComponent(pathname).slice(1);
  } catch {
    // A lone percent sign names no file.
    return undefined;
  }
}
