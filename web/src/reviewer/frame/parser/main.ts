import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { maskText, toMaskedText } from '../mask.ts';
import {
  type FoundPlace,
  FRAME_READY,
  type FrameAnswer,
  type FrameAsk,
  type FrameOrder,
  SHOWN_MESSAGE_BYTES,
} from '../protocol.ts';
import { endsLine } from './html-text.ts';
import { showPage } from './markup-policy.ts';
import { type OpenedMessage, readMessage } from './read-message.ts';
import { toViewerPage } from './viewer-page.ts';

/** Attributes for names, places or colours; others may contain words that a browser shows. */
const NO_WORDS = new Set(['class', 'id', 'style', 'src', 'width', 'height']);

/**
 * The viewer: a sandboxed frame inside the parser frame, with its own opaque origin and no permission. A new one for
 * each page shown.
 */
class Viewer {
  readonly #document: Document;
  #frame: HTMLIFrameElement | null = null;

  constructor(document: Document) {
    this.#document = document;
    for (const { style } of [document.documentElement, document.body]) {
      style.margin = '0';
      style.height = '100%';
    }
  }

  /** Until the shown page has loaded. */
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

/**
 * The parser frame: an opaque origin without network. It receives one message once, parses it and describes its
 * content; another message needs another frame.
 */
let isTaken = false;

addEventListener('message', ({ data, origin, ports, source }) => {
  const order = data as Partial<FrameOrder> | null;
  const port = ports[0];
  // The page with this frame has the origin of its files; the frame's own origin is opaque.
  if (isTaken || source !== parent || origin !== location.origin || port === undefined) return;
  if (order?.kind !== 'open' || !(order.bytes instanceof ArrayBuffer) || order.bytes.byteLength > SHOWN_MESSAGE_BYTES)
    return;
  isTaken = true;
  serve(port, new Uint8Array(order.bytes), order.places ?? []);
});

function serve(port: MessagePort, bytes: Uint8Array, places: readonly FoundPlace[]): void {
  const message = tryRead(bytes, places);
  if (message === null) {
    send(port, { kind: 'broken' });
    return;
  }
  const viewer = new Viewer(document);
  port.addEventListener('message', ({ data }) => answer(port, message, viewer, data as FrameAsk));
  port.start();
  send(port, { kind: 'read', reading: message.reading });
}

/** Nothing in a message may throw. If it does anyway, the page learns so at once. */
function tryRead(bytes: Uint8Array, places: readonly FoundPlace[]): OpenedMessage | null {
  try {
    return readMessage(browserRuntime, bytes, places);
  } catch (cause) {
    console.error(cause);
    return null;
  }
}

function answer(port: MessagePort, message: OpenedMessage, viewer: Viewer, ask: FrameAsk): void {
  if (ask.kind === 'attachment') {
    const bytes = message.parts[ask.index]?.bytes.slice().buffer;
    if (bytes === undefined) return;
    port.postMessage({ kind: 'attachment', index: ask.index, bytes } satisfies FrameAnswer, [bytes]);
  } else if (ask.kind === 'show' && message.formatted !== null) {
    const { css, bodies } = message.formatted;
    const { shown, masked } = toMasked(bodies, ask.masks);
    void viewer
      .show(toMaskedText(message.reading.head.subject, ask.masks), css, shown)
      .then(() => send(port, { kind: 'shown', masked }));
  }
}

function send(port: MessagePort, message: FrameAnswer): void {
  port.postMessage(message);
}

// A parent of another origin only learns that the frame exists.
parent.postMessage(FRAME_READY, '*');

interface MaskedBodies {
  readonly shown: readonly HTMLElement[];
  /** The secrets masked in them. */
  readonly masked: readonly string[];
}

/** A copy of the elements with these words masked, also where markup is inside a word. */
function toMasked(bodies: readonly HTMLElement[], masks: readonly string[]): MaskedBodies {
  if (masks.length === 0) return { shown: bodies, masked: [] };
  const found = new Set<string>();
  const shown = bodies.map((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    for (const run of listRuns(copy)) maskRun(run, masks, found);
    for (const element of copy.querySelectorAll('*')) maskAttributes(element, masks);
    return copy;
  });
  return { shown, masked: [...found] };
}

/** Texts that read without a break, with their neighbours. Hidden elements do not break text. */
function listRuns(root: HTMLElement): readonly (readonly Text[])[] {
  const runs: Text[][] = [[]];
  const walk = (node: Node): void => {
    // A parser nests at most 512 elements, so recursion is safe.
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) runs.at(-1)?.push(child as Text);
      else if (child.nodeType === Node.ELEMENT_NODE) walkElement(child as HTMLElement);
    }
  };
  const walkElement = (element: HTMLElement): void => {
    const isBreak = endsLine(element.localName);
    if (isHidden(element)) {
      const around = runs.pop() ?? [];
      runs.push([]);
      walk(element);
      runs.push(around);
      return;
    }
    if (isBreak) runs.push([]);
    walk(element);
    if (isBreak) runs.push([]);
  };
  walk(root);
  return runs;
}

function isHidden({ hidden, style }: HTMLElement): boolean {
  return (
    Boolean(hidden) ||
    style?.display === 'none' ||
    style?.visibility === 'hidden' ||
    /^0(?:\D|$)/.test(style?.fontSize ?? '')
  );
}

function maskRun(run: readonly Text[], masks: readonly string[], found: Set<string>): void {
  const pieces = maskText(run.map(({ data }) => data).join(''), masks);
  if (pieces.every(({ isMasked }) => !isMasked)) return;
  const parts: (Node | string)[][] = run.map(() => []);
  const starts: number[] = [];
  let length = 0;
  for (const { data } of run) {
    starts.push(length);
    length += data.length;
  }
  let at = 0;
  let from = 0;
  for (const piece of pieces) {
    const end = from + piece.text.length;
    while (at + 1 < run.length && (starts[at + 1] ?? 0) <= from) at += 1;
    if (piece.isMasked) {
      found.add(piece.secret);
      const mark = run[at]?.ownerDocument.createElement('mark');
      if (mark === undefined) continue;
      mark.textContent = piece.shown;
      // The complete mask is placed where the secret starts.
      parts[at]?.push(mark);
    } else
      for (let text = at; text < run.length && (starts[text] ?? 0) < end; text += 1) {
        const start = starts[text] ?? 0;
        parts[text]?.push(run[text]?.data.slice(Math.max(0, from - start), end - start) ?? '');
      }
    from = end;
  }
  for (const [index, text] of run.entries()) text.replaceWith(...(parts[index] ?? []));
}

function maskAttributes(element: Element, masks: readonly string[]): void {
  for (const { name, value } of element.attributes) {
    if (NO_WORDS.has(name)) continue;
    const shown = toMaskedText(value, masks);
    if (shown !== value) element.setAttribute(name, shown);
  }
}
