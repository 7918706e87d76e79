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

/** The weaker class is used only where the mailbox has no exact match. */
interface Holding {
  exact: Matches | null;
  folded: Matches | null;
}

/**
 * The rules of one mailbox that join records and copies by Message-ID: B1–B4, W1–W3, and whether an ambiguous record names the copy (N1).
 * `observe` sees every copy once, then `judge` answers for each; only ids that records name are remembered, and only once each.
 */
export class MentionRules {
  readonly #mentions: MentionTable;
  readonly #mailbox: number;
  readonly #folders: FolderMap;
  readonly #holdings = new Map<number, Holding>();

  constructor(mentions: MentionTable, mailbox: number, folders: FolderMap) {
    this.#mentions = mentions;
    this.#mailbox = mailbox;
    this.#folders = folders;
  }

  observe(copy: NamedCopy): void {
    this.#mentions.ids.match(copy.messageId, (id, isExact) => {
      let holding = this.#holdings.get(id);
      if (holding === undefined) {
        holding = { exact: null, folded: null };
        this.#holdings.set(id, holding);
      }
      const name = isExact ? 'exact' : 'folded';
      const { fingerprint } = copy;
      const matches = holding[name] ?? { fingerprint, isOneContent: true, inFolder: new Map() };
      holding[name] = matches;
      if (fingerprint !== matches.fingerprint) matches.isOneContent = false;
      for (const mention of this.#mentions.of(id)) {
        if (!this.#isOurs(mention, ROLE.bind) || !this.#isInFolder(copy.place, mention)) continue;
        const known = matches.inFolder.get(mention.number);
        if (known === undefined) matches.inFolder.set(mention.number, new Set([fingerprint]));
        else known.add(fingerprint);
      }
    });
  }

  /** The recorded ids that the mailbox holds, in either class. */
  get held(): Iterable<number> {
    return this.#holdings.keys();
  }

  /** Adds what fires; true when the copy cannot be cleared: an ambiguous record of any kind names it, or an unresolved id could be it. */
  judge(copy: NamedCopy, reasons: ReasonList): boolean {
    let isNamedByAmbiguous = false;
    let mayBeUnresolved = false;
    this.#mentions.ids.match(copy.messageId, (id, isExact) => {
      // The id of an intruder's Bind that names no mailbox is unresolved (B6), and may be meant for this one.
      for (const { mailbox, roles } of this.#mentions.of(id)) {
        if (mailbox === UNNAMED_MAILBOX && (roles & ROLE.bind) !== 0) mayBeUnresolved = true;
      }
      const holding = this.#holdings.get(id);
      const matches = isExact ? holding?.exact : holding?.exact === null ? holding.folded : null;
      if (matches === null || matches === undefined) return;
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
    });
    return isNamedByAmbiguous || mayBeUnresolved;
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
