/** The script of the page that stands where an `origin` app may not go: it tells the container, and does nothing else. */
import type { OriginNews } from '../contract/origin-handshake.ts';

const { container = '' } = (document.currentScript as HTMLScriptElement).dataset;
const state = location.pathname.endsWith('/replaced.html') ? 'replaced' : 'stray';
parent.postMessage({ portico: 'origin', state, nonce: '' } satisfies OriginNews, container);
