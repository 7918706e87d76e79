import { fetchChecked } from '../../platform/later-files.ts';

type Differences = typeof import('./differences.ts');

let loaded: Differences | null = null;

/** Comes with the first message that is compared: most readers first look up a code. */
export async function loadDifferences(): Promise<void> {
  await fetchChecked('comparison');
  loaded ??= await import('./differences.ts');
}

/** No answer is compared before they are loaded (page.ts). */
export function differences(): Differences {
  if (loaded === null) throw new Error('a compared answer is shown before what shows it was loaded');
  return loaded;
}
