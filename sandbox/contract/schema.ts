/**
 * The part of JSON Schema that the contract uses, and the TypeScript type each literal stands for.
 * One literal gives the static type, the validator generated at build (`docs/checks/generate.ts`) and the reference page.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

interface Described {
  readonly description?: string;
}
interface StringSchema extends Described {
  readonly type: 'string';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMAScript regular expression with the `u` flag; keep it linear, it runs on hostile text. */
  readonly pattern?: string;
}
interface NumberSchema extends Described {
  readonly type: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
}
interface ArraySchema extends Described {
  readonly type: 'array';
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}
interface ObjectSchema extends Described {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Always written out: `false` refuses unknown fields, a schema makes the object a dictionary. */
  readonly additionalProperties: false | Schema;
  readonly propertyNames?: StringSchema | { readonly maxLength?: number; readonly pattern?: string };
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
/** Any JSON value, still bounded by the size of a message. */
interface AnySchema extends Described {
  readonly type?: never;
}
export type Schema =
  | StringSchema
  | NumberSchema
  | ArraySchema
  | ObjectSchema
  | (Described & { readonly type: 'boolean' | 'null' })
  | (Described & { readonly const: string | number | boolean | null })
  | (Described & { readonly enum: readonly (string | number | boolean | null)[] })
  | (Described & { readonly anyOf: readonly Schema[] })
  | AnySchema;

type Flat<T> = { [K in keyof T]: T[K] };
type RequiredKey<S> = S extends { readonly required: readonly (infer K extends string)[] } ? K : never;
type Fields<P, R extends string> = Flat<
  { readonly [K in keyof P as K extends R ? K : never]: ValueOf<P[K]> } & {
    readonly [K in keyof P as K extends R ? never : K]?: ValueOf<P[K]>;
  }
>;
type ObjectOf<S> = S extends { readonly properties: infer P }
  ? Fields<P, RequiredKey<S>>
  : S extends { readonly additionalProperties: false }
    ? { readonly [key: string]: never }
    : S extends { readonly additionalProperties: infer V }
      ? { readonly [key: string]: ValueOf<V> }
      : never;

/** The value a schema literal admits. */
export type ValueOf<S> = S extends { readonly const: infer C }
  ? C
  : S extends { readonly enum: readonly (infer E)[] }
    ? E
    : S extends { readonly anyOf: readonly (infer A)[] }
      ? ValueOf<A>
      : S extends { readonly type: 'string' }
        ? string
        : S extends { readonly type: 'number' | 'integer' }
          ? number
          : S extends { readonly type: 'boolean' }
            ? boolean
            : S extends { readonly type: 'null' }
              ? null
              : S extends { readonly type: 'array'; readonly items: infer I }
                ? readonly ValueOf<I>[]
                : S extends { readonly type: 'object' }
                  ? ObjectOf<S>
                  : JsonValue;
