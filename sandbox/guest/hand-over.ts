/**
 * How the port gets from the frame's loader to the app's own copy of the SDK: through one own property of the realm's
 * global object, never through a message, so that no other window can forge it. The first to take it has it.
 * There is nothing to protect inside the realm: all its code is the same app, and the host knows the app by its port.
 */
const key = Symbol.for('portico.hand-over');

export interface HandOver {
  /** Version of the bridge that host and loader agreed on. */
  readonly version: number;
  readonly port: MessagePort;
}

/** Loader's side. `onTaken` runs when the SDK has taken the port. */
export function offerPort(scope: object, handOver: HandOver, onTaken: () => void): void {
  Object.defineProperty(scope, key, {
    configurable: true,
    value: () => {
      onTaken();
      return handOver;
    },
  });
}

/** SDK's side: `undefined` where no loader ran, or when the port has been taken before. */
export function takePort(scope: object): HandOver | undefined {
  const offer: unknown = Object.getOwnPropertyDescriptor(scope, key)?.value;
  if (typeof offer !== 'function' || !Reflect.deleteProperty(scope, key)) return undefined;
  return offer() as HandOver;
}
