import { type Bytes, utf8 } from './bytes.ts';

declare global {
  /** Text of the root metadata; the build puts it here (container/trust-root.ts). Absent where nothing was built, as in tests. */
  const PORTICO_SHIPPED_ROOT: string | undefined;
}

/** The root that this build trusts from the first visit on; `undefined`: development, the first root seen is pinned. */
export const builtInRoot: Bytes | undefined =
  typeof PORTICO_SHIPPED_ROOT === 'string' ? utf8(PORTICO_SHIPPED_ROOT) : undefined;
