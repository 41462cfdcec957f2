/** What the hashing worker does for the page. Types only: the page and the worker each compile in their own realm. */
export interface HashingApi {
  /** Lower-case hexadecimal SHA-256, and the bytes back: they travel both ways by transfer, without a copy. */
  sha256(bytes: ArrayBuffer): Promise<{ readonly digest: string; readonly bytes: ArrayBuffer }>;
}
