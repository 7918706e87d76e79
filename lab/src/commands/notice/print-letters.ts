import { join } from 'node:path';
import { formatNoticeDay, toLanguage } from '@candor/core/notice';
import { writeDurableFile } from '../../adapters/durable-file.ts';
import { makeFolder } from '../../adapters/make-folder.ts';
import { openStateForReading } from '../../adapters/state-folder.ts';
import { openPress } from '../../adapters/typst.ts';
import { readParties } from '../../impact/count-impact.ts';
import { readImpactInputs } from '../../impact/impact-inputs.ts';
import { loadDisclosure } from '../../notice/disclosure.ts';
import { printLetter } from '../../notice/letter.ts';
import { findDetails } from '../../notice/party-ladder.ts';
import { assertPrintable } from '../../notice/printable.ts';
import { listDeliveries, listNotices, requireWave } from '../../notice/wave-store.ts';
import { requireLastVersion } from '../open-version.ts';

export interface PrintedLetters {
  readonly wave: number;
  readonly files: readonly string[];
  /** Parties of which the directory has no postal address. */
  readonly withoutAddress: readonly string[];
  /** Notices of the wave that no letter is needed for: mail to a working address is under way or was taken. */
  readonly reached: number;
}

/** Only for the owner: a letter names a party and holds its code. */
const letterMode = 0o600;

/**
 * Prints the notices of an approved wave as letters: those that no address was left for, or all. What is printed is the text that two people approved.
 * @throws Refusal for a wave that is not approved.
 */
export async function printLetters(
  statePath: string,
  order: { readonly wave: number | null; readonly party: string | null; readonly all: boolean; readonly out: string },
): Promise<PrintedLetters> {
  const state = await openStateForReading(statePath);
  const press = openPress();
  try {
    const { store } = state;
    const wave = await requireWave(store, order.wave);
    assertPrintable(wave);
    const { incident, notice: settings } = await loadDisclosure(store);
    const version = await requireLastVersion(state);
    const { directory } = readImpactInputs(incident, version.inputs);
    const parties = new Map((await readParties(store, version.version)).map((party) => [party.party, party]));
    const written = new Set(
      (await listDeliveries(store, wave.id)).filter(isUnderWay).map(({ notice_id }) => notice_id),
    );
    makeFolder(order.out);
    const files: string[] = [];
    const withoutAddress: string[] = [];
    let reached = 0;
    for (const notice of await listNotices(store, wave.id)) {
      if (notice.state !== 'approved') continue;
      if (order.party !== null && notice.party !== order.party && !notice.facts.party.domains.includes(order.party))
        continue;
      if (order.party === null && !order.all && written.has(notice.id)) {
        reached += 1;
        continue;
      }
      const party = parties.get(notice.party);
      const postal = party === undefined ? [] : findDetails(party, directory.parties).postal;
      if (postal.length === 0) withoutAddress.push(notice.party);
      const letter = {
        language: notice.language,
        sender: [settings.from.name],
        recipient: postal.length > 0 ? postal : [notice.facts.party.name ?? notice.facts.party.id],
        day: formatNoticeDay(toLanguage(notice.language) ?? settings.language, notice.issued_at),
        subject: notice.subject,
        text: notice.text,
        mark: notice.code,
      };
      const path = join(order.out, `notice-${notice.id}.pdf`);
      writeDurableFile(path, printLetter(press, letter, notice.issued_at), letterMode);
      files.push(path);
    }
    return { wave: wave.id, files, withoutAddress, reached };
  } finally {
    press.close();
    await state.close();
  }
}

function isUnderWay({ state }: { readonly state: string }): boolean {
  return state !== 'bounced' && state !== 'inhibited';
}
