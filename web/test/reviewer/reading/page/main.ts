import { MessageFrame } from '../../../../src/reviewer/reading/frame/message-frame.ts';
import type { Reading } from '../../../../src/reviewer/reading/frame/protocol.ts';
import { FormattedParts } from '../../../../src/reviewer/reading/parser/formatted-body.ts';
import { InlinePictures } from '../../../../src/reviewer/reading/parser/inline-pictures.ts';

/** What tests drive: messages are opened as the reading pane opens them. */
const place = document.getElementById('place') ?? document.body;
let frames: MessageFrame[] = [];

async function open(base64: string, shows: boolean, masks: readonly string[] = []): Promise<Reading> {
  const frame = new MessageFrame(place, './reading/parser.html', 'Message');
  frames.push(frame);
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  const reading = await frame.read(bytes);
  if (shows && reading.formatted !== null && !reading.notes.includes('formatted-too-large')) {
    frame.element.hidden = false;
    await frame.show(masks);
  }
  return reading;
}

/** The word with which it failed, or the reading. */
async function tryOpen(base64: string, shows: boolean, masks?: readonly string[]): Promise<Reading | string> {
  try {
    return await open(base64, shows, masks);
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'odd';
  }
}

function closeAll(): void {
  for (const frame of frames) frame.close();
  frames = [];
}

/** What is left of html, without the cage around it. */
function sanitize(html: string): string {
  const parts = new FormattedParts(new InlinePictures([]));
  const body = parts.add(html);
  return `<style>${parts.css}</style>${body.outerHTML}`;
}

Object.assign(globalThis, { reading: { open, tryOpen, closeAll, sanitize, frames: () => frames } });
