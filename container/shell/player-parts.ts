/** One chunk: the player, the wall behind it, and the host side of every capability. */
export { createCapabilities } from '../capabilities/index.ts';
export { createPreparations } from '../screens/player/preparations.ts';

import '../screens/player/player-screen.ts';
