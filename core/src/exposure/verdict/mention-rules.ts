import { type Mention, type MentionTable, ROLE, UNNAMED_MAILBOX } from '../records/mention.ts';
import type { FolderMap, Place } from './folder-map.ts';
import type { ReasonList } from './reason-list.ts';

/** What the rules on Message-IDs look at in a copy. */
export interface NamedCopy {
  readonly messageId: string;
  readonly fingerprint: string;
  readonly place: Place;
}

/** The copies L of one mailbox that match one recorded id, in one class of comparison. */
interface Matches {
  /** Fingerprint of the first. */
  readonly fingerprint: string;
  isOneContent: boolean;
  /** For each Bind's mention with copies of L in its folder: their fingerprints. */
  readonly inFolder: Map<number, Set<string>>;
}

/** Recorded ids that differ in case only, and the copies of the mailbox that equal them but for case. */
interface Likeness {
  readonly alike: readonly number[];
  readonly copies: NamedCopy[];
  weaker: Weaker | null;
}

/**
 * The weaker class is used only where the mailbox has no exact match: what it finds is worked out once for all copies, because whoever sends
 * mails whose ids differ in case only would else have each compared with each.
 */
interface Weaker {
  /** The copies of each id without an exact match. */
  readonly matches: ReadonlyMap<number, Matches>;
  readonly mayBeUnresolved: boolean;
}

/**
 * The rules of one mailbox that join records and copies by Message-ID: B1–B4, W1–W3, and whether an ambiguous record names the copy (N1).
 * `observe` sees every copy once, then `judge` answers for each; only ids that records name are remembered, and only once each.
 */
export class MentionRules {
  readonly #mentions: MentionTable;
  readonly #mailbox: number;
  readonly #folders: FolderMap;
  /** By recorded id: the copies that match it exactly. */
  readonly #exact = new Map<number, Matches>();
  /** By the oldest of the ids. */
  readonly #likenesses = new Map<number, Likeness>();

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

  /** Adds what fires; true when the copy cannot be cleared: an ambiguous record of any kind names it, or an unresolved id could be it. */
  judge(copy: NamedCopy, reasons: ReasonList): boolean {
    const found = this.#mentions.ids.find(copy.messageId);
    if (found === null) return false;
    const matches = found.exact === null ? undefined : this.#exact.get(found.exact);
    let isNamed = false;
    if (found.exact !== null) {
      isNamed = this.#mayBeUnresolved(found.exact);
      if (matches !== undefined && this.#judgeId(copy, found.exact, matches, reasons)) isNamed = true;
    }
    const likeness = this.#likenesses.get(found.alike?.[0] ?? -1);
    if (likeness === undefined) return isNamed;
    const weaker = this.#weakerOf(likeness);
    for (const [id, held] of weaker.matches) if (this.#judgeId(copy, id, held, reasons)) isNamed = true;
    return isNamed || weaker.mayBeUnresolved;
  }

  /** True when an ambiguous record names the id for this mailbox, or for none. */
  #judgeId(copy: NamedCopy, id: number, matches: Matches, reasons: ReasonList): boolean {
    let isNamedByAmbiguous = false;
    for (const mention of this.#mentions.of(id)) {
      if (this.#isOurs(mention, ROLE.bind)) this.#judgeBind(copy, mention, matches, reasons);
      if (this.#isOurs(mention, ROLE.ambiguousBind)) reasons.add('bind-unattributed', [mention.record]);
      if (this.#isOurs(mention, ROLE.handle)) reasons.add('handled', [mention.record]);
      if (this.#isOurs(mention, ROLE.parent)) reasons.add('quoted-out', [mention.record]);
      if ((mention.roles & ROLE.send) !== 0) reasons.add('intruder-sent', [mention.record]);
      // A record that names no mailbox may be about this one.
      const mayBeOurs = mention.mailbox === this.#mailbox || mention.mailbox === UNNAMED_MAILBOX;
      if (mayBeOurs && (mention.roles & ROLE.ambiguous) !== 0) isNamedByAmbiguous = true;
    }
    return isNamedByAmbiguous;
  }

  /** The id of an intruder's Bind that names no mailbox is unresolved (B6), and may be meant for this one. */
  #mayBeUnresolved(id: number): boolean {
    for (const { mailbox, roles } of this.#mentions.of(id)) {
      if (mailbox === UNNAMED_MAILBOX && (roles & ROLE.bind) !== 0) return true;
    }
    return false;
  }

  /** Known only when every copy was observed. */
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
      mayBeUnresolved: likeness.alike.some((id) => this.#mayBeUnresolved(id)),
    };
    return likeness.weaker;
  }

  #match(copy: NamedCopy, id: number, known: Matches | undefined): Matches {
    const { fingerprint } = copy;
    const matches = known ?? toMatches(fingerprint);
    if (fingerprint !== matches.fingerprint) matches.isOneContent = false;
    for (const mention of this.#mentions.of(id)) {
      if (!this.#isOurs(mention, ROLE.bind) || !this.#isInFolder(copy.place, mention)) continue;
      const inFolder = matches.inFolder.get(mention.number);
      if (inFolder === undefined) matches.inFolder.set(mention.number, new Set([fingerprint]));
      else inFolder.add(fingerprint);
    }
    return matches;
  }

  /** B1–B3 as docs/formats/rules.md, Verdicts, reads them. */
  #judgeBind({ place, fingerprint }: NamedCopy, mention: Mention, matches: Matches, reasons: ReasonList): void {
    const record = [mention.record];
    const inFolder = matches.inFolder.get(mention.number);
    if (this.#isInFolder(place, mention)) reasons.add('bind', record);
    else if (inFolder === undefined) reasons.add(matches.isOneContent ? 'bind' : 'bind-ambiguous', record);
    else if (inFolder.has(fingerprint)) reasons.add('bind-same-content', record);
  }

  #isOurs({ mailbox, roles }: Mention, role: number): boolean {
    return mailbox === this.#mailbox && (roles & role) !== 0;
  }

  #isInFolder(place: Place, { folder }: Mention): boolean {
    return folder !== null && this.#folders.isIn(place, folder);
  }
}

function toMatches(fingerprint: string): Matches {
  return { fingerprint, isOneContent: true, inFolder: new Map() };
}
