/**
 * The reviewer app as it is published, and its entry in the log.
 */
export { isAppFile, logApp, type MadeApp, makeApp, writeApp } from './make-app.ts';
