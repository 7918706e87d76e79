/** After the quoted string that begins at `at`; when it never closes, the quote is an ordinary character. */
export function skipQuoted(text: string, at: number, end: number): number {
  for (let to = at + 1; to < end; to += 1) {
    const unit = text.charCodeAt(to);
    if (unit === 0x22) return to + 1;
    if (unit === 0x5c) to += 1;
  }
  return at + 1;
}

/**
 * After the comment that begins at `at` (they nest); when it never closes, the parenthesis is an ordinary character.
 */
export function skipComment(text: string, at: number, end: number): number {
  let depth = 0;
  for (let to = at; to < end; to += 1) {
    const unit = text.charCodeAt(to);
    if (unit === 0x5c) to += 1;
    else if (unit === 0x28) depth += 1;
    else if (unit === 0x29) {
      depth -= 1;
      if (depth === 0) return to + 1;
    }
  }
  return at + 1;
}

/** The text with each comment outside quotes as one space. */
export function dropAddressComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = skipQuoted(text, at, text.length) - 1;
    else if (unit === 0x28) {
      const end = skipComment(text, at, text.length);
      if (end === at + 1) continue;
      kept += `${text.slice(from, at)} `;
      from = end;
      at = end - 1;
    }
  }
  return kept + text.slice(from);
}
