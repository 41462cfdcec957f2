import { CallError, type Method } from '../../bridge/index.ts';
import { type CardMethod, cardMethods } from '../../contract/card/index.ts';
import { methodArgs } from '../../contract/generated/method-args.js';
import { methodResults } from '../../contract/generated/method-results.js';
import { type JsonValue, methods, PorticoError } from '../../contract/index.ts';
import type { CallContext } from '../realm.ts';
import type { OpenCardOptions } from './card.ts';

/** The few methods of the capability table that a card may call: none that asks, pays, writes or leaves the device. */
export function cardHostMethods(card: Pick<OpenCardOptions, 'appId' | 'digest' | 'handlers' | 'storage'>) {
  return new Map<string, Method>(cardMethods.map((name) => [name, cardMethod(name, card)]));
}

function cardMethod(
  name: CardMethod,
  { appId, digest, handlers, storage }: Pick<OpenCardOptions, 'appId' | 'digest' | 'handlers' | 'storage'>,
): Method {
  const handler = handlers[name] as (args: JsonValue, call: CallContext) => unknown;
  return {
    deadlineMs: methods[name].deadlineMs,
    async run(args, { signal }) {
      if (name !== 'app.info' && !storage) throw new CallError('ERR_BRIDGE_NOT_DECLARED');
      if (!methodArgs[name](args)) throw new CallError('ERR_BRIDGE_BAD_ARGUMENTS');
      const result = await handler(args, { appId, releaseDigest: digest, method: name, signal, gesture: false });
      if (methodResults[name](result)) return result;
      throw new PorticoError('ERR_BRIDGE_INTERNAL', { detail: `${name} gave a result that its schema refuses.` });
    },
  };
}
