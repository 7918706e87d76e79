/**
 * The wall around the processes that read evidence: what of it was tried on this machine, and what may be said of it.
 */

export { findNetworkWall } from '../reader-child.ts';
export { sayWall, toWallWords } from './wall.ts';
