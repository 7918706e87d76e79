import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { toMaskedText } from '../mask.ts';
import { FRAME_READY, type FrameAnswer, type FrameAsk, type FrameOrder, SHOWN_MESSAGE_BYTES } from '../protocol.ts';
import { toMasked } from './masked.ts';
import { type OpenedMessage, readMessage } from './read-message.ts';
import { Viewer } from './viewer.ts';

/**
 * The parser frame: an opaque origin without network. It is given one message, once, takes it apart and tells what is
 * in it; a page that wants to show another message makes another frame.
 */
let isTaken = false;

addEventListener('message', ({ data, origin, ports, source }) => {
  const order = data as Partial<FrameOrder> | null;
  const port = ports[0];
  // The page that holds this frame is of the origin that its files came from; the frame's own origin is opaque.
  if (isTaken || source !== parent || origin !== location.origin || port === undefined) return;
  if (order?.kind !== 'open' || !(order.bytes instanceof ArrayBuffer) || order.bytes.byteLength > SHOWN_MESSAGE_BYTES)
    return;
  isTaken = true;
  serve(port, new Uint8Array(order.bytes));
});

function serve(port: MessagePort, bytes: Uint8Array): void {
  const message = tryRead(bytes);
  if (message === null) {
    send(port, { kind: 'broken' });
    return;
  }
  const viewer = new Viewer(document);
  port.addEventListener('message', ({ data }) => answer(port, message, viewer, data as FrameAsk));
  port.start();
  send(port, { kind: 'read', reading: message.reading });
}

/** Nothing in a message may throw. If something does all the same, the page says so at once instead of waiting. */
function tryRead(bytes: Uint8Array): OpenedMessage | null {
  try {
    return readMessage(browserRuntime, bytes);
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

// A parent of another origin may learn that the frame is there, and nothing else.
parent.postMessage(FRAME_READY, '*');
