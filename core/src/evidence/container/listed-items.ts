/** Items of iCalendar and vCard files by component name. */
export type ListedItem = 'vevent' | 'vtodo' | 'vjournal' | 'vcard';

export interface ListedItemCounter {
  write(bytes: Uint8Array): void;
  end(): Readonly<Record<ListedItem, number>>;
}

const BEGIN = /^(?:\xef\xbb\xbf)?BEGIN:(VEVENT|VTODO|VJOURNAL|VCARD)[ \t]*$/i;
/** Maximum relevant line length. */
const LINE_UNITS = 64;

/**
 * Counts the items of a file in any chunks (RFC 5545 section 3.4, RFC 6350 section 3.3): each starts with its own line.
 */
export function createListedItemCounter(toText: (bytes: Uint8Array) => string): ListedItemCounter {
  const counts = { vevent: 0, vtodo: 0, vjournal: 0, vcard: 0 };
  let line = '';
  const count = (text: string): void => {
    const name = text.length <= LINE_UNITS ? BEGIN.exec(text)?.[1] : undefined;
    if (name !== undefined) counts[name.toLowerCase() as ListedItem] += 1;
  };
  return {
    write: (bytes) => {
      const lines = toText(bytes).split(/[\r\n]/);
      const last = lines.pop() ?? '';
      for (const [at, text] of lines.entries()) count(at === 0 ? line + text : text);
      line = (lines.length === 0 ? line + last : last).slice(0, LINE_UNITS + 1);
    },
    end: () => {
      count(line);
      return counts;
    },
  };
}
