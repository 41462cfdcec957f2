/**
 * What a customer can agree to for one app, by the name under which the registry keeps it and settings show it. Finer
 * than capabilities: one capability may ask for several things, and each is agreed to or withdrawn by itself.
 */
export const fixedScopes = [
  /** The app's server learns the customer's openid. */
  'base',
  'phone',
  /** Whether the real name is verified; never the name. */
  'realname.verified',
  'device.scan',
  /** To about a kilometre. */
  'device.location',
  'device.location.precise',
] as const;

/** `message.<template>`: messages of one kind, which the manifest names. */
export type GrantScope = (typeof fixedScopes)[number] | `message.${string}`;
/** What the registry answers with when asked by an app that holds the scope. */
export type ProfileScope = 'phone' | 'realname.verified';

const MESSAGE = /^message\.[a-z][a-z0-9-]{0,39}$/;

/** `undefined` for anything a customer cannot agree to. */
export function parseGrantScope(value: unknown): GrantScope | undefined {
  if (typeof value !== 'string') return undefined;
  return fixedScopes.find((scope) => scope === value) ?? (MESSAGE.test(value) ? (value as GrantScope) : undefined);
}
