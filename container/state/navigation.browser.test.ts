import { assert } from 'chai';
import type { AppId } from '../../sandbox/contract/index.ts';
import { appAddress, routeOf } from './navigation.ts';
import { launchQuery } from './open-app.ts';

describe('addresses of the container', () => {
  it('lead to screens', () => {
    assert.deepEqual(routeOf('/', ''), { screen: 'home' });
    assert.deepEqual(routeOf('/orders', ''), { screen: 'orders' });
    assert.deepEqual(routeOf('/settings', ''), { screen: 'settings' });
    const orderId = 'a3f1c2d4-5b6e-4f70-8a91-b2c3d4e5f607';
    assert.deepEqual(routeOf(`/orders/${orderId}`, ''), { screen: 'receipt', orderId } as ReturnType<typeof routeOf>);
  });

  it('hand path and query to an app, and mean nothing else', () => {
    assert.deepEqual(routeOf('/app/com.example.tea/pay/7', '?orderToken=x'), {
      screen: 'player',
      appId: 'com.example.tea',
      path: '/pay/7',
      query: 'orderToken=x',
    } as ReturnType<typeof routeOf>);
    assert.equal(appAddress('com.example.tea' as AppId, '/pay/7'), '/app/com.example.tea/pay/7');
  });

  it('that are not known lead nowhere', () => {
    for (const path of ['/app/', '/app/<script>', '/app/NOT.AN.APP', '/orders/1', '/settings/x', '/constructor']) {
      assert.deepEqual(routeOf(path, ''), { screen: 'missing' }, path);
    }
  });
});

describe('the query an app is opened with', () => {
  it('keeps the first of each name, 32 at most, none too long', () => {
    assert.deepEqual(launchQuery('a=1&a=2&b=%E5%81%9C'), { a: '1', b: '停' });
    const many = Array.from({ length: 60 }, (_, at) => `k${at}=${at}`).join('&');
    assert.equal(Object.keys(launchQuery(many)).length, 32);
    assert.deepEqual(launchQuery(`x=${'y'.repeat(3_000)}`), {});
  });

  it('cannot reach a prototype', () => {
    const query = launchQuery('__proto__=x&constructor=y');
    assert.equal(Object.getPrototypeOf(query), Object.prototype);
    assert.isTrue(Object.hasOwn(query, '__proto__'));
  });
});
