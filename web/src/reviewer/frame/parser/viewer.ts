import { showPage } from './markup-policy.ts';
import { toViewerPage } from './viewer-page.ts';

/**
 * The viewer zone: a frame inside the parser frame, of an opaque origin of its own, with no permission at all. A new
 * one for each page that is shown.
 */
export class Viewer {
  readonly #document: Document;
  #frame: HTMLIFrameElement | null = null;

  constructor(document: Document) {
    this.#document = document;
    for (const { style } of [document.documentElement, document.body]) {
      style.margin = '0';
      style.height = '100%';
    }
  }

  /** Until what is shown has loaded. */
  show(title: string, css: string, bodies: readonly Element[]): Promise<void> {
    this.#frame?.remove();
    const frame = this.#document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.setAttribute('title', title);
    Object.assign(frame.style, { border: '0', width: '100%', height: '100%', display: 'block' });
    showPage(frame, toViewerPage(title, css, bodies));
    this.#frame = frame;
    return new Promise((settle) => {
      frame.addEventListener('load', () => settle(), { once: true });
      this.#document.body.append(frame);
    });
  }
}
