/**
 * The reviewer app as it is published, and its entry in the log.
 */
export { logApp } from './log-app.ts';
export { isAppFile, type MadeApp, makeApp } from './make-app.ts';
export { writeApp } from './write-app.ts';
