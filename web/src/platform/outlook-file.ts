import type { ReadOutlook } from '@candor/core/verify/received';
import { fetchChecked } from './later-files.ts';

export const readOutlookFile: ReadOutlook = async (bytes) => {
  await fetchChecked('outlook');
  const { readItem } = await import('./outlook-item.ts');
  return readItem(bytes);
};
