/** The capability table: everything an app can ask of the container, and nothing else. */
import type { ValueOf } from '../schema.ts';
import { appMethods } from './app.ts';
import { identityMethods } from './identity.ts';
import { netMethods } from './net.ts';
import { paymentMethods } from './payment.ts';
import { storageMethods } from './storage.ts';
import { uiMethods } from './ui.ts';

export type { MethodEntry, MethodTable } from './method.ts';

export const methods = {
  ...appMethods,
  ...identityMethods,
  ...paymentMethods,
  ...storageMethods,
  ...netMethods,
  ...uiMethods,
} as const;

type Methods = typeof methods;
export type MethodName = keyof Methods;
export type ArgsOf<M extends MethodName> = ValueOf<Methods[M]['args']>;
export type ResultOf<M extends MethodName> = ValueOf<Methods[M]['result']>;
/** What a manifest may declare. */
export type CapabilityName = Exclude<Methods[MethodName]['capability'], null>;

export const capabilityNames: readonly CapabilityName[] = [
  ...new Set(Object.values(methods).flatMap(({ capability }) => (capability === null ? [] : [capability]))),
];

export function isMethodName(value: unknown): value is MethodName {
  return typeof value === 'string' && Object.hasOwn(methods, value);
}
