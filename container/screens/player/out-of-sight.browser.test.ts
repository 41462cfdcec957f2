import { assert } from 'chai';
import { isMethodName, methods, PorticoError } from '../../../sandbox/contract/index.ts';
import type { CallContext, CapabilityHandlers, ConsentGate } from '../../../sandbox/host/index.ts';
import type { LivePhase } from '../../state/live-apps.ts';
import { refusal, servedBy, withheldWhile } from './out-of-sight.ts';

const every = Object.keys(methods).filter(isMethodName);

describe('an app that is not on the screen', () => {
  it('may do everything while it is shown, and nothing while it is suspended', () => {
    for (const method of every) {
      assert.isUndefined(refusal(method, 'shown'), method);
      assert.equal(refusal(method, 'suspended'), 'ERR_BRIDGE_SUSPENDED', method);
    }
  });

  it('may keep and fetch while it is hidden, or about to end, and do nothing that a customer would see, hear or answer', () => {
    for (const phase of ['hidden', 'closing'] as const) {
      for (const method of ['storage.set', 'net.request', 'app.info', 'payment.query', 'app.close'] as const) {
        assert.isUndefined(refusal(method, phase), method);
      }
      for (const method of ['ui.toast', 'ui.confirm', 'identity.login', 'device.vibrate', 'nav.openApp'] as const) {
        assert.equal(refusal(method, phase), 'ERR_BRIDGE_HIDDEN', method);
      }
      for (const method of every.filter((name) => methods[name].gesture)) {
        assert.equal(refusal(method, phase), 'ERR_BRIDGE_HIDDEN', method);
      }
    }
  });

  it('is refused before the customer is asked anything', () => {
    let phase: LivePhase = 'hidden';
    const asked: string[] = [];
    const handlers = { 'ui.toast': () => asked.push('toast') } as unknown as CapabilityHandlers;
    const consent: ConsentGate = () => asked.push('consent') > 0;
    const served = servedBy({ handlers, consent }, () => phase);
    const call = { method: 'identity.login' } as CallContext;
    const codeOf = (run: () => unknown): string => {
      try {
        run();
        return 'done';
      } catch (error) {
        return error instanceof PorticoError ? error.code : String(error);
      }
    };
    assert.equal(
      codeOf(() => served.consent('identity.login', call, {})),
      'ERR_BRIDGE_HIDDEN',
    );
    assert.equal(
      codeOf(() => served.handlers['ui.toast']({ text: 'x' }, call)),
      'ERR_BRIDGE_HIDDEN',
    );
    assert.deepEqual(asked, []);
    phase = 'shown';
    assert.equal(
      codeOf(() => served.consent('identity.login', call, {})),
      'done',
    );
    assert.deepEqual(asked, ['consent']);
  });

  it('hears afterwards the last of what changed while it was suspended, and of a shortage of memory at once', () => {
    let suspended = true;
    const heard: string[] = [];
    const events = withheldWhile(
      () => suspended,
      (name, payload) => heard.push(`${name} ${JSON.stringify(payload)}`),
    );
    events.tell('theme', { theme: 'dark' });
    events.tell('payment', { orderToken: 'one', hint: 'processing' });
    events.tell('theme', { theme: 'light' });
    events.tell('payment', { orderToken: 'two', hint: 'processing' });
    events.tell('memory', { level: 'low' });
    assert.deepEqual(heard, ['memory {"level":"low"}']);
    suspended = false;
    events.release();
    assert.deepEqual(heard.slice(1), [
      'payment {"orderToken":"one","hint":"processing"}',
      'theme {"theme":"light"}',
      'payment {"orderToken":"two","hint":"processing"}',
    ]);
    events.tell('theme', { theme: 'dark' });
    assert.lengthOf(heard, 5);
    events.release();
    assert.lengthOf(heard, 5);
  });
});
