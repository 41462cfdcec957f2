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

  it('goes home when the customer came from outside', () => {
    history.replaceState(null, '', '/orders');
    const navigation = createNavigation(window);
    navigation.back();
    assert.deepEqual(navigation.value, { screen: 'home' });
  });
});
