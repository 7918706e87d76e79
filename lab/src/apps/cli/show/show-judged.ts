import { formatAmount, formatTime } from '@candor/core/base';
import type { PreparedAnnouncements } from '../../../commands/review/announce-enrollments.ts';
import type { CheckedEnrollment } from '../../../commands/review/check-enrollments.ts';
import {
  type Announcement,
  describeProofOutcome,
  domainWarningWords,
  type Readiness,
} from '../../../review/enrollment/index.ts';
import { type EnrollmentAct, listOpenObjections } from '../../../review/store/act-store.ts';
import type { StoredObservation } from '../../../review/store/observation-store.ts';
import type { Reviewer } from '../../../review/store/reviewer-store.ts';
import { type Screen, toVisible } from './screen.ts';

export function printChecked(screen: Screen, checked: readonly CheckedEnrollment[], state: string): void {
  if (checked.length === 0) {
    screen.line('No enrollment of the portal waits for a decision.');
    return;
  }
  for (const { id, name, party, words, outcome, zone, contested } of checked) {
    const line = `Enrollment ${id}   ${toVisible(name)} for ${toVisible(party)}: ${words}`;
    screen.line(outcome === 'other-key' ? screen.strong(line) : line);
    if (outcome === 'proved' && zone !== null) screen.line(`  ${toZoneWords(zone)}`);
    for (const warning of zone?.warnings ?? []) screen.line(`  ${screen.warn(domainWarningWords[warning])}`);
    if (contested.length > 0)
      screen.line(
        `  ${screen.warn(`contested by ${formatAmount(contested.length, 'other')}: ${contested.join(', ')}`)}`,
      );
  }
  if (checked.some(({ outcome }) => outcome === 'proved'))
    screen.line(`Next   ${screen.typed('candor enrollment announce', state)}`);
}

export function printAnnouncements(screen: Screen, prepared: PreparedAnnouncements, state: string): void {
  if (prepared.wave === null) {
    screen.line('Nothing to announce: every proved enrollment was announced already.');
    return;
  }
  for (const { id, party, contacts } of prepared.enrollments)
    screen.line(`Enrollment ${id} for ${toVisible(party)}: ${formatAmount(contacts, 'contact')} will be notified.`);
  screen.line(`Wave ${prepared.wave}: ${formatAmount(prepared.deliveries, 'message')}, digest ${prepared.digest}`);
  screen.line(`Next   ${screen.typed(`candor notice approve --wave ${prepared.wave} --as NAME --key FILE`, state)}`);
}

export function printStatementResult(
  screen: Screen,
  { id, name }: Reviewer,
  contact: string,
  done: string,
  state: string,
): void {
  screen.line(`${toVisible(contact)} ${done}: enrollment ${id}, ${toVisible(name)}.`);
  screen.line(`Next   ${screen.typed(`candor enrollment show ${id}`, state)}`);
}

/** Plain warnings before admitting somebody. */
export function printReadiness(screen: Screen, reviewer: Reviewer, readiness: Readiness): void {
  const { observations, acts, announcement, waitsUntil, contested, obstacles } = readiness;
  for (const observation of observations) screen.line(`checked       ${toObservationWords(observation)}`);
  for (const warning of observations.at(-1)?.zone?.warnings ?? [])
    screen.line(`warning       ${screen.warn(domainWarningWords[warning])}`);
  for (const other of contested)
    screen.line(
      `contested     ${screen.warn(`${toVisible(other.name)} claims the same: enrollment ${other.id}, ${other.state}, ${other.fingerprint}, address ${toVisible(other.address ?? 'unknown')}`)}`,
    );
  if (reviewer.request !== null) screen.line(`announced     ${toAnnouncementWords(announcement)}`);
  if (waitsUntil !== null && reviewer.state === 'asked') screen.line(`waits until   ${formatTime(waitsUntil)}`);
  for (const act of acts) if (act.act !== 'announced') screen.line(`${act.act.padEnd(13)} ${toActWords(act, acts)}`);
  if (reviewer.state === 'asked')
    for (const obstacle of obstacles) screen.line(`before        ${toVisible(String(obstacle))}`);
}

function toObservationWords(observation: StoredObservation): string {
  const { firstAt, lastAt, times, zone, outcome } = observation;
  const span = times === 1 ? formatTime(lastAt) : `${formatTime(firstAt)} to ${formatTime(lastAt)}, ${times} times`;
  const seen = outcome === 'proved' && zone !== null ? `; ${toZoneWords(zone)}` : '';
  return `${span}: ${describeProofOutcome(observation)}${seen}`;
}

function toZoneWords({ validated, resolvers }: NonNullable<StoredObservation['zone']>): string {
  const how = validated ? 'the zone is signed and was validated' : 'the zone is not signed';
  return resolvers > 1
    ? `${how}; ${resolvers === 2 ? 'both' : `most of ${resolvers}`} resolvers agree`
    : `${how}; ONLY ONE RESOLVER says so: name several under notice.resolvers`;
}

function toAnnouncementWords(announcement: Announcement): string {
  switch (announcement.is) {
    case 'none':
      return 'nobody of the party was notified yet';
    case 'drafted':
      return `in wave ${announcement.wave}, which is not approved by two people yet`;
    case 'under-way':
      return `wave ${announcement.wave} is being sent: ${formatAmount(announcement.open, 'contact')} open`;
    case 'unreached':
      return `no message of wave ${announcement.wave} is out`;
    case 'told':
      return `${formatAmount(announcement.contacts.length, 'contact')} notified, the last ${formatTime(announcement.at)}: ${announcement.contacts.map(toVisible).join(', ')}`;
  }
}

function toActWords({ id, act, by, contact, why, at, request }: EnrollmentAct, acts: readonly EnrollmentAct[]): string {
  const who =
    contact === null
      ? toVisible(by)
      : `${toVisible(contact)} (${request === null ? `heard by ${toVisible(by)}` : `signed by ${by}`})`;
  const isOver = act === 'objected' && !listOpenObjections(acts).some((open) => open.id === id);
  return `${formatTime(at)} by ${who}${why === null ? '' : `: ${toVisible(why)}`}${isOver ? '; two people resumed it' : ''}`;
}
