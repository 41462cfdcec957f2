import { assert } from 'chai';
import { createNavigation } from './navigation.ts';

const arrival = (navigation: ReturnType<typeof createNavigation>): Promise<void> =>
  new Promise((resolve) => {
    const stop = navigation.subscribe(() => {
      stop();
      resolve();
    });
  });

describe('the container’s history', () => {
  const start = location.href;
  after(() => history.replaceState(null, '', start));

  it('goes back to where the customer came from, past what an app pushed between', async () => {
    history.replaceState(null, '', '/');
    const navigation = createNavigation(window);
    navigation.go('/app/com.example.tea', { x: 1, y: 2 });
    assert.equal(navigation.value.screen, 'player');
    assert.deepEqual(navigation.origin, { x: 1, y: 2 });

    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = '/container/public/icon.svg';
    document.body.append(frame);
    await loaded;
    for (let at = 0; at < 5; at += 1) frame.contentWindow?.history.pushState(null, '', `#${at}`);
    // Not history.length: a tab keeps fifty entries, and the tests before this one may have filled it.
    assert.equal(frame.contentWindow?.location.hash, '#4');
    const arrived = arrival(navigation);
    navigation.back();
    await arrived;
    assert.equal(navigation.value.screen, 'home');
    frame.remove();
  });

  it('leaves what a kept app added to the history where it is', async () => {
    history.replaceState(null, '', '/orders');
    const navigation = createNavigation(window);
    // Loaded before the app's entry, as a frame that was got ready: going back past it would take the app back too.
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = '/container/public/icon.svg';
    document.body.append(frame);
    await loaded;
    navigation.go('/app/com.example.tea');
    frame.contentWindow?.history.pushState(null, '', '#deep');
    navigation.backKeeping();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(navigation.value.screen, 'orders');
    assert.equal(frame.contentWindow?.location.hash, '#deep');
    frame.remove();
  });

  it('changes between apps, and Back leads to where the first was come to from', async () => {
    history.replaceState(null, '', '/orders');
    const navigation = createNavigation(window);
    navigation.go('/app/com.example.tea');
    navigation.switchTo('/app/com.example.bus');
    assert.equal(navigation.value.screen, 'player');
    navigation.back();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(navigation.value.screen, 'orders');
  });

  it('waits with an app’s entry for an app that is nearly ready, unless the customer goes elsewhere meanwhile', async () => {
    history.replaceState(null, '', '/');
    const waiting: (() => void)[] = [];
    const navigation = createNavigation(window, ({ screen }) =>
      screen === 'player' ? new Promise((resolve) => waiting.push(resolve)) : undefined,
    );
    const settle = async (): Promise<void> => {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setTimeout(resolve));
    };
    navigation.go('/app/com.example.tea', { x: 1, y: 2 });
    assert.deepEqual([location.pathname, navigation.value.screen], ['/', 'home']);
    await settle();
    assert.deepEqual([location.pathname, navigation.value.screen], ['/app/com.example.tea', 'player']);
    assert.deepEqual(navigation.origin, { x: 1, y: 2 });

    navigation.go('/orders');
    navigation.go('/app/com.example.tea');
    navigation.go('/search');
    await settle();
    assert.equal(location.pathname, '/search');
    navigation.go('/app/com.example.tea');
    navigation.back();
    const arrived = arrival(navigation);
    await settle();
    await arrived;
    assert.equal(location.pathname, '/orders');
    navigation.go('/app/com.example.tea');
    navigation.go('/app/com.example.bus');
    await settle();
    assert.equal(location.pathname, '/app/com.example.bus', 'the last tap counts');
  });

  it('goes home when the customer came from outside', () => {
    history.replaceState(null, '', '/orders');
    const navigation = createNavigation(window);
    navigation.back();
    assert.deepEqual(navigation.value, { screen: 'home' });
  });
});
