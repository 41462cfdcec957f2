/** The script of pages that tell the container one thing and do nothing else; what it is stands in the page. */
import type { OriginNews } from '../contract/origin-handshake.ts';

const { container = '', state = 'stray' } = (document.currentScript as HTMLScriptElement).dataset;
const nonce = location.hash.slice(1);
parent.postMessage({ portico: 'origin', state, nonce } as OriginNews, container);
