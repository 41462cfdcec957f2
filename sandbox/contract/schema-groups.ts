/**
 * The schemas that get a validator at build. Each group becomes `generated/<group>.js`, which exports one own-key table
 * named after the group in camel case; run `node --import tsx docs/checks/generate.ts` after a change.
 */
import { methods } from './capabilities/index.ts';
import { hostEvents } from './events.ts';
import type { Schema } from './schema.ts';

export interface SchemaGroup {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Collect every finding instead of stopping at the first; never for what an app sends at run time. */
  readonly allErrors?: boolean;
}

const column = (name: 'args' | 'result'): Readonly<Record<string, Schema>> =>
  Object.fromEntries(Object.entries(methods).map(([method, entry]) => [method, entry[name]]));

/** To have a validator for further schemas, add a group here. */
export const schemaGroups: Readonly<Record<string, SchemaGroup>> = {
  'method-args': { schemas: column('args') },
  'method-results': { schemas: column('result') },
  'host-events': { schemas: hostEvents },
};
