import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { holds, same } from '../expect.ts';
import { codeOfRejected } from '../outcome.ts';

const paths: readonly string[] = [
  '//evil.localhost/131',
  '/\\evil.localhost/131',
  '/@evil.localhost/131',
  '/131/../../api/v1/session',
  '/131/%2e%2e/%2e%2e/etc',
  '/131#fragment',
  '/131?x=1 HTTP/1.1',
  '/131%0d%0aX-Injected:1',
  '/131/;@127.0.0.1/',
];
const headers: Readonly<Record<string, string>> = {
  host: 'evil.localhost',
  cookie: '__Host-sid=stolen',
  origin: 'https://bank.example',
  referer: 'https://bank.example/',
  'content-length': '0',
  'transfer-encoding': 'chunked',
  connection: 'upgrade',
  upgrade: 'websocket',
  'x-forwarded-for': '10.0.0.1',
  'x-real-ip': '10.0.0.1',
  forwarded: 'for=10.0.0.1',
  'portico-identity': 'forged',
  'Portico-Identity': 'forged too',
  'proxy-authorization': 'x',
  portico_identity: 'forged in another spelling',
  x_forwarded_for: '10.0.0.1',
  'true-client-ip': '10.0.0.1',
  'sec-fetch-site': 'same-origin',
};

export const attack: Attack = {
  id: '131',
  group: 'money',
  title: 'have the gateway go elsewhere or say something in another’s name: paths, back ends, headers, methods',
  expected: 'the back end sees its own host, the gateway’s identity, and none of the smuggled headers',
  signedIn: true,
  patienceMs: 20_000,
  async guest({ portico }): Promise<JsonValue> {
    const outcomes: Record<string, JsonValue> = {};
    const send = async (name: string, args: object): Promise<void> => {
      const request = { backend: 'lab', method: 'GET', path: '/131', ...args };
      outcomes[name] =
        (await codeOfRejected(() => Reflect.apply(portico.net.request, portico.net, [request]))) ?? 'sent';
    };
    for (const path of paths) await send(path, { path });
    for (const backend of ['parking', '__proto__', 'constructor', 'LAB', 'https://evil.localhost', ''])
      await send(`backend ${backend}`, { backend });
    for (const method of ['CONNECT', 'TRACE', 'get', 'GET /x']) await send(`method ${method}`, { method });
    await send('headers', { path: '/131/headers', headers });
    await send('split', { path: '/131/split', headers: { 'x-a': 'b\r\nx-injected: 1' } });
    return outcomes;
  },
  judge({ report, world }) {
    const outcomes = (report ?? {}) as Record<string, JsonValue>;
    for (const [name, outcome] of Object.entries(outcomes)) {
      if (/^(?:backend|method|split)/.test(name)) holds(outcome !== 'sent', `${name} was sent`);
    }
    const asked = world.backend.requests().filter(({ path }) => path.includes('131'));
    for (const { path, headers: got } of asked) {
      same(got.cookie, undefined, `cookie of ${path}`);
      same(got['x-injected'], undefined, `injected header of ${path}`);
      holds(String(got.host).startsWith('127.0.0.1:'), `${path} went to ${got.host}`);
      same(String(got['portico-identity']).split('.').length, 3, `identity of ${path}`);
    }
    const smuggled = asked.find(({ path }) => path === '/131/headers');
    if (smuggled) {
      for (const name of [
        'x-forwarded-for',
        'x_forwarded_for',
        'true-client-ip',
        'portico_identity',
        'x-real-ip',
        'forwarded',
        'upgrade',
        'proxy-authorization',
        'origin',
        'referer',
      ])
        same(smuggled.headers[name], undefined, name);
    }
  },
};
