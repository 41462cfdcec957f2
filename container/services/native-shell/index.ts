export { createNativeShell } from './create-native-shell.ts';
export type {
  CodeKind,
  HapticKind,
  NativeDevice,
  NativeFeature,
  NetworkState,
  Place,
  ScannedCode,
} from './native-device.ts';
export type { NativeShell } from './native-shell.ts';
