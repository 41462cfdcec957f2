/** The address of a file that vite serves as it is. */
declare module '*?url' {
  const address: string;
  export default address;
}
