/** Rows of what takes long, and the locks that say whether its process is alive. Nothing here starts a process. */
export { holdConsole, holdJob, isJobGone } from './job-lock.ts';
