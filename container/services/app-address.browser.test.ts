import { assert } from 'chai';
import type { AppId, ReleaseDigest } from '../../sandbox/contract/index.ts';
import { frameAddress, hostLabel } from './app-address.ts';

const appId = 'com.cityparking.app' as AppId;

describe('the address of an app', () => {
  it('is base32 of SHA-256 over id and isolation, as the registry works it out', async () => {
    // Computed once with node:crypto.
    assert.equal(await hostLabel(appId, 'sealed'), 'a-4fv5myivuzbxa6tyaja6');
  });

  it('differs for each isolation level, so that no release can own the origin of another level', async () => {
    assert.notEqual(await hostLabel(appId, 'sealed'), await hostLabel(appId, 'origin'));
  });

  it('is a sibling of the container on the same port', async () => {
    const app = { appId, isolation: 'sealed', digest: 'f'.repeat(64) as ReleaseDigest };
    assert.equal(
      await frameAddress({ protocol: 'http:', host: 'bank.portico.localhost:8080' }, app),
      `http://a-4fv5myivuzbxa6tyaja6.portico.localhost:8080/.portico/${'f'.repeat(64)}/frame.html`,
    );
  });
});
