/** What the shell provides to screens beside the stores, each under a name of its own. */
import { createContext } from '@lit/context';
import type { NativeShell } from '../services/native-shell/index.ts';
import type { PackageStore } from '../services/package-store/index.ts';
import type { RegistryClient } from '../services/registry/index.ts';
import type { Store } from './store.ts';
import type { TrustState } from './trust.ts';

export const registryContext = createContext<RegistryClient>('portico-registry');
export const onlineContext = createContext<Store<boolean>>('portico-online');
export const nativeShellContext = createContext<NativeShell>('portico-native-shell');
export const trustContext = createContext<TrustState>('portico-trust');
/** Loaded with the first app that opens. */
export const packagesContext = createContext<() => Promise<PackageStore>>('portico-packages');
