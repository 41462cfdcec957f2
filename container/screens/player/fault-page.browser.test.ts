import { assert } from 'chai';
import { errors, isErrorCode } from '../../../sandbox/contract/index.ts';
import { faultOf, type PlayerFault } from './fault.ts';
import './fault-page.ts';

const every: readonly PlayerFault[] = [
  { kind: 'offline' },
  { kind: 'needs-network' },
  { kind: 'revoked', reason: '收费投诉较多' },
  { kind: 'unknown-app' },
  { kind: 'replaced' },
  { kind: 'outdated' },
  { kind: 'not-genuine', code: 'ERR_TRUST_SIGNATURE' },
  { kind: 'slow' },
  { kind: 'hung' },
  { kind: 'flooding' },
  { kind: 'stopped' },
  { kind: 'intruding' },
  { kind: 'crashed', code: 'ERR_BRIDGE_CLOSED' },
  { kind: 'sign-in' },
  { kind: 'level', level: 3 },
];

describe('the page of a fault', () => {
  for (const fault of every) {
    it(`says what happened and leaves a way out: ${fault.kind}`, async () => {
      const page = document.createElement('fault-page');
      page.fault = fault;
      document.body.replaceChildren(page);
      await page.updateComplete;
      const notice = page.shadowRoot?.querySelector('portico-notice');
      assert.isNotEmpty(notice?.heading);
      assert.isNotEmpty(notice?.text);
      let left = 0;
      page.addEventListener('leave', () => {
        left += 1;
      });
      notice?.querySelector<HTMLElement>('button:last-of-type')?.click();
      assert.equal(left, 1);
    });
  }

  it('gives the bank’s reason for a revocation', async () => {
    const page = document.createElement('fault-page');
    page.fault = { kind: 'revoked', reason: '收费投诉较多' };
    document.body.replaceChildren(page);
    await page.updateComplete;
    assert.include(page.shadowRoot?.querySelector('portico-notice')?.text, '收费投诉较多');
    document.body.replaceChildren();
  });
});

describe('the kind of a fault', () => {
  it('is known for every error code, and doubt about genuineness is never called a crash', () => {
    for (const code of Object.keys(errors).filter(isErrorCode)) {
      const { kind } = faultOf(code);
      if (
        ['ERR_TRUST_SIGNATURE', 'ERR_TRUST_ROLLBACK', 'ERR_TRUST_MISMATCH', 'ERR_TRUST_BLOB_TAMPERED'].includes(code)
      ) {
        assert.equal(kind, 'not-genuine', code);
      }
      assert.isString(kind);
    }
    assert.deepEqual(faultOf('ERR_CONTAINER_OFFLINE'), { kind: 'offline' });
    assert.deepEqual(faultOf('ERR_TRUST_UNREACHABLE'), { kind: 'needs-network' });
    assert.deepEqual(faultOf('ERR_REALM_UNRESPONSIVE'), { kind: 'hung' });
    assert.deepEqual(faultOf('ERR_BRIDGE_RATE'), { kind: 'flooding' });
    assert.deepEqual(faultOf('ERR_BRIDGE_VERSION'), { kind: 'outdated' });
  });
});
