import type { MarkupNote } from '../html/allowed-markup.ts';
import type { MailFlawKind } from '../received/mail-flaw.ts';
import { toShown } from '../received/shown.ts';

/** Where a received message differs from what was issued. `parts` is what the message is made of. */
export type ChangePlace = 'text' | 'html' | 'subject' | 'date' | 'header' | 'parts';

/**
 * What a difference is. Of words: `figure`, `address` (web, mail or telephone), `look-alike` (other letters of the same
 * shape), `invisible` and `direction` (characters that show nothing or turn text round), `missing`, `added`, and
 * `words` for every other. Of a message: `date`, `sender`, `reply-address`, `repeated-field`, `attachment`,
 * `extra-part`. Of html: `hidden-words`, `active-element`, `link-target`, `remote-content`.
 */
export type ChangeNature =
  | 'figure'
  | 'address'
  | 'look-alike'
  | 'invisible'
  | 'direction'
  | 'missing'
  | 'added'
  | 'words'
  | 'date'
  | 'sender'
  | 'reply-address'
  | 'repeated-field'
  | 'attachment'
  | 'extra-part'
  | 'hidden-words'
  | 'active-element'
  | 'link-target'
  | 'remote-content';

/** A line to show, as inert text: characters that show nothing stand as `[U+200B]`. */
export interface ChangedLine {
  /** From 1; null where there are no lines. */
  readonly number: number | null;
  readonly pieces: readonly { readonly text: string; readonly isChanged: boolean }[];
}

/** One difference. `issued` is null where nothing of the kind was issued, `received` where it is gone. */
export interface Change {
  readonly place: ChangePlace;
  readonly nature: ChangeNature;
  readonly issued: ChangedLine | null;
  readonly received: ChangedLine | null;
}

/** Foreign words around the issued text: a list's footer, a gateway's banner, or somebody's. */
export interface Addition {
  readonly place: 'text' | 'html';
  readonly where: 'before' | 'after';
  /** The first lines, as inert text. */
  readonly lines: readonly string[];
  /** How many lines it has. */
  readonly lineCount: number;
}

/** What relays, lists, gateways and mail programs did that changes nothing of what was said. */
export type HarmlessNote =
  | { readonly kind: 'quoted' }
  | { readonly kind: 'subject-tag'; readonly tag: string }
  /** A name beside the recipient's address, as inert text. */
  | { readonly kind: 'recipient-name'; readonly name: string }
  /** The recipient's own mailing list sent the message on under its name, as inert text. */
  | { readonly kind: 'own-list'; readonly list: string }
  /** A signature of S/MIME or OpenPGP around the notice, which is not ours and is not judged. */
  | { readonly kind: 'signature' }
  | { readonly kind: 'html-missing' }
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'html-rewritten' }
  | MarkupNote
  /** How many issued lines a selection has whole. */
  | { readonly kind: 'partial'; readonly lines: number }
  /** Where mail programs may take the message apart in another way; `detail` is inert. */
  | { readonly kind: 'ambiguous'; readonly flaw: MailFlawKind; readonly detail: string }
  /** Fields that begin with `X-`, of which nothing is known and which no program shows, as inert text. */
  | { readonly kind: 'passed-fields'; readonly fields: string }
  /** A field of the header of which nothing is known, as inert text. */
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'through-list' }
  /** For a message that a program saved as a text file. */
  | { readonly kind: 'saved-as-text' }
  /** For an Outlook file: what was compared of what Outlook shows, and what was not. */
  | {
      readonly kind: 'outlook';
      readonly compared: readonly OutlookPlace[];
      readonly notCompared: readonly OutlookPlace[];
    }
  /** Sender, subject, date and formatted form were not compared. */
  | { readonly kind: 'words-alone' };

/**
 * What is not as issued in a message that has the issued words, the worst: links or layout; the form (a part is
 * missing, quoted or saved as text); the sender, where the recipient's own list wrote itself; or fields of the header.
 * `outlook`: a file in which Outlook's form is all that differs; `outlook-part`: one of which something that Outlook
 * shows was not compared.
 */
export type RewrittenPart = 'layout' | 'form' | 'list' | 'header' | 'outlook' | 'outlook-part';

/**
 * What an Outlook file holds. `header`: as it came; `kind`: the class of the message, by which Outlook shows it;
 * `signed-part`: S/MIME.
 */
export type OutlookPlace =
  | 'header'
  | 'sender'
  | 'recipients'
  | 'reply-to'
  | 'subject'
  | 'date'
  | 'kind'
  | 'text'
  | 'html'
  | 'rtf'
  | 'signed-part';

/** A line of its own, all of it changed. */
export function toPlainLine(text: string): ChangedLine {
  return { number: null, pieces: [{ text: toShown(text), isChanged: true }] };
}

export function toChange(
  place: ChangePlace,
  nature: ChangeNature,
  issued: string | null,
  received: string | null,
): Change {
  const line = (text: string | null) => (text === null || text === '' ? null : toPlainLine(text));
  return { place, nature, issued: line(issued), received: line(received) };
}
