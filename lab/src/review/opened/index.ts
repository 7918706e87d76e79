/**
 * A release opened again on disk, for a party without the reviewer app.
 */
export { openRelease, type Verified } from './open-release.ts';
export { makeOpenedFolder } from './write-opened.ts';
