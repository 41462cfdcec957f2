// Written by docs/checks/generate.ts. Change the schemas, not this file.
import type { MethodName } from '../capabilities/index.ts';

/** Milliseconds; null: as long as the sheet stays open. */
export const deadlines: Readonly<Record<MethodName, number | null>> = {
  'app.info': 30000,
  'app.launchOptions': 30000,
  'app.close': 30000,
  'app.setTitle': 30000,
  'identity.login': null,
  'payment.request': null,
  'payment.query': 30000,
  'storage.get': 30000,
  'storage.set': 30000,
  'storage.remove': 30000,
  'storage.keys': 30000,
  'storage.clear': 30000,
  'storage.usage': 30000,
  'net.request': 60000,
  'ui.toast': 30000,
};
