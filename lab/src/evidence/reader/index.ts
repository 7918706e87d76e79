/**
 * What runs inside of a confined process: `serveTasks` answers the tasks that the process outside sends.
 */
export { MAILBOX_FORMATS } from './formats/registry.ts';
export { gunzip } from './gunzip.ts';
export type { MessageConsumer } from './message-port.ts';
export { readMsgAsMail } from './outlook/msg-as-mail.ts';
export { readRtf } from './outlook/rtf-body.ts';
export { serveTasks } from './serve-tasks.ts';
