import { type Opening, toOpeningText, toProofText } from '@candor/core/ledger';
import { ExportFile } from '../../adapters/export-file.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForChecking, type StateFolder } from '../../adapters/state-folder.ts';
import { openAll, openForParty, proveEntry } from '../../transparency/index.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/**
 * Writes the openings of one party's entries, or of all for an auditor (docs/formats/log.md), and gives their number.
 * They are for these eyes alone.
 */
export async function openEntries(statePath: string, party: string | null, out: string): Promise<number> {
  const state = await openStateForChecking(statePath);
  try {
    const openings: AsyncIterable<Opening> =
      party === null ? openAll(state.store) : openForParty(state.store, await findIds(state, party));
    const file = new ExportFile(out);
    let count = 0;
    for await (const opening of openings) {
      file.write(`${toOpeningText(opening)}\n`);
      count += 1;
    }
    file.end();
    return count;
  } finally {
    await state.close();
  }
}

/**
 * Every id that a party goes or went by. @throws Refusal for one that is not known: its file would look like that of a
 * party without entries.
 */
async function findIds(state: StateFolder, id: string): Promise<ReadonlySet<string>> {
  const { version } = await requireLastVersion(state);
  const { party, mergedIds } = await findStoredParty(state.store, version, id);
  return new Set([party, ...mergedIds]);
}

/** The proof of one entry as the text of a file; written to `out` where that is given. */
export async function proveLogEntry(
  statePath: string,
  index: number,
  isBare: boolean,
  out: string | null,
): Promise<string> {
  const state = await openStateForChecking(statePath);
  try {
    const text = toProofText(await proveEntry(state.store, createNodeRuntime(), index, isBare));
    if (out !== null) {
      const file = new ExportFile(out);
      file.write(text);
      file.end();
    }
    return text;
  } finally {
    await state.close();
  }
}
