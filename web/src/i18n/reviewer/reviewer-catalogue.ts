import type { CodeWords } from '../../ui/typed-code.ts';
import type { LanguageRules } from '../../ui/words.ts';
import type { EnrollWords } from './enroll-words.ts';
import type { ErrorWords } from './error-words.ts';
import type { ExportWords } from './export-words.ts';
import type { FilesWords } from './files-words.ts';
import type { MessagesWords } from './messages-words.ts';
import type { OverviewWords } from './overview-words.ts';
import type { PackTemplates } from './pack-template.ts';
import type { PackWords } from './pack-words.ts';
import type { PeopleWords } from './people-words.ts';
import type { ReadingWords } from './reading-words.ts';
import type { SecretWords } from './secret-words.ts';
import type { SessionWords } from './session-words.ts';
import type { SharedWords } from './shared-words.ts';
import type { TrustWords } from './trust-words.ts';

/** All texts of the reviewer app in one language. A translation that lacks one does not compile. */
export interface ReviewerCatalogue {
  /** How numbers and times are written. */
  readonly rules: LanguageRules;
  /** Feedback on a code while it is typed. */
  readonly codeWords: CodeWords;
  readonly shared: SharedWords;
  readonly session: SessionWords;
  readonly errors: ErrorWords;
  readonly enroll: EnrollWords;
  readonly overview: OverviewWords;
  readonly messages: MessagesWords;
  readonly reading: ReadingWords;
  readonly secrets: SecretWords;
  readonly people: PeopleWords;
  readonly trust: TrustWords;
  readonly report: PackWords;
  readonly reportTexts: PackTemplates;
  readonly exports: ExportWords;
  readonly files: FilesWords;
  /** The guide for reviewers, from the repository. */
  readonly guide: { readonly markdown: string };
}
