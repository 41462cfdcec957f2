/** The capability table: everything an app can ask of the container, and nothing else. */
import type { ValueOf } from '../schema.ts';
import { analyticsMethods } from './analytics.ts';
import { appMethods } from './app.ts';
import { clipboardMethods, deviceMethods } from './device.ts';
import { identityMethods } from './identity.ts';
import { mediaMethods } from './media.ts';
import { messageMethods } from './message.ts';
import { navMethods } from './nav.ts';
import { netMethods } from './net.ts';
import { paymentMethods } from './payment.ts';
import { storageMethods } from './storage.ts';
import { uiMethods } from './ui.ts';

export type { MethodEntry, MethodTable } from './method.ts';

const table = () =>
  ({
    ...appMethods,
    ...identityMethods,
    ...paymentMethods,
    ...storageMethods,
    ...netMethods,
    ...navMethods,
    ...uiMethods,
    ...deviceMethods,
    ...clipboardMethods,
    ...mediaMethods,
    ...messageMethods,
    ...analyticsMethods,
  }) as const;

type Methods = ReturnType<typeof table>;
export type MethodName = keyof Methods;
export type ArgsOf<M extends MethodName> = ValueOf<Methods[M]['args']>;
export type ResultOf<M extends MethodName> = ValueOf<Methods[M]['result']>;
/** Methods whose result goes on in bytes. */
export type StreamingMethod = {
  [M in MethodName]: Methods[M] extends { readonly streams: true } ? M : never;
}[MethodName];
/** What a manifest may declare. */
export type CapabilityName = Exclude<Methods[MethodName]['capability'], null>;

// Marked as pure, so that a bundle which needs none of it, such as the container's home screen, carries none of it.
export const methods: Methods = /* @__PURE__ */ table();

const declarable = (): readonly CapabilityName[] => [
  ...new Set(Object.values(methods).flatMap(({ capability }) => (capability === null ? [] : [capability]))),
];
export const capabilityNames: readonly CapabilityName[] = /* @__PURE__ */ declarable();

export function isMethodName(value: unknown): value is MethodName {
  return typeof value === 'string' && Object.hasOwn(methods, value);
}
