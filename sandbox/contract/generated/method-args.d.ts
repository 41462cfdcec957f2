// Written by docs/checks/generate.ts. Change the schemas, not this file.
import type { Validator } from '../validator.ts';

export const methodArgs: Readonly<Record<'app.info' | 'app.launchOptions' | 'app.close' | 'app.setTitle' | 'identity.login' | 'payment.request' | 'payment.query' | 'storage.get' | 'storage.set' | 'storage.remove' | 'storage.keys' | 'storage.clear' | 'storage.usage' | 'net.request' | 'ui.toast', Validator>>;
