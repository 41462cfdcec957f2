/** The device's camera for the time of a sheet. */
import { PorticoError } from '../../../sandbox/contract/index.ts';

/** Not in TypeScript's DOM library. */
interface TorchConstraints extends MediaTrackConstraintSet {
  readonly torch?: boolean;
}

export interface Camera {
  readonly stream: MediaStream;
  readonly hasTorch: boolean;
  light(on: boolean): Promise<void>;
  stop(): void;
}

/** ERR_CAPABILITY_DENIED, ERR_CAPABILITY_UNSUPPORTED (no camera), ERR_CAPABILITY_UNAVAILABLE (another app has it). */
export async function openCamera({ mediaDevices }: Navigator): Promise<Camera> {
  if (!mediaDevices) throw new PorticoError('ERR_CAPABILITY_UNSUPPORTED');
  const video = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } };
  const stream = await mediaDevices.getUserMedia({ video, audio: false }).catch((cause: unknown) => {
    throw new PorticoError(codeOf(cause), { cause });
  });
  const [track] = stream.getVideoTracks();
  const abilities = track?.getCapabilities?.() as { readonly torch?: boolean } | undefined;
  return {
    stream,
    hasTorch: abilities?.torch === true,
    async light(torch) {
      const wish: TorchConstraints = { torch };
      await track?.applyConstraints({ advanced: [wish] });
    },
    stop() {
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

function codeOf(cause: unknown) {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'ERR_CAPABILITY_DENIED';
  return name === 'NotFoundError' || name === 'OverconstrainedError'
    ? 'ERR_CAPABILITY_UNSUPPORTED'
    : 'ERR_CAPABILITY_UNAVAILABLE';
}
