import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { membersOf } from '../outcome.ts';

interface FeaturePolicy {
  features(): readonly string[];
  allowedFeatures(): readonly string[];
}

/** What stays allowed because the browser has no switch for it, or because nobody outside of the frame is touched by it. */
const harmless = /^(?:ch-|sync-|unload$|cross-origin-isolated$|vertical-scroll$)/;

export const attack: Attack = {
  id: '170',
  group: 'interface',
  title: 'use any feature of the browser that a policy can take away, by the browser’s own list of them',
  expected: 'every one is denied but client hints of its own origin, synchronous requests and unload',
  heardOnAnOrdinaryPage: false,
  guest(): JsonValue {
    const policy = Reflect.get(document, 'featurePolicy') as FeaturePolicy;
    return { known: policy.features().length, allowed: [...policy.allowedFeatures()] };
  },
  judge({ report }) {
    const { known, allowed } = membersOf(report);
    holds(Number(known) > 40, `the browser knows ${known} features`);
    const left = (allowed as readonly string[]).filter((feature) => !harmless.test(feature));
    same(left.sort(), [], 'features that are allowed');
  },
};
