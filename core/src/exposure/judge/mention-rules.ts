import type { RecordedFolder } from '../coverage/gap.ts';
import { type Mention, type MentionTable, ROLE, UNNAMED_MAILBOX } from '../records/mention.ts';
import type { FoundIds } from '../records/message-id-table.ts';
import { ReasonList } from '../verdict/reason-list.ts';
import type { Reason, ReasonCode } from '../verdict/verdict.ts';
import type { FolderMap, Place } from './folder-map.ts';
import type { HeldIds } from './held-ids.ts';
import type { FolderDeparture } from './sync-rules.ts';

/** Properties of a copy used by the Message-ID rules. */
export interface NamedCopy {
  /** At least one (docs/formats/rules.md, A copy's names). */
  readonly names: readonly string[];
  readonly fingerprint: string;
  readonly place: Place;
}

/** The copies L of one mailbox that match one recorded id in one class of comparison. */
interface Matches {
  readonly fingerprint: string;
  isOneContent: boolean;
  /** For each folder of a Bind with copies of L in it: their fingerprints. Null: no folder has any. */
  inFolder: Map<number, Set<string>> | null;
}

/** Recorded ids that differ only in case, and the copies that match them ignoring case. */
interface Likeness {
  readonly alike: readonly number[];
  readonly copies: NamedCopy[];
  weaker: Weaker | null;
}

/**
 * The weaker class is only used without an exact match. Computed once for all copies: otherwise a sender of mails whose
 * ids differ only in case would force comparing each with each.
 */
interface Weaker {
  readonly matches: ReadonlyMap<number, Matches>;
}

/**
 * Answers for ids with more mentions are cached: half a million records naming one message must not be read for each
 * copy.
 */
const MANY_MENTIONS = 256;

/** What the records that name a copy say. */
export interface MentionAnswer {
  readonly reasons: readonly Reason[];
  /** A record names the copy, so it existed and cannot be cleared (docs/formats/rules.md, Names). */
  readonly isNamed: boolean;
  /** Folders that it was moved out of, with the last time. */
  readonly left: readonly FolderDeparture[];
  readonly linkedAfter: readonly string[];
}

const NO_MENTION: MentionAnswer = { reasons: [], isNamed: false, left: [], linkedAfter: [] };

/** Facts of a mailbox for the rules that join by Message-ID. */
export interface MentionFacts {
  readonly mentions: MentionTable;
  readonly held: HeldIds;
  /** Number of the mailbox in the mentions. */
  readonly mailbox: number;
  /** The intruder is active on the mailbox, or has credentials of it (B4, W1). */
  readonly isReached: boolean;
}

/**
 * The rules of one mailbox that join records and copies by Message-ID: B1–B4, B8, W1–W3, and whether a record names the
 * copy (N1, D1). `observe` sees every copy once, then `judge` answers for each; only recorded ids are stored, each
 * once.
 */
export class MentionRules {
  readonly #mentions: MentionTable;
  readonly #facts: MentionFacts;
  readonly #mailbox: number;
  readonly #folders: FolderMap;
  /** By recorded id: the copies that match it exactly. */
  readonly #exact = new Map<number, Matches>();
  readonly #likenesses = new Map<number, Likeness>();
  readonly #bindFolders = new Map<number, Map<number, RecordedFolder>>();
  readonly #answers = new Map<string, MentionAnswer>();

  constructor(facts: MentionFacts, folders: FolderMap) {
    this.#facts = facts;
    this.#mentions = facts.mentions;
    this.#mailbox = facts.mailbox;
    this.#folders = folders;
  }

  observe(copy: NamedCopy): void {
    for (const name of copy.names) {
      const found = this.#mentions.ids.find(name);
      if (found !== null) this.#observeFound(copy, found);
    }
  }

