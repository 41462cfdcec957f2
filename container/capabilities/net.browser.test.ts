import { assert } from 'chai';
import type { GatewayCall } from '../services/registry/index.ts';
import { netCapability } from './net.ts';
import { appId, call, digest } from './testing.ts';

describe('net.request', () => {
  it('goes to the gateway under the app and release of the port, with the call’s own signal', async () => {
    const sent: [GatewayCall, AbortSignal][] = [];
    const registry = {
      gateway: {
        send: async (request: GatewayCall, signal: AbortSignal) => {
          sent.push([request, signal]);
          return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok', encoding: 'utf8' } as const;
        },
      },
    };
    const args = { backend: 'tea', method: 'POST', path: '/cups', headers: { 'x-a': '1' }, body: '{}' } as const;
    const answer = await netCapability(registry)['net.request'](args, call);
    assert.deepEqual(answer, { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok', encoding: 'utf8' });
    assert.deepInclude(sent[0]?.[0], {
      appId,
      release: digest,
      backend: 'tea',
      method: 'POST',
      path: '/cups',
      body: '{}',
    });
    assert.equal(sent[0]?.[1], call.signal);
  });
});
