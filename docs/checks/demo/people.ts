/** The demo people the registry made, as it wrote them to `<data dir>/demo.json`. */
export interface DemoPartner {
  readonly id: string;
  readonly token: string;
  readonly keyId: string;
  readonly keyFile: string;
  readonly webhookSecret: string;
}
export interface DemoStaff {
  readonly id: string;
  readonly token: string;
}
export interface DemoReviewer extends DemoStaff {
  readonly keyId: string;
  readonly keyFile: string;
}
export interface DemoPeople {
  readonly container: string;
  readonly api: string;
  readonly customer: { readonly phone: string };
  readonly partners: readonly DemoPartner[];
  readonly reviewers: readonly DemoReviewer[];
  readonly operators: readonly DemoStaff[];
}

type Json = Readonly<Record<string, unknown>>;

const member = (value: unknown, name: string): unknown => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
    throw new TypeError(`demo.json lacks "${name}"`);
  return (value as Json)[name];
};
const text = (value: unknown, name: string): string => {
  const found = member(value, name);
  if (typeof found !== 'string') throw new TypeError(`demo.json: "${name}" is not a text`);
  return found;
};
const list = <T>(value: unknown, name: string, parse: (item: unknown) => T): T[] => {
  const found = member(value, name);
  if (!Array.isArray(found)) throw new TypeError(`demo.json: "${name}" is not a list`);
  return found.map(parse);
};

const parseStaff = (item: unknown): DemoStaff => ({ id: text(item, 'id'), token: text(item, 'token') });

export function parseDemoPeople(value: unknown): DemoPeople {
  return {
    container: text(value, 'container'),
    api: text(value, 'api'),
    customer: { phone: text(member(value, 'customer'), 'phone') },
    partners: list(value, 'partners', (item) => ({
      id: text(item, 'id'),
      token: text(item, 'token'),
      keyId: text(item, 'keyId'),
      keyFile: text(item, 'keyFile'),
      webhookSecret: text(item, 'webhookSecret'),
    })),
    reviewers: list(value, 'reviewers', (item) => ({
      ...parseStaff(item),
      keyId: text(item, 'keyId'),
      keyFile: text(item, 'keyFile'),
    })),
    operators: list(value, 'operators', parseStaff),
  };
}
