import type { AppId, FileDigest } from '../brand.ts';
import type { ReleaseManifest } from './release.ts';

/** The digest of an empty file. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as FileDigest;

/** A complete small release for tests of every realm; its files are empty. Pass the members a test is about. */
export function exampleRelease(changes: Partial<ReleaseManifest> = {}): ReleaseManifest {
  return {
    format: 1,
    appId: 'com.example.tea' as AppId,
    version: '1.0.0',
    kind: 'h5',
    isolation: 'sealed',
    entry: 'index.html',
    lang: 'zh-Hans',
    dir: 'ltr',
    name: { 'zh-Hans': '示例茶馆', en: 'Example Tea' },
    shortName: { 'zh-Hans': '茶馆', en: 'Tea' },
    capabilities: [{ name: 'storage', reason: { 'zh-Hans': '记住上次点的茶', en: 'To remember the last cup' } }],
    domains: { connect: [], image: [], media: [] },
    backends: { tea: 'https://tea.example' },
    level: 0,
    category: 'dining',
    cities: [],
    listing: {
      texts: {
        'zh-Hans': { tagline: '一杯好茶', description: '点一杯茶。' },
        en: { tagline: 'A good cup', description: 'Order a cup of tea.' },
      },
      screenshots: [],
      support: { email: 'help@tea.example' },
      privacyUrl: 'https://tea.example/privacy',
    },
    icons: [{ src: 'icon.png', sizes: '192x192' }],
    colors: { scheme: 'auto', theme: '#2f6f4f', background: '#ffffff' },
    pages: [],
    widgets: [],
    files: [
      { path: 'app.js', size: 0, digest: EMPTY, type: 'text/javascript' },
      { path: 'icon.png', size: 0, digest: EMPTY, type: 'image/png' },
      { path: 'index.html', size: 0, digest: EMPTY, type: 'text/html' },
    ],
    ...changes,
  };
}
