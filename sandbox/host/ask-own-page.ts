import { type OriginGo, type OriginNews, parseOriginNews } from '../contract/origin-handshake.ts';

/**
 * Loads one of our own pages at an app's origin out of sight and resolves with what it says, with its own secret: a page
 * that waits for the container's word (`here`) gets it. `undefined` when nothing was said in time.
 */
export async function askOwnPage(
  mount: Node,
  url: string,
  patienceMs: number,
): Promise<OriginNews['state'] | undefined> {
  const holder = document.createElement('div');
  holder.hidden = true;
  const frame = document.createElement('iframe');
  const nonce = crypto.randomUUID();
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.setAttribute('allow', '');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  frame.src = `${url}#${nonce}`;
  const ending = new AbortController();
  try {
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), patienceMs);
      ending.signal.addEventListener('abort', () => clearTimeout(timer));
      const hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
        const page = frame.contentWindow;
        if (page === null || source !== page || origin !== new URL(url).origin) return;
        const news = parseOriginNews(data);
        if (news?.nonce !== nonce) return;
        if (news.state === 'here') page.postMessage({ portico: 'go', nonce } satisfies OriginGo, origin);
        else resolve(news.state);
      };
      addEventListener('message', hear, { signal: ending.signal });
      // A closed root keeps the frame out of `top.frames`, where the app could find it.
      holder.attachShadow({ mode: 'closed' }).append(frame);
      mount.appendChild(holder);
    });
  } finally {
    ending.abort();
    holder.remove();
  }
}
