/**
 * The wall around the processes that read evidence: how they are started, what of it was tried on this machine, and
 * what may be said of it.
 */

export { ESCAPE_KINDS, type EscapeKind, isEscapeKind } from './escapes.ts';
export { findWall, toPermissions, Wall } from './find-wall.ts';
export { toRaw, type WalledPlaces } from './places.ts';
export { toProgramFolder, writeReaderProgram } from './reader-program.ts';
export { sayWall, toWallWords, type WallTrial } from './wall.ts';
