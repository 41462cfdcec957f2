import { Ajv, type Options } from 'ajv';
import type { FastifyInstance } from 'fastify';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The formats our schemas use; listed here rather than taken from a library so that each one's meaning can be read. */
const formats = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  'date-time': (text: string) => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
  date: (text: string) => DATE.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
};
const shared: Options = { formats, strict: true, strictTypes: false, strictRequired: false, allErrors: false };

/**
 * Bodies are taken as they are: nothing is converted, nothing is dropped, unknown fields are refused where the schema
 * says `additionalProperties: false`. Query, path and headers are text by nature, so there numbers are read from text.
 */
export function validateStrictly(app: FastifyInstance): void {
  const exact = new Ajv({ ...shared, useDefaults: true });
  const fromText = new Ajv({ ...shared, useDefaults: true, coerceTypes: 'array' });
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? exact : fromText).compile(schema));
}
