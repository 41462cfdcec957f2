/** Which agreements a call needs, by its capability and arguments. */
import type { ArgsOf, CapabilityName, GrantScope, JsonValue } from '../../sandbox/contract/index.ts';

type ScopesOf = (args: JsonValue) => readonly GrantScope[];

/** The schema has read the arguments before anyone asks. */
const table: Readonly<Partial<Record<CapabilityName, ScopesOf>>> = {
  'identity.login': () => ['base'],
  'identity.profile': (args) => (args as ArgsOf<'identity.profile'>).scopes,
  'device.scan': () => ['device.scan'],
  'device.location': (args) =>
    (args as ArgsOf<'device.location'>).precise ? ['device.location', 'device.location.precise'] : ['device.location'],
  // Each kind of message has an answer of its own, so the method itself asks.
  message: () => [],
};

/** `undefined`: nobody has said what this capability needs, so it is not given. */
export const scopesFor = (capability: CapabilityName, args: JsonValue): readonly GrantScope[] | undefined =>
  table[capability]?.(args);

/** Known without the registry, and kept for the visit alone while nobody is signed in. */
export const isOfDevice = (scope: GrantScope): boolean => scope.startsWith('device.');