  #observeFound(copy: NamedCopy, { exact, alike }: FoundIds): void {
    if (exact !== null) this.#exact.set(exact, this.#match(copy, exact, this.#exact.get(exact)));
    if (alike === null) return;
    const key = alike[0] ?? 0;
    const likeness = this.#likenesses.get(key);
    if (likeness === undefined) this.#likenesses.set(key, { alike, copies: [copy], weaker: null });
    else likeness.copies.push(copy);
  }

  /** Call after every copy was observed. */
  judge(copy: NamedCopy): MentionAnswer {
    const found = copy.names.map((name) => this.#mentions.ids.find(name)).filter((each) => each !== null);
    if (found.length === 0) return NO_MENTION;
    if (!found.some((each) => this.#hasMany(each))) return this.#work(copy, found);
    const ids = found.map(({ exact, alike }) => [exact, alike?.[0] ?? -1]);
    const key = JSON.stringify([ids, copy.fingerprint, copy.place.number]);
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#work(copy, found);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #work(copy: NamedCopy, all: readonly FoundIds[]): MentionAnswer {
    const heard: Heard = { reasons: new ReasonList(), isNamed: false, left: new Map(), linkedAfter: new Set() };
    for (const { exact, alike } of all) {
      const matches = exact === null ? undefined : this.#exact.get(exact);
      if (exact !== null && matches !== undefined) this.#judgeId(copy, exact, matches, heard);
      const likeness = this.#likenesses.get(alike?.[0] ?? -1);
      if (likeness === undefined) continue;
      for (const [id, held] of this.#weakerOf(likeness).matches) this.#judgeId(copy, id, held, heard);
    }
    return {
      reasons: heard.reasons.toReasons().map((reason) => this.#weigh(reason)),
      isNamed: heard.isNamed,
      left: [...heard.left.values()],
      linkedAfter: [...heard.linkedAfter],
    };
  }

  /** B4 and W1: what unknown users did counts less where nothing else shows the intruder. */
  #weigh(reason: Reason): Reason {
    return this.#facts.isReached || !OPEN_TO_DOUBT.has(reason.code) ? reason : { ...reason, weaker: 'possible' };
  }

  #judgeId(copy: NamedCopy, id: number, matches: Matches, heard: Heard): void {
    for (const mention of this.#mentions.of(id)) {
      const { roles, record, mailbox } = mention;
      if (mailbox === this.#mailbox && (roles & ROLE.move) !== 0) noteLeft(heard.left, mention);
      if ((roles & ROLE.linkedAfter) !== 0) {
        if (this.#mayBeOurs(mailbox)) heard.linkedAfter.add(record);
        continue;
      }
      this.#judgeMention(copy, mention, matches, heard);
      if ((roles & ROLE.names) !== 0 && this.#mayBeOurs(mailbox)) heard.isNamed = true;
    }
  }

  #judgeMention(copy: NamedCopy, mention: Mention, matches: Matches, heard: Heard): void {
    const { reasons } = heard;
    const { roles, record } = mention;
    if ((roles & ROLE.send) !== 0) reasons.add('intruder-sent', record);
    if (mention.mailbox !== this.#mailbox) {
      this.#judgeElsewhere(mention, reasons);
      return;
    }
    if ((roles & ROLE.bind) !== 0) this.#judgeBind(copy, mention, matches, reasons);
    if ((roles & ROLE.ambiguousBind) !== 0) reasons.add('bind-unattributed', record);
    if ((roles & ROLE.handle) !== 0) reasons.add('handled', record);
    if ((roles & ROLE.copiedOut) !== 0) reasons.add('copied-out', record);
    if ((roles & ROLE.ambiguousCopiedOut) !== 0) reasons.add('copied-out-unattributed', record);
    if ((roles & ROLE.parent) !== 0) reasons.add('quoted-out', record);
    if ((roles & ROLE.ambiguousParent) !== 0) reasons.add('quoted-out-unattributed', record);
  }

  /** B8: the record's own mailbox does not hold the id, so what it names is known from copies elsewhere. */
  #judgeElsewhere({ roles, record, number }: Mention, reasons: ReasonList): void {
    if ((roles & (ROLE.bind | HANDLES)) === 0 || this.#facts.held.isHeldAtHome(number)) return;
    reasons.add((roles & ROLE.bind) !== 0 ? 'bind-elsewhere' : 'handled-elsewhere', record);
  }

  /** A record without a mailbox may be about this one. */
  #mayBeOurs(mailbox: number): boolean {
    return mailbox === this.#mailbox || mailbox === UNNAMED_MAILBOX;
  }

  #hasMany({ exact, alike }: FoundIds): boolean {
    const ids = alike ?? (exact === null ? [] : [exact]);
    return ids.reduce((sum, id) => sum + this.#mentions.countOf(id), 0) >= MANY_MENTIONS;
  }

  /** Known after every copy was observed. */
  #weakerOf(likeness: Likeness): Weaker {
    likeness.weaker ??= {
      matches: new Map(
        likeness.alike
          .filter((id) => !this.#exact.has(id))
          .map((id) => {
            const matches = toMatches(likeness.copies[0]?.fingerprint ?? '');
            for (const copy of likeness.copies) this.#match(copy, id, matches);
            return [id, matches];
          }),
      ),
    };
    return likeness.weaker;
  }

  #match(copy: NamedCopy, id: number, known: Matches | undefined): Matches {
    const { fingerprint } = copy;
    const matches = known ?? toMatches(fingerprint);
    if (fingerprint !== matches.fingerprint) matches.isOneContent = false;
    for (const [number, folder] of this.#foldersOf(id)) {
      if (!this.#folders.isIn(copy.place, folder)) continue;
      matches.inFolder ??= new Map();
      const inFolder = matches.inFolder.get(number);
      if (inFolder === undefined) matches.inFolder.set(number, new Set([fingerprint]));
      else inFolder.add(fingerprint);
    }
    return matches;
  }

  /** The folders under which the intruder's Binds list an id. */
  #foldersOf(id: number): ReadonlyMap<number, RecordedFolder> {
    const known = this.#bindFolders.get(id);
    if (known !== undefined) return known;
    const folders = new Map<number, RecordedFolder>();
    for (const mention of this.#mentions.clearOf(id)) {
      if (mention.folder !== null && this.#isOurs(mention, ROLE.bind)) {
        folders.set(mention.folderNumber, mention.folder);
      }
    }
    if (this.#mentions.countOf(id) >= MANY_MENTIONS) this.#bindFolders.set(id, folders);
    return folders;
  }

  /** B1–B3 as in docs/formats/rules.md, Verdicts. */
  #judgeBind({ place, fingerprint }: NamedCopy, mention: Mention, matches: Matches, reasons: ReasonList): void {
    const { record } = mention;
    const inFolder = matches.inFolder?.get(mention.folderNumber);
    if (this.#isInFolder(place, mention)) reasons.add('bind', record);
    else if (inFolder === undefined) reasons.add(matches.isOneContent ? 'bind' : 'bind-ambiguous', record);
    else reasons.add(inFolder.has(fingerprint) ? 'bind-same-content' : 'bind-same-id', record);
  }

  #isOurs({ mailbox, roles }: Mention, role: number): boolean {
    return mailbox === this.#mailbox && (roles & role) !== 0;
  }

  #isInFolder(place: Place, { folder }: Mention): boolean {
    return folder !== null && this.#folders.isIn(place, folder);
  }
}

interface Heard {
  readonly reasons: ReasonList;
  isNamed: boolean;
  readonly left: Map<number, FolderDeparture>;
  readonly linkedAfter: Set<string>;
}

const HANDLES = ROLE.handle | ROLE.copiedOut;

/** Reasons of unknown users that are presumed only where the intruder was. */
const OPEN_TO_DOUBT: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['bind-unattributed', 'copied-out-unattributed']);

function noteLeft(left: Map<number, FolderDeparture>, { folder, folderNumber, time }: Mention): void {
  if (folder === null) return;
  const known = left.get(folderNumber);
  if (known === undefined || time > known.time) left.set(folderNumber, { folder, time });
}

function toMatches(fingerprint: string): Matches {
  return { fingerprint, isOneContent: true, inFolder: null };
}
