interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}

/** The address of a worker that vite builds on its own. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
