import type { ShownMultipart, ShownPart } from '@candor/core/evidence/message';

export interface BodySection {
  readonly plain: readonly ShownPart[];
  readonly html: readonly ShownPart[];
}

/**
 * The body of a message, in order. Parts of a `multipart/alternative` are forms of one section; every other inline part
 * is a section. Repeated forms are both kept: programs disagree about which counts, and nothing may be hidden that way.
 */
export function toBodySections(parts: readonly ShownPart[]): readonly BodySection[] {
  const sections: { plain: ShownPart[]; html: ShownPart[] }[] = [];
  const ofAlternative = new Map<ShownMultipart, { plain: ShownPart[]; html: ShownPart[] }>();
  for (const part of parts) {
    if (!part.inline && !part.isUndivided) continue;
    const alternative = findOutermostAlternative(part.multipart);
    let section = alternative === null ? undefined : ofAlternative.get(alternative);
    if (section === undefined) {
      section = { plain: [], html: [] };
      sections.push(section);
      if (alternative !== null) ofAlternative.set(alternative, section);
    }
    (part.type === 'text/html' ? section.html : section.plain).push(part);
  }
  return sections;
}

function findOutermostAlternative(multipart: ShownMultipart | null): ShownMultipart | null {
  let found: ShownMultipart | null = null;
  for (let at = multipart; at !== null; at = at.within) if (at.type === 'multipart/alternative') found = at;
  return found;
}
