import { assert } from 'chai';
import { type AppId, type GrantScope, PorticoError, type UserId } from '../../sandbox/contract/index.ts';
import { createGrantStore, type GrantStore } from '../services/grant-store.ts';
import type { RegistryClient, RegistryGrant } from '../services/registry/index.ts';
import { createGrants } from './grants.ts';

const appId = 'com.example.tea' as AppId;
const of = { userId: 'u1' as UserId, appId };
const declared = ['identity.profile', 'device.scan'];

function world() {
  const registry = { kept: [] as RegistryGrant[], offline: false, calls: [] as string[] };
  const reach = (call: string): void => {
    registry.calls.push(call);
    if (registry.offline) throw new PorticoError('ERR_CONTAINER_OFFLINE');
  };
  const identity = {
    async grants() {
      reach('list');
      return registry.kept;
    },
    async grant(app: AppId, scopes: readonly GrantScope[], names: readonly string[]) {
      reach(`grant ${scopes}`);
      for (const scope of scopes) registry.kept.push({ appId: app, scope, grantedAt: new Date(0), declared: names });
    },
    async revoke(app: AppId, scope?: GrantScope) {
      reach(`revoke ${scope}`);
      const left = registry.kept.filter((one) => one.appId !== app || (scope !== undefined && one.scope !== scope));
      if (left.length === registry.kept.length) throw new PorticoError('ERR_IDENTITY_APP_UNKNOWN');
      registry.kept = left;
    },
  };
  let now = 0;
  const name = `test-${crypto.randomUUID()}`;
  const deviceOn = (store: GrantStore) => createGrants(store, { identity } as unknown as RegistryClient, () => now);
  const device = (database = name) => deviceOn(createGrantStore(database));
  return {
    registry,
    device,
    deviceOn,
    later: (ms: number) => {
      now += ms;
    },
  };
}

describe('what was agreed to', () => {
  it('is known on every device of the customer, and withdrawn on all of them', async () => {
    const { registry, device, later } = world();
    const phone = device();
    const tablet = device(`test-${crypto.randomUUID()}`);
    await phone.give(of, ['phone'], declared);
    assert.equal(await tablet.answer(of, 'phone', declared), 'granted');
    await tablet.withdraw(of, 'phone');
    assert.deepEqual(registry.kept, []);
    later(60_000);
    assert.equal(await phone.answer(of, 'phone', declared), 'unasked');
  });

  it('is not answered from a copy that could not be brought up to date', async () => {
    const { registry, later, deviceOn } = world();
    const store = createGrantStore(`test-${crypto.randomUUID()}`);
    let broken = false;
    const forget: GrantStore['forget'] = (grant) =>
      broken ? Promise.reject(new PorticoError('ERR_CONTAINER_STORAGE_BLOCKED')) : store.forget(grant);
    const phone = deviceOn({ ...store, forget });
    await phone.give(of, ['phone'], declared);
    // On another device.
    registry.kept = [];
    later(60_000);
    broken = true;
    const refused = await phone.answer(of, 'phone', declared).catch((error: { code?: unknown }) => error.code);
    assert.equal(refused, 'ERR_CONTAINER_STORAGE_BLOCKED');
    broken = false;
    assert.equal(await phone.answer(of, 'phone', declared), 'unasked');
  });

  it('counts offline, and is told to the registry afterwards', async () => {
    const { registry, device, later } = world();
    const phone = device();
    registry.offline = true;
    await phone.give(of, ['device.scan'], declared);
    assert.equal(await phone.answer(of, 'device.scan', declared), 'granted');
    registry.offline = false;
    later(60_000);
    assert.equal(await phone.answer(of, 'device.scan', declared), 'granted');
    assert.deepEqual(
      registry.kept.map(({ scope }) => scope),
      ['device.scan'],
    );
  });

  it('asks the registry once a minute at most', async () => {
    const { registry, device, later } = world();
    const phone = device();
    await Promise.all([phone.answer(of, 'phone', []), phone.answer(of, 'device.scan', [])]);
    later(59_999);
    await phone.answer(of, 'phone', []);
    assert.deepEqual(registry.calls, ['list']);
  });

  it('is not kept when the registry refuses it', async () => {
    const { registry, device } = world();
    const phone = device();
    const fail = async (): Promise<never> => {
      throw new PorticoError('ERR_IDENTITY_SIGNED_OUT');
    };
    const refusing = createGrants(
      createGrantStore(`test-${crypto.randomUUID()}`),
      { identity: { grants: async () => [], grant: fail } } as unknown as RegistryClient,
      () => 0,
    );
    const outcome = await refusing.give(of, ['phone'], declared).catch((error: PorticoError) => error.code);
    assert.equal(outcome, 'ERR_IDENTITY_SIGNED_OUT');
    assert.equal(await refusing.answer(of, 'phone', declared), 'unasked');
    assert.deepEqual(registry.kept, []);
    await phone.refuse(of, ['phone']);
    assert.equal(await phone.answer(of, 'phone', declared), 'refused');
  });

  it('cannot be withdrawn without the registry, and stays as it was then', async () => {
    const { registry, device } = world();
    const phone = device();
    await phone.give(of, ['phone'], declared);
    registry.offline = true;
    assert.equal(await phone.withdraw(of).catch((error: PorticoError) => error.code), 'ERR_CONTAINER_OFFLINE');
    assert.equal(await phone.answer(of, 'phone', declared), 'granted');
  });
});
