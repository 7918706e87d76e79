import { MessageFrame } from '../../../../src/reviewer/frame/message-frame.ts';
import type { Reading } from '../../../../src/reviewer/frame/protocol.ts';

/** What tests drive: messages are opened as the reading pane opens them. */
const place = document.getElementById('place') ?? document.body;
let frames: MessageFrame[] = [];

async function open(base64: string, shows: boolean, masks: readonly string[] = []): Promise<Reading> {
  const frame = new MessageFrame(place, './reading/parser.html', 'Message');
  frames.push(frame);
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  const reading = await frame.read(bytes);
  if (shows && reading.formatted !== null) {
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

Object.assign(globalThis, { reading: { open, tryOpen, closeAll, frames: () => frames } });
