/**
 * Says who is notified in a wave and of what, the record of each notice, and the wave's Merkle tree
 * (docs/formats/wave.md).
 */

export {
  type Draft,
  type DraftedWave,
  draftWave,
  isRepeating,
  mustNotify,
  type OmissionReason,
  type PartyNow,
  type SentNotice,
  type WaveOrder,
} from './draft-wave.ts';
export { compareFigures, countRise, type FigureDifference, keepSearchResults } from './figure-difference.ts';
export {
  commitFound,
  cutFoundList,
  type FoundFacts,
  type FoundList,
  type FoundMessage,
  type RecordedFound,
  recordFound,
  toFoundList,
  toFoundMessage,
} from './found-list.ts';
export {
  commitAddresses,
  commitNotice,
  NOTICE_SALT_BYTES,
  type NoticeRecord,
  type NoticeSender,
  type RecordedAddresses,
  type RecordedNotice,
  toNoticeRecord,
  toRecordText,
} from './notice-record.ts';
export {
  buildPartySet,
  type CountedLeaf,
  type CountedParty,
  computePartySetRoot,
  isPartyOf,
  PARTY_SALT_BYTES,
  PARTY_SET_DEPTH,
  PARTY_SET_POSITIONS,
  type RecordBinding,
  toCountedText,
} from './party-set.ts';
export { type RefereedDraft, type RefereeQuestion, refereeDrafts } from './referee.ts';
export {
  cutSiteLists,
  findListFaults,
  type ListedFacts,
  type ListRoom,
  recordLists,
  type SiteLists,
  toListSalt,
  toSiteLists,
} from './site-lists.ts';
export { readManifestText, toManifestText, type WaveManifest } from './wave-manifest.ts';
export {
  buildWaveTree,
  computeWaveRoot,
  WAVE_TREE_DEPTH,
  WAVE_TREE_POSITIONS,
  type WaveLeaf,
  type WaveTree,
} from './wave-tree.ts';
