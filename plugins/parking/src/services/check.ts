/** The part of JSON Schema that `contract/` uses, checked at run time without generating code (the frame's CSP forbids it). */
interface CheckedSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly CheckedSchema[];
  readonly properties?: Readonly<Record<string, CheckedSchema>>;
  readonly required?: readonly string[];
  readonly items?: CheckedSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A type guard from a schema of `contract/` and the type that `contract/` derives from it. */
export function guard<T>(schema: CheckedSchema): (value: unknown) => value is T {
  return (value): value is T => fits(schema, value);
}

/** Whether `value` has the form of `schema`. Members the schema does not name are let through, so that servers may add some. */
export function fits(schema: CheckedSchema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some((one) => fits(one, value));
  if (schema.enum && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'null':
      return value === null;
    case 'string':
      return typeof value === 'string' && within(schema.minLength, value.length, schema.maxLength);
    case 'integer':
      return Number.isSafeInteger(value) && within(schema.minimum, Number(value), schema.maximum);
    case 'array':
      return Array.isArray(value) && value.every((item) => schema.items === undefined || fits(schema.items, item));
    case 'object':
      return isRecord(value) && hasMembers(schema, value);
    default:
      return schema.enum !== undefined;
  }
}

function hasMembers(schema: CheckedSchema, value: Readonly<Record<string, unknown>>): boolean {
  const members = Object.entries(schema.properties ?? {});
  return (
    (schema.required ?? []).every((name) => Object.hasOwn(value, name)) &&
    members.every(([name, member]) => !Object.hasOwn(value, name) || fits(member, value[name]))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(least = Number.NEGATIVE_INFINITY, value: number, most = Number.POSITIVE_INFINITY): boolean {
  return value >= least && value <= most;
}
