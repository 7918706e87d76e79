/**
 * Recognises evidence files by their first bytes, and locates messages in them.
 */

export { isPropertyList, PROPERTY_LIST_BYTES, readEmlxCount } from './emlx.ts';
export {
  createListedItemCounter,
  type ListedItem,
  type ListedItemCounter,
} from './listed-items.ts';
export { createLayout, type Layout, type Placement, readModifiedUtf7, WHOLE_EVIDENCE } from './placement.ts';
export {
  EvidenceHead,
  isCalendar,
  isContacts,
  isEmlx,
  isMbox,
  isMessage,
  isTar,
  RECOGNITION_BYTES,
  readUtf16,
  skipBlankLines,
} from './recognise.ts';
