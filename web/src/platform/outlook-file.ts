import type { ReadOutlook } from '@candor/core/verify/received';

/** The library is loaded when somebody drops an Outlook file, and by nobody else. */
export const readOutlookFile: ReadOutlook = async (bytes) => {
  const { readItem } = await import('./outlook-item.ts');
  return readItem(bytes);
};
