import { assertNever, formatCount } from '@candor/core/base';
import type { FileItem, MessageItem, RangeItem, ReaderItem } from '../protocol.ts';
import { toUnreadable } from '../walk.ts';
import { FileContent, type Spool } from './content.ts';
import { mbox, message } from './formats/text-mail.ts';
import { type ContentPlace, GuardedContent, Tally } from './layer.ts';
import type { MessagePort } from './message-port.ts';
import { readLayer } from './read-content.ts';
import { readMboxRange } from './read-mbox.ts';
import { readMessage } from './read-message.ts';
import { Reading } from './reading.ts';
import type { Report } from './report.ts';
import { UnpackBudget } from './unpack-budget.ts';

/** Reads one item of a task and accounts for every byte. `buffer` is reused. */
export async function readItem(
  item: ReaderItem,
  index: number,
  messages: MessagePort,
  report: Report,
  spool: Spool,
  buffer: Buffer,
): Promise<void> {
  const size = toSize(item);
  const reading = new Reading({
    report,
    spool,
    messages,
    readLayer,
    item: index,
    hashed: item.is === 'file' && messages.answer === null,
  });
  let content: FileContent;
  try {
    content = openContent(item, buffer);
  } catch (cause) {
    const problem = toUnreadable(item.location, cause);
    reading.addProblem(problem.code, problem.place, problem.text);
    report.endItem(reading.toUnreadItem(item.is === 'range' ? item.start : 0, size));
    return;
  }
  try {
    if (item.is === 'message') {
      await readOne(reading, content, item);
      report.endItem(reading.toItem(message.name));
      return;
    }
    const guilt = report.guiltOfItem();
    if (guilt !== null) await quarantineWhole(reading, content, item, guilt);
    const format = guilt !== null ? 'quarantined' : await readParts(reading, content, item);
    if (reading.outer.size !== size) {
      const text = `Its size changed since the run began (${formatCount(size)} bytes then, ${formatCount(reading.outer.size)} now); evidence must not change.`;
      reading.addProblem('changed-file', item.location, text);
    }
    report.endItem(reading.toItem(format));
  } finally {
    content.close();
  }
}

function toSize(item: ReaderItem): number {
  switch (item.is) {
    case 'file':
      return item.size;
    case 'range':
      return item.end - item.start;
    case 'message':
      return item.length;
    default:
      return assertNever(item);
  }
}

function openContent(item: ReaderItem, buffer: Buffer): FileContent {
  if (item.is === 'file') return new FileContent(item.raw, buffer);
  const [start, end] = item.is === 'range' ? [item.start, item.end] : [item.offset, item.offset + item.length];
  return new FileContent(item.raw, buffer, start, end);
}

/** A single message. Its file is not accounted for: the caller knows it, and verifies the message by digest. */
async function readOne(reading: Reading, content: FileContent, item: MessageItem): Promise<void> {
  const guilt = reading.report.guiltOfItem();
  const admission = reading.report.admitUnit();
  const reason = admission.is === 'guilty' ? admission.reason : guilt;
  if (reason !== null) {
    reading.addProblem('reader-died', item.location, `This message was not read (${reason}); it is quarantined.`);
  } else if (admission.is === 'read') {
    const { location, offset } = item;
    readMessage(reading, content.chunks(), {
      location,
      folder: null,
      members: [],
      offset,
      times: null,
      draft: false,
      takeout: false,
    });
    await reading.settleKept();
  }
}

async function readParts(reading: Reading, content: FileContent, item: FileItem | RangeItem): Promise<string> {
  if (item.is === 'file') {
    const place: ContentPlace = {
      location: item.location,
      members: [],
      placement: item.placement,
      budget: UnpackBudget.ofFile(item.size),
    };
    return readLayer(reading, content, place);
  }
  await readMboxRange(reading, content, item);
  return mbox.name;
}

async function quarantineWhole(reading: Reading, content: FileContent, item: ReaderItem, guilt: string): Promise<void> {
  const tally = new Tally();
  const guarded = new GuardedContent(content, reading.spool, (chunk) => reading.hashChunk(chunk));
  await guarded.drain();
  tally.size = guarded.size;
  reading.quarantine(tally, 0, guarded.size, guilt);
  reading.outer.add(tally);
  reading.addProblem('reader-died', item.location, `It could not be read (${guilt}); it is quarantined whole.`);
}
