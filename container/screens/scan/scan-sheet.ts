/** Reads a code with the camera, or from a photo where there is none. The app sees neither the camera nor the photo. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { PorticoError } from '../../../sandbox/contract/index.ts';
import type { CodeKind, ScannedCode } from '../../services/native-shell/index.ts';
import type { Scanner } from '../../services/scanning.ts';
import { problemWords } from '../../state/problem-words.ts';
import type { Asker } from '../../state/sheets.ts';
import '../../ui/icon.ts';
import '../../ui/sheet.ts';
import { base, buttons } from '../../ui/styles.ts';
import { type Camera, openCamera } from './camera.ts';
import { scanStyles } from './scan-styles.ts';

/** Between two looks: quick enough to feel at once, slow enough to leave the phone cool. */
const LOOK_EVERY_MS = 120;

@customElement('scan-sheet')
@localized()
export class ScanSheet extends LitElement {
  static override styles = [base, buttons, scanStyles];

  @property({ attribute: false }) asker: Asker | undefined;
  @property({ attribute: false }) kinds: readonly CodeKind[] = ['qr', 'barcode'];
  /** Starts the worker that reads. */
  @property({ attribute: false }) start: (() => Scanner) | undefined;
  @property({ attribute: false }) settled: ((code: ScannedCode | undefined) => void) | undefined;

  @query('video') private readonly video!: HTMLVideoElement | null;
  @query('input') private readonly chooser!: HTMLInputElement;
  @state() private camera: Camera | undefined;
  @state() private lit = false;
  @state() private problem = '';
  @state() private seeing = false;
  private scanner: Scanner | undefined;
  private readonly ending = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.scanner = this.start?.();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
    this.camera?.stop();
    this.scanner?.stop();
  }

  private async look(): Promise<void> {
    try {
      const camera = await openCamera(navigator);
      if (this.ending.signal.aborted) return camera.stop();
      this.camera = camera;
      await this.updateComplete;
      if (!this.video) return;
      this.video.srcObject = camera.stream;
      await this.video.play();
      this.seeing = true;
      await this.lookOn(this.video);
    } catch (error) {
      if (!this.ending.signal.aborted) this.problem = wordsOf(error);
    }
  }

  private async lookOn(video: HTMLVideoElement): Promise<void> {
    while (!this.ending.signal.aborted) {
      const found = await this.scanner?.read(await createImageBitmap(video), this.kinds);
      if (found) return this.found(found);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  private found(code: ScannedCode): void {
    if (this.ending.signal.aborted) return;
    if ('vibrate' in navigator) navigator.vibrate(30);
    this.settled?.(code);
  }

  private async readPhoto(): Promise<void> {
    const [photo] = this.chooser.files ?? [];
    this.chooser.value = '';
    if (!photo) return;
    this.problem = '';
    try {
      const picture = await createImageBitmap(photo).catch((cause: unknown) => {
        throw new PorticoError('ERR_CAPABILITY_NOT_A_PICTURE', { cause });
      });
      const found = await this.scanner?.read(picture, this.kinds);
      if (found) this.found(found);
      else this.problem = msg('这张图片里没有找到码。', { id: 'scan.none' });
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  private async light(): Promise<void> {
    try {
      await this.camera?.light(!this.lit);
      this.lit = !this.lit;
    } catch {
      this.problem = msg('手电筒无法打开。', { id: 'scan.no-torch' });
    }
  }

  protected override render() {
    return html`<portico-sheet
      heading=${msg('扫一扫', { id: 'scan.title' })}
      close-label=${msg('关闭', { id: 'action.close' })}
      @dismiss=${() => this.settled?.(undefined)}
    >
      <p class="lead">
        ${msg(str`将码放入框内。“${this.asker?.name ?? ''}”只会得到码的内容，看不到画面。`, { id: 'scan.lead' })}
      </p>
      <div class="view">
        ${
          this.camera
            ? html`<video playsinline muted aria-label=${msg('相机画面', { id: 'scan.view' })}></video>`
            : html`<portico-icon name="camera"></portico-icon>`
        }
        <span class="frame ${this.seeing ? 'seeing' : ''}" aria-hidden="true"></span>
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="actions">
        <button class="button" type="button" @click=${() => this.chooser.click()}>
          <portico-icon name="picture"></portico-icon>${msg('从相册选择', { id: 'scan.photo' })}
        </button>
        ${
          this.camera?.hasTorch
            ? html`<button class="button" type="button" aria-pressed=${this.lit} @click=${this.light}>
                <portico-icon name="torch"></portico-icon>${msg('手电筒', { id: 'scan.torch' })}
              </button>`
            : nothing
        }
      </div>
      <input type="file" accept="image/*" hidden @change=${this.readPhoto} />
    </portico-sheet>`;
  }
}

function wordsOf(error: unknown): string {
  const code = error instanceof PorticoError ? error.code : undefined;
  if (code === 'ERR_CAPABILITY_DENIED')
    return msg('没有相机权限。请在系统设置中允许，或从相册选择。', { id: 'scan.denied' });
  if (code === 'ERR_CAPABILITY_UNSUPPORTED')
    return msg('此设备没有可用的相机，请从相册选择。', { id: 'scan.no-camera' });
  if (code === 'ERR_CAPABILITY_NOT_A_PICTURE') return msg('这不是可以识别的图片。', { id: 'scan.not-a-picture' });
  if (code === 'ERR_CAPABILITY_UNAVAILABLE') return msg('相机暂时不可用，请稍后再试。', { id: 'scan.unavailable' });
  return problemWords(error);
}

declare global {
  interface HTMLElementTagNameMap {
    'scan-sheet': ScanSheet;
  }
}
