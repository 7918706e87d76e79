/** Which incident a page is about: after the path, where the console serves several. */
const MEMBER = 'incident';

/** A page of an incident, after the `#`; null: the console serves one. */
export function toIncidentPath(path: string, incident: string | null): string {
  return incident === null ? path : `${path}${path.includes('?') ? '&' : '?'}${MEMBER}=${incident}`;
}

/** Of what stands after the `?`; null: none is named. */
export function readIncidentMember(written: Readonly<Record<string, unknown>>): string | null {
  const { [MEMBER]: named } = written;
  return typeof named === 'string' ? named : null;
}
