import type { MailDirection, MessageQuery, SortBy } from '../../reviewer/bridge/message-query.ts';
import type { SearchError } from '../../reviewer/bridge/query-text.ts';
import type { Mark } from '../../reviewer/bridge/released-message.ts';
import type { Counted } from '../../ui/words.ts';

/** Values: `{n}` is a number, other names are inserted unchanged. */
export interface MessagesWords {
  readonly title: string;
  readonly search: Counted;
  readonly searchShort: Counted;
  readonly searchHelp: string;
  readonly flaws: Readonly<Record<SearchError['kind'], string>>;
  readonly all: string;
  readonly filters: {
    readonly label: string;
    readonly open: string;
    readonly verdict: string;
    readonly people: string;
    readonly at: string;
    readonly date: string;
    readonly holds: string;
    readonly way: string;
    readonly threads: string;
    readonly thread: string;
    readonly after: string;
    readonly before: string;
    readonly find: string;
    readonly clear: string;
    readonly apply: Counted;
    readonly more: Counted;
  };
  readonly ways: Readonly<Record<MailDirection, string>>;
  readonly holds: Readonly<Record<MessageQuery['holds'][number], string>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly columns: {
    readonly verdict: string;
    readonly date: string;
    readonly with: string;
    readonly subject: string;
    readonly holds: string;
    readonly choose: string;
  };
  readonly sortBy: Readonly<Record<SortBy, string>>;
  readonly newest: string;
  readonly oldest: string;
  readonly noSubject: string;
  readonly noDate: string;
  readonly nobody: string;
  readonly toOther: string;
  readonly fromOther: string;
  readonly others: Counted;
  readonly files: Counted;
  readonly inThread: Counted;
  readonly notOpened: string;
  /** The same in a narrow column. */
  readonly notOpenedShort: string;
  readonly listLabel: Counted;
  /** On paper, where the list has only the rows of the screen. */
  readonly printed: Counted;
  readonly shown: string;
  readonly shownThreads: string;
  /** What a search covered: only said of a `Said<'no-match'>`. */
  readonly coverage: {
    readonly everyText: Counted;
    /** `{searched}` of `{n}` */
    readonly someTexts: Counted;
    readonly failed: Counted;
    readonly inPart: Counted;
    readonly unread: Counted;
  };
  /** The answer of a search without matches, by what it covered: only said of a `Said<'no-match'>`. */
  readonly noMatch: {
    readonly index: Counted;
    readonly everyText: Counted;
    /** `{searched}` of `{n}` */
    readonly someTexts: Counted;
    readonly noText: Counted;
    readonly unreadNotes: string;
    readonly attachments: string;
  };
  readonly bodies: {
    readonly full: string;
    readonly read: Counted;
    readonly readHint: string;
    readonly stop: string;
    readonly again: string;
    readonly retry: Counted;
    readonly showFailed: Counted;
    /** `{why}` is a sentence. */
    readonly stopped: string;
    readonly resumes: string;
  };
  readonly unsure: Counted;
  readonly emptyRelease: string;
  readonly withoutFilter: string;
  readonly selected: Counted;
  readonly selectAll: Counted;
  readonly unselect: string;
  readonly exportAll: Counted;
  readonly mark: string;
  readonly notes: string;
  readonly position: string;
  readonly outside: string;
  readonly previous: string;
  readonly next: string;
  readonly back: string;
  readonly pick: string;
  readonly keys: {
    readonly move: string;
    readonly select: string;
    readonly search: string;
    readonly export: string;
  };
  readonly unreadNotes: string;
  readonly rowsFailed: string;
}
