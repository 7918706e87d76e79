import type { ReadOutlook } from '@candor/core/verify/received';

/** The library is only loaded when an Outlook file is dropped. */
export const readOutlookFile: ReadOutlook = async (bytes) => {
  const { readItem } = await import('./outlook-item.ts');
  return readItem(bytes);
};
