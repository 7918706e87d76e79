/**
 * Recognizes the format of an evidence file from its first bytes, and says where in a file each message lies.
 */

export { skipBlankLines } from './blank-lines.ts';
export { isPropertyList, PROPERTY_LIST_BYTES, readEmlxCount } from './emlx.ts';
export {
  createListedItemCounter,
  type ListedItem,
  type ListedItemCounter,
} from './listed-items.ts';
export { readModifiedUtf7 } from './modified-utf7.ts';
export { createLayout, type Layout, type Placement, WHOLE_EVIDENCE } from './placement.ts';
export { type EvidenceFormat, RECOGNITION_BYTES, recogniseFormat } from './recognise.ts';
