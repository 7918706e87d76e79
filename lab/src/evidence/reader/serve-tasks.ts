import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { isBoolean, readShape, type Shape } from '../../adapters/store/stored-json.ts';
import type { ReaderTask } from '../protocol.ts';
import { CHUNK_BYTES, Spool } from './content.ts';
import { createMessagePort, type ReaderWork } from './message-port.ts';
import { readItem } from './read-item.ts';
import { Report } from './report.ts';

/**
 * The body of a reader process: tasks come as lines on stdin, answers go to stdout (protocol.ts). It ends when stdin
 * does.
 */
export async function serveTasks(work: ReaderWork): Promise<void> {
  // stdout is the protocol's: a library that prints must not break it.
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[method] = () => {};
  const spoolFolder = process.argv[2] ?? null;
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  // Created once: per-task functions would be compiled again for each task.
  const runtime = createNodeRuntime();
  const withoutQuestions = createMessagePort(runtime, null, work);
  const readTask = async (task: ReaderTask): Promise<void> => {
    const report = new Report(task);
    const spool = new Spool(spoolFolder);
    const messages = task.questions === null ? withoutQuestions : createMessagePort(runtime, task.questions, work);
    for (const [index, item] of task.items.entries()) {
      if (report.beginItem(index)) await readItem(item, index, messages, report, spool, buffer);
      spool.clear();
    }
    report.end();
  };
  let held: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      held.push(chunk.subarray(from, at));
      const line = Buffer.concat(held).toString('utf8');
      held = [];
      from = at + 1;
      const task = readShape(isTask, line);
      if (task === null) throw new Error('the lab sent something that is not a task');
      await readTask(task);
    }
    held.push(chunk.subarray(from));
  }
}

/** The lab is this same program: one member tells its tasks from anything else. */
const isTask: Shape<ReaderTask> = (value): value is ReaderTask =>
  typeof value === 'object' && value !== null && 'careful' in value && isBoolean(value.careful);
