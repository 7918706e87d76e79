import { join } from 'node:path';
import { writeDurableFile } from '../../adapters/files/durable-file.ts';
import { makeFolder } from '../../adapters/files/make-folder.ts';
import { openTypesetter } from '../../adapters/files/typst.ts';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { findDetails } from '../../notice/contacts/index.ts';
import { readHolds } from '../../notice/delivery/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { chooseForm, type LetterForm, toLetterHead, typesetLetter } from '../../notice/letters/index.ts';
import { listDeliveries, listNotices, requireWave } from '../../notice/store/wave-store.ts';
import { assertPrintable } from '../../notice/wave/index.ts';
import { requireLastVersion } from '../open-version.ts';
import { toPostedList } from './posted-list.ts';

export interface PrintedLetters {
  readonly wave: number;
  readonly files: readonly string[];
  /** Paper and window envelope. */
  readonly form: LetterForm;
  /** Letters of more than two sheets. */
  readonly long: readonly string[];
  /** Parties without a postal address in the directory. */
  readonly withoutAddress: readonly string[];
  /**
   * Notices that no letter was printed for, by how far mail is that was neither bounced nor inhibited; of several
   * messages the furthest counts.
   */
  readonly byMail: Readonly<Record<MailStanding, number>>;
  /** Notices that no letter was printed for, because one was posted. */
  readonly posted: number;
  /** The list for recording them once posted; null without letters. */
  readonly list: string | null;
  /** Notices to parties under a hold, with the reason. */
  readonly held: readonly { readonly notice: number; readonly why: string }[];
  /** Notices for the party that was asked for, where they are withdrawn. */
  readonly withdrawn: readonly number[];
}

/** Only what a server took says anything of an address; `under-way` is whatever has yet to be sent, or sent again. */
type MailStanding = 'accepted' | 'uncertain' | 'under-way';

/** Only for the owner: a letter names a party and holds its code. */
const letterMode = 0o600;

/**
 * Prints the notices of an approved wave as letters: those that no address was left for and no letter was posted of, or
 * all. What is printed is the text that two people approved.
 * @throws Refusal for a wave that is not approved.
 */
export async function printLetters(
  state: StateFolder,
  order: {
    readonly wave: number | null;
    readonly party: string | null;
    readonly all: boolean;
    readonly out: string;
    /** Null: that of the country in `notice.sender.postal`. */
    readonly form: LetterForm | null;
  },
): Promise<PrintedLetters> {
  const press = openTypesetter();
  try {
    const { store } = state;
    const wave = await requireWave(store, order.wave);
    assertPrintable(wave);
    const disclosure = await loadDisclosure(store);
    const { incident, notice: settings } = disclosure;
    const version = await requireLastVersion(state);
    const { directory } = readImpactInputs(incident, version.inputs);
    const parties = new Map((await readParties(store, version.version)).map((party) => [party.party, party]));
    const holds = await readHolds(store, now());
    const held: { notice: number; why: string }[] = [];
    const mailed = findStandings(await listDeliveries(store, wave.id));
    const form = order.form ?? chooseForm(settings.sender.postal);
    makeFolder(order.out);
    const printed: { readonly notice: number; readonly party: string; readonly file: string }[] = [];
    let posted = 0;
    const long: string[] = [];
    const withoutAddress: string[] = [];
    const withdrawn: number[] = [];
    const byMail = { accepted: 0, uncertain: 0, 'under-way': 0 };
    const notices = await listNotices(store, wave.id);
    const named = new Set(notices.flatMap(({ isGuessed, party }) => (isGuessed ? [] : [party])));
    for (const notice of notices) {
      // A letter goes to the party itself: a guessed mailbox's notice beside a given contact's says less.
      if (notice.isGuessed && named.has(notice.party)) continue;
      if (order.party !== null && notice.party !== order.party && !notice.facts.party.domains.includes(order.party))
        continue;
      if (notice.state !== 'approved') {
        if (order.party !== null && notice.state === 'withdrawn') withdrawn.push(notice.id);
        continue;
      }
      // Paper is a way out like any other.
      const why = await holds.find(notice.party, '');
      if (why !== null) {
        held.push({ notice: notice.id, why });
        continue;
      }
      if (order.party === null && !order.all && notice.posting !== null) {
        posted += 1;
        continue;
      }
      const standing = mailed.get(notice.id);
      if (order.party === null && !order.all && standing !== undefined) {
        byMail[standing] += 1;
        continue;
      }
      const party = parties.get(notice.party);
      const postal = party === undefined ? [] : findDetails(party, directory.parties).postal;
      if (postal.length === 0) withoutAddress.push(notice.party);
      const letter = {
        form,
        ...toLetterHead(notice, postal, disclosure),
        subject: notice.subject,
        text: notice.text,
        mark: notice.code,
      };
      const file = `notice-${notice.id}.pdf`;
      const typeset = typesetLetter(press, letter);
      if (typeset.pages > 2) long.push(file);
      writeDurableFile(join(order.out, file), typeset.toPdf(notice.issued_at), letterMode);
      printed.push({ notice: notice.id, party: notice.party, file });
    }
    const list = printed.length === 0 ? null : join(order.out, `wave-${wave.id}-letters.csv`);
    if (list !== null) writeDurableFile(list, Buffer.from(toPostedList(printed)), letterMode);
    const files = printed.map(({ file }) => join(order.out, file));
    return { wave: wave.id, form, files, long, list, withoutAddress, byMail, posted, held, withdrawn };
  } finally {
    press.close();
  }
}

function findStandings(
  deliveries: readonly { readonly notice_id: number; readonly state: string }[],
): ReadonlyMap<number, MailStanding> {
  const standings = new Map<number, MailStanding>();
  for (const { notice_id, state } of deliveries) {
    if (state === 'bounced' || state === 'inhibited') continue;
    const before = standings.get(notice_id);
    if (state === 'accepted') standings.set(notice_id, 'accepted');
    else if (state === 'uncertain' && before !== 'accepted') standings.set(notice_id, 'uncertain');
    else if (before === undefined) standings.set(notice_id, 'under-way');
  }
  return standings;
}
