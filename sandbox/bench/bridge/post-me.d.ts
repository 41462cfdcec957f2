/** The part of post-me that the bench uses: its package tells TypeScript nothing about the module that a bundler takes. */
declare module 'post-me' {
  type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;
  export class PortMessenger {
    constructor(options: { readonly port: MessagePort });
  }
  export interface Connection {
    remoteHandle(): { call(method: string, ...args: unknown[]): Promise<unknown> };
  }
  export function ParentHandshake(messenger: PortMessenger, methods: Methods): Promise<Connection>;
  export function ChildHandshake(messenger: PortMessenger): Promise<Connection>;
}
