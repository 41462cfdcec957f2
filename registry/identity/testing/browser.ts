/** A browser as far as sign-in needs one: cookies by host, redirects by hand, forms, on loopback for `*.localhost`. */
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface TestBrowser {
  readonly cookies: Map<string, string>;
  /** Every `Set-Cookie` line that came. */
  readonly setCookies: string[];
  /** Redirects to addresses that start so are not followed. */
  stopAt(prefix: string | undefined): void;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Follows redirects until one leads elsewhere than a redirect. */
  follow(url: string): Promise<Answer>;
  submit(url: string, fields: Readonly<Record<string, string>>, origin?: string): Promise<Answer>;
  /** JSON as the container's own page sends it. */
  call(method: string, url: string, body?: unknown): Promise<Answer>;
}

const LONGEST_CHAIN = 10;

const NAVIGATION = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

interface Request {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** node:http rather than fetch, which writes `Sec-Fetch-Mode` itself. */
async function exchange(url: string, { method, headers, body }: Request) {
  const { host, port, pathname, search } = new URL(url);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path: pathname + search, method, headers: { ...headers, host } },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const { 'set-cookie': setCookies = [], ...rest } = response.headers;
  return { status: response.statusCode ?? 0, setCookies, headers: rest, text: await text(response) };
}

export function createTestBrowser(): TestBrowser {
  /** `host name path` → value; cookies here never share a name over paths of one host in a way that matters. */
  const cookies = new Map<string, string>();

  const setCookies: string[] = [];
  let stop: string | undefined;

  async function send(url: string, { method, body, headers }: Request): Promise<Answer> {
    const { host, pathname } = new URL(url);
    const own = [...cookies].flatMap(([key, value]) => {
      const [cookieHost, name, path = '/'] = key.split(' ');
      return cookieHost === host && pathname.startsWith(path) ? [`${name}=${value}`] : [];
    });
    const cookie = own.length > 0 ? { cookie: own.join('; ') } : {};
    const answer = await exchange(url, { method, headers: { ...headers, ...cookie }, ...(body ? { body } : {}) });
    setCookies.push(...answer.setCookies);
    for (const line of answer.setCookies) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
      if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) {
        cookies.delete(`${host} ${name} ${path}`);
      } else cookies.set(`${host} ${name} ${path}`, value);
    }
    const plain = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { url, status: answer.status, headers: Object.fromEntries(plain), text: answer.text };
  }

  async function settle(answer: Answer, left = LONGEST_CHAIN): Promise<Answer> {
    const location = answer.headers.location;
    if (answer.status < 300 || answer.status > 399 || location === undefined || left === 0) return answer;
    const next = new URL(location, answer.url).href;
    if (stop !== undefined && next.startsWith(stop)) return answer;
    return await settle(await send(next, { method: 'GET', headers: NAVIGATION }), left - 1);
  }

  return {
    cookies,
    setCookies,
    stopAt(prefix) {
      stop = prefix;
    },
    get: (url, headers = {}) => send(url, { method: 'GET', headers: { ...NAVIGATION, ...headers } }),
    follow: async (url) => await settle(await send(url, { method: 'GET', headers: NAVIGATION })),
    submit: async (url, fields, origin = new URL(url).origin) =>
      await settle(
        await send(url, {
          method: 'POST',
          body: new URLSearchParams(fields).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        }),
      ),
    call: (method, url, body) =>
      send(url, {
        method,
        headers: {
          origin: new URL(url).origin,
          'sec-fetch-site': 'same-origin',
          'sec-fetch-mode': 'cors',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
