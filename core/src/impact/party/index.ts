/**
 * The directory of known organizations, and which party an address belongs to. `readDirectory` never throws: oddities
 * are problems.
 */

export type { PartyProfile } from '../party-profile.ts';
export {
  type Contact,
  type Directory,
  type DirectoryDetails,
  EMPTY_DIRECTORY,
  type PartyKind,
  type Relation,
} from './directory.ts';
export { type DirectoryContext, MAX_DIRECTORY_ROWS, readDirectory } from './read-directory.ts';
