/** A frame whose loader is on its way, made while the container is idle or when a finger comes down on a tile. */
export interface PrewarmedFrame {
  readonly mount: HTMLElement;
  readonly frameUrl: string;
  /** Removes the frame. Harmless after a realm took it over. */
  discard(): void;
}
