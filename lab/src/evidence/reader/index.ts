/**
 * What runs inside of a confined process: `serveTasks` answers the tasks that the process outside sends.
 */
export { MAILBOX_FORMATS } from './formats/registry.ts';
export type { MessageConsumer } from './message-port.ts';
export { readRtf } from './outlook/rtf-body.ts';
export { serveTasks } from './serve-tasks.ts';
