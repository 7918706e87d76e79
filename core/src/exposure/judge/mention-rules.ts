import type { RecordedFolder } from '../coverage/gap.ts';
import { type Mention, type MentionTable, ROLE, UNNAMED_MAILBOX } from '../records/mention.ts';
import { ReasonList } from '../verdict/reason-list.ts';
import type { Reason } from '../verdict/verdict.ts';
import type { FolderMap, Place } from './folder-map.ts';
import type { FoundIds } from './message-id-table.ts';
import type { FolderDeparture } from './sync-rules.ts';

/** Properties of a copy used by the Message-ID rules. */
export interface NamedCopy {
  readonly messageId: string;
  readonly fingerprint: string;
  readonly place: Place;
}

/** The copies L of one mailbox that match one recorded id in one class of comparison. */
interface Matches {
  /** Fingerprint of the first. */
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
  /** The copies of each id without an exact match. */
  readonly matches: ReadonlyMap<number, Matches>;
  readonly isNamedByIntruder: boolean;
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
}

const NO_MENTION: MentionAnswer = { reasons: [], isNamed: false, left: [] };

/**
 * The rules of one mailbox that join records and copies by Message-ID: B1–B4, W1–W3, and whether a record names the
 * copy (N1, D1). `observe` sees every copy once, then `judge` answers for each; only recorded ids are stored, each
 * once.
 */
export class MentionRules {
  readonly #mentions: MentionTable;
  readonly #mailbox: number;
  readonly #folders: FolderMap;
  /** By recorded id: the copies that match it exactly. */
  readonly #exact = new Map<number, Matches>();
  /** By the oldest of the ids. */
  readonly #likenesses = new Map<number, Likeness>();
  readonly #bindFolders = new Map<number, Map<number, RecordedFolder>>();
  readonly #answers = new Map<string, MentionAnswer>();

  constructor(mentions: MentionTable, mailbox: number, folders: FolderMap) {
    this.#mentions = mentions;
    this.#mailbox = mailbox;
    this.#folders = folders;
  }

  observe(copy: NamedCopy): void {
    const found = this.#mentions.ids.find(copy.messageId);
    if (found === null) return;
    if (found.exact !== null) {
      const known = this.#exact.get(found.exact);
      this.#exact.set(found.exact, this.#match(copy, found.exact, known));
    }
    if (found.alike === null) return;
    const key = found.alike[0] ?? 0;
    const likeness = this.#likenesses.get(key);
    if (likeness === undefined) this.#likenesses.set(key, { alike: found.alike, copies: [copy], weaker: null });
    else likeness.copies.push(copy);
  }

  /** The recorded ids that the mailbox holds, in either class. */
  get held(): Iterable<number> {
    const weaker = [...this.#likenesses.values()].flatMap((likeness) => [...this.#weakerOf(likeness).matches.keys()]);
    return [...this.#exact.keys(), ...weaker];
  }

  /** Call after every copy was observed. */
  judge(copy: NamedCopy): MentionAnswer {
    const found = this.#mentions.ids.find(copy.messageId);
    if (found === null) return NO_MENTION;
    if (!this.#hasMany(found)) return this.#work(copy, found);
    const key = JSON.stringify([found.exact, found.alike?.[0] ?? -1, copy.fingerprint, copy.place.number]);
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#work(copy, found);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #work(copy: NamedCopy, found: FoundIds): MentionAnswer {
    const heard: Heard = { reasons: new ReasonList(), isNamed: false, left: new Map() };
    const matches = found.exact === null ? undefined : this.#exact.get(found.exact);
    if (found.exact !== null) {
      if (this.#isNamedByIntruder(found.exact)) heard.isNamed = true;
      if (matches !== undefined) this.#judgeId(copy, found.exact, matches, heard);
    }
    const likeness = this.#likenesses.get(found.alike?.[0] ?? -1);
    if (likeness !== undefined) {
      const weaker = this.#weakerOf(likeness);
      for (const [id, held] of weaker.matches) this.#judgeId(copy, id, held, heard);
      if (weaker.isNamedByIntruder) heard.isNamed = true;
    }
    return { reasons: heard.reasons.toReasons(), isNamed: heard.isNamed, left: [...heard.left.values()] };
  }

  #judgeId(copy: NamedCopy, id: number, matches: Matches, heard: Heard): void {
    const { reasons } = heard;
    for (const mention of this.#mentions.of(id)) {
      if (this.#isOurs(mention, ROLE.bind)) this.#judgeBind(copy, mention, matches, reasons);
      if (this.#isOurs(mention, ROLE.ambiguousBind)) reasons.add('bind-unattributed', mention.record);
      if (this.#isOurs(mention, ROLE.handle)) reasons.add('handled', mention.record);
      if (this.#isOurs(mention, ROLE.copiedOut)) reasons.add('copied-out', mention.record);
      if (this.#isOurs(mention, ROLE.parent)) reasons.add('quoted-out', mention.record);
      if ((mention.roles & ROLE.send) !== 0) reasons.add('intruder-sent', mention.record);
      if (this.#isOurs(mention, ROLE.move)) noteLeft(heard.left, mention);
      // A record without a mailbox may be about this one.
      const mayBeOurs = mention.mailbox === this.#mailbox || mention.mailbox === UNNAMED_MAILBOX;
      if (mayBeOurs && (mention.roles & ROLE.ambiguous) !== 0) heard.isNamed = true;
    }
  }

  /** What the intruder opened or handled without naming the mailbox may be in this one. */
  #isNamedByIntruder(id: number): boolean {
    for (const { mailbox, roles } of this.#mentions.clearOf(id)) {
      if (mailbox === UNNAMED_MAILBOX && (roles & (ROLE.bind | ROLE.handle | ROLE.copiedOut)) !== 0) return true;
    }
    return false;
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
      isNamedByIntruder: likeness.alike.some((id) => !this.#exact.has(id) && this.#isNamedByIntruder(id)),
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

/** Collects the mentions of one copy. */
interface Heard {
  readonly reasons: ReasonList;
  isNamed: boolean;
  readonly left: Map<number, FolderDeparture>;
}

function noteLeft(left: Map<number, FolderDeparture>, { folder, folderNumber, time }: Mention): void {
  if (folder === null) return;
  const known = left.get(folderNumber);
  if (known === undefined || time > known.time) left.set(folderNumber, { folder, time });
}

function toMatches(fingerprint: string): Matches {
  return { fingerprint, isOneContent: true, inFolder: null };
}
