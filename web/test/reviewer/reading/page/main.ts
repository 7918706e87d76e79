import { MessageFrame } from '../../../../src/reviewer/reading/frame/message-frame.ts';
import type { Reading } from '../../../../src/reviewer/reading/frame/protocol.ts';

/** What tests drive: messages are opened as the reading pane opens them. */
const place = document.getElementById('place') ?? document.body;
let frames: MessageFrame[] = [];
/** How long the last one took, from its bytes on: how they come to a page under test is the test's own affair. */
let tookMs = 0;

async function open(base64: string, shows: boolean, masks: readonly string[] = []): Promise<Reading> {
  const frame = new MessageFrame(place, './reading/parser.html', 'Message');
  frames.push(frame);
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  const begun = performance.now();
  const reading = await frame.read(bytes);
  if (shows && reading.formatted !== null) {
    frame.element.hidden = false;
    await frame.show(masks);
  }
  tookMs = performance.now() - begun;
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

Object.assign(globalThis, { reading: { open, tryOpen, closeAll, frames: () => frames, tookMs: () => tookMs } });
