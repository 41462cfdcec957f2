/** What the scanning worker does for the page. Types only: the page and the worker each compile in their own realm. */
export interface ScanningApi {
  /** `picture` comes by transfer and is closed here. */
  read(
    picture: ImageBitmap,
    kinds: readonly ('qr' | 'barcode')[],
  ): Promise<{ readonly text: string; readonly format: string } | undefined>;
}
