import type { ReaderItem } from '../protocol.ts';
import { toUnreadable } from '../walk.ts';
import { FileContent, type Spool } from './content.ts';
import { type ContentPlace, GuardedContent, Tally } from './layer.ts';
import type { MessagePort } from './message-port.ts';
import { readLayer } from './read-content.ts';
import { readMboxRange } from './read-mbox.ts';
import { Reading } from './reading.ts';
import type { Report } from './report.ts';

/** Reads one item of a task and says what became of every byte of it. `buffer` is lent to it. */
export async function readItem(
  item: ReaderItem,
  index: number,
  messages: MessagePort,
  report: Report,
  spool: Spool,
  buffer: Buffer,
): Promise<void> {
  const size = item.is === 'file' ? item.size : item.end - item.start;
  const reading = new Reading({
    report,
    spool,
    messages,
    readLayer,
    item: index,
    packedBytes: size,
    hashed: item.is === 'file' && messages.answer === null,
  });
  let content: FileContent;
  try {
    content =
      item.is === 'file' ? new FileContent(item.raw, buffer) : new FileContent(item.raw, buffer, item.start, item.end);
  } catch (cause) {
    const problem = toUnreadable(item.location, cause);
    reading.addProblem(problem.code, problem.place, problem.text);
    report.endItem(reading.toItem('unreadable'));
    return;
  }
  try {
    const guilt = report.guiltOfItem();
    if (guilt !== null) await quarantineWhole(reading, content, item, guilt);
    const format = guilt !== null ? 'quarantined' : await readParts(reading, content, item);
    if (reading.outer.size !== size) {
      const text = `Its size is no longer what it was when the run began (${size} bytes then, ${reading.outer.size} now); evidence must not change.`;
      reading.addProblem('changed-file', item.location, text);
    }
    report.endItem(reading.toItem(format));
  } finally {
    content.close();
  }
}

async function readParts(reading: Reading, content: FileContent, item: ReaderItem): Promise<string> {
  if (item.is === 'file') {
    const place: ContentPlace = {
      location: item.location,
      members: [],
      placement: item.placement,
    };
    return readLayer(reading, content, place);
  }
  await readMboxRange(reading, content, item);
  return 'mbox';
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
