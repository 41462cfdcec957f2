import { PorticoError } from '../contract/index.ts';
import { parseOriginNews } from '../contract/origin-handshake.ts';

/** A response that never came is as good as none; the caller tries again before the next opening. */
const PATIENCE_MS = 8_000;

/**
 * Wipes the storage of an `origin` app by loading its clearing page, whose response carries `Clear-Site-Data`, out of
 * sight. Nothing of the app may be open meanwhile.
 * @param clearUrl `/.portico/<digest>/clear.html` on the app's own host
 * @throws PorticoError ERR_REALM_NOT_CLEARED when the page did not come
 */
export async function clearOrigin(mount: HTMLElement, clearUrl: string): Promise<void> {
  const holder = document.createElement('div');
  holder.hidden = true;
  const frame = document.createElement('iframe');
  const nonce = crypto.randomUUID();
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  frame.src = `${clearUrl}#${nonce}`;
  const ending = new AbortController();
  const { signal } = ending;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new PorticoError('ERR_REALM_NOT_CLEARED')), PATIENCE_MS);
      signal.addEventListener('abort', () => clearTimeout(timer));
      addEventListener(
        'message',
        ({ source, origin, data }: MessageEvent<unknown>) => {
          const news = parseOriginNews(data);
          if (source !== frame.contentWindow || origin !== new URL(clearUrl).origin || news?.nonce !== nonce) return;
          if (news.state === 'cleared') resolve();
        },
        { signal },
      );
      holder.attachShadow({ mode: 'closed' }).append(frame);
      mount.append(holder);
    });
  } finally {
    ending.abort();
    holder.remove();
  }
}
