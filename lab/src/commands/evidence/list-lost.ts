import { findLostFiles, type LostFile } from '../../evidence/judged-file-store.ts';
import { withLastVersion } from '../open-version.ts';

/** Every file of evidence that an earlier exposure was judged from and the newest run did not read as it was, sorted by purpose, custodian and path. */
export function listLostFiles(statePath: string): Promise<LostFile[]> {
  return withLastVersion(statePath, async ({ store }) => {
    const files: LostFile[] = [];
    for await (const file of findLostFiles(store)) files.push(file);
    return files;
  });
}
