/** Hashes packages off the main thread. comlink is for workers of our own only; it never faces partner code. */
import { expose, transfer } from 'comlink';
import type { HashingApi } from './hashing-api.ts';

const api: HashingApi = {
  async sha256(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const digest = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return transfer({ digest, bytes }, [bytes]);
  },
};

expose(api);
