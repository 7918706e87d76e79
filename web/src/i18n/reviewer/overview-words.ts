import type { RefusalKind } from '../../reviewer/bridge/refusal-kind.ts';
import type { TimelineUnit } from '../../reviewer/bridge/table-calls.ts';
import type { Counted } from '../../ui/words.ts';

/** Values: `{n}` is a number, other names are inserted unchanged. */
export interface OverviewWords {
  readonly real: {
    readonly question: string;
    readonly yes: string;
    readonly partly: string;
    readonly signed: string;
    readonly entry: string;
    readonly continues: string;
    readonly firstLog: string;
    readonly withheld: Counted;
    readonly checked: string;
    readonly how: string;
    readonly without: string;
    readonly again: string;
  };
  readonly refusals: Readonly<
    Record<RefusalKind, { readonly title: string; readonly what: string; readonly todo: string }>
  >;
  readonly earlier: string;
  readonly much: {
    readonly question: string;
    /** Parts of one sentence: opened; presumed copied; neither. */
    readonly opened: Counted;
    readonly more: Counted;
    readonly copied: Counted;
    readonly doubt: Counted;
    readonly none: string;
    readonly did: string;
    readonly messages: string;
    readonly secret: string;
    readonly share: string;
    readonly concerned: string;
    readonly readable: Counted;
    readonly bulk: Counted;
    readonly held: Counted;
    readonly withheld: Counted;
    readonly differs: string;
    readonly differsQuoted: string;
    /** In none of the sums: messages that quote the party's mail, and messages that only mention it (`{kinds}`). */
    readonly quoted: Counted;
    readonly mentioned: Counted;
    readonly kinds: { readonly business: Counted; readonly personal: Counted; readonly secret: Counted };
    readonly fresh: string;
    readonly same: string;
    readonly behind: string;
  };
  readonly time: {
    readonly titles: Readonly<Record<TimelineUnit, string>>;
    readonly intruder: string;
    readonly span: string;
    readonly asTable: string;
    readonly asPicture: string;
    readonly from: string;
    readonly all: string;
    readonly description: string;
    readonly outside: Counted;
    readonly undated: Counted;
    readonly none: string;
  };
  readonly which: {
    readonly question: string;
    readonly answer: Counted;
    readonly one: string;
    readonly two: string;
    readonly none: string;
    readonly address: string;
    readonly opened: string;
    readonly copied: string;
    readonly doubt: string;
    readonly secrets: string;
    readonly all: Counted;
    readonly fewer: string;
    readonly at: Counted;
    readonly unnamed: string;
  };
  readonly first: {
    readonly question: string;
    readonly distrust: Counted;
    readonly change: Counted;
    readonly changeSecrets: Counted;
    readonly warn: Counted;
    readonly calm: string;
    readonly fraud: { readonly title: Counted; readonly what: string; readonly do: Counted };
    readonly secrets: {
      readonly title: Counted;
      /** The messages with one, beside the number of passwords and keys. */
      readonly inMessages: Counted;
      readonly done: string;
      readonly marked: Counted;
      readonly what: string;
      readonly do: Counted;
    };
    readonly personal: { readonly title: Counted; readonly what: string; readonly do: Counted };
    readonly report: { readonly title: string; readonly what: string; readonly do: string };
    readonly tell: { readonly title: Counted; readonly what: string; readonly text: string };
  };
  readonly unknown: {
    readonly question: string;
    readonly cannot: Counted;
    readonly possible: Counted;
    readonly nothing: string;
    readonly undetermined: Counted;
    readonly doubt: Counted;
    readonly held: Counted;
    readonly withheld: Counted;
    /** Why the text of separately counted messages is not given. */
    readonly quoted: Counted;
    readonly mentioned: Counted;
    readonly said: string;
    readonly show: string;
  };
  readonly next: {
    readonly question: string;
    readonly on: string;
    readonly even: string;
    readonly past: string;
    readonly pastWhat: string;
    readonly none: string;
    readonly noneWhat: string;
    readonly telephone: string;
    readonly page: string;
  };
  readonly status: { readonly release: string; readonly exposure: string; readonly log: string };
  readonly nothing: { readonly title: string; readonly gone: string; readonly yet: string; readonly anymore: string };
  readonly progress: { readonly papers: string; readonly log: string; readonly index: string };
  readonly checkAgain: string;
  readonly counting: Counted;
}
