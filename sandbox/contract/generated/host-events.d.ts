// Written by docs/checks/generate.ts. Change the schemas, not this file.
import type { Validator } from '../validator.ts';

export const hostEvents: Readonly<Record<'show' | 'hide' | 'close' | 'theme' | 'locale' | 'network' | 'refresh' | 'memory' | 'error' | 'payment', Validator>>;
