import { normaliseWhiteSpace } from '../text/white-space.ts';

/**
 * Splits the decoded value of `X-Gmail-Labels` at commas outside quotes. Encoded words hold several labels: decode
 * first.
 */
export function splitLabels(text: string): readonly string[] {
  const labels: string[] = [];
  let label = '';
  let quoted = false;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text.charAt(at);
    if (at === text.length || (unit === ',' && !quoted)) {
      const trimmed = normaliseWhiteSpace(label);
      if (trimmed !== '') labels.push(trimmed);
      label = '';
    } else if (unit === '"') {
      quoted = !quoted;
    } else if (unit === '\\' && quoted && at + 1 < text.length) {
      at += 1;
      label += text.charAt(at);
    } else {
      label += unit;
    }
  }
  return labels;
}
