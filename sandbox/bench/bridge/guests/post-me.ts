import { ChildHandshake, PortMessenger } from 'post-me';
import { offerDriver } from '../driver.ts';
import { guestPort } from './guest-port.ts';

const port = guestPort();
port.start();
const peer = (await ChildHandshake(new PortMessenger({ port }))).remoteHandle();
offerDriver((args) => peer.call('get', args));
