import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import type { PortalKey } from '../../../commands/review/portal-key.ts';
import type { PortalView } from '../../../commands/review/portal-status.ts';
import type { Pulled } from '../../../commands/review/pull-portal.ts';
import type { Pushed } from '../../../commands/review/push-portal.ts';
import type { ReviewNeed } from '../../../review/store/need-store.ts';
import { type Screen, showText, toJsonText, toVisible } from './screen.ts';

const column = 14;
const revokedBy = { left: 'left', nominator: 'by its nominator', withdrawn: 'the naming was withdrawn' } as const;

export function printPortalKey(screen: Screen, { keyFile, isNew, key, settings }: PortalKey): void {
  screen.line(
    `${isNew ? 'Made a key' : 'The key'} for calls to the portal: ${toVisible(keyFile)}. It stays here. It authorizes readers, and opens nothing.`,
  );
  screen.line(row('public half', key));
  screen.line();
  screen.line(
    'Start the portal with these settings, with your own `folder` and `listen` (docs/runbooks/operate-the-portal.md):',
  );
  screen.line(toJsonText(settings, 2));
}

export function printPulled(screen: Screen, pulled: Pulled, state: string): void {
  for (const line of toPulledLines(pulled)) screen.line(line);
  if (pulled.enrollments > 0) screen.line(`Next   ${screen.typed('candor enrollment list', state)}`);
  printNeeds(screen, pulled.needs, state);
}

function toPulledLines({ requests, enrollments, revoked, access, entry }: Pulled): readonly string[] {
  const lines = [
    row(
      'requests',
      requests.taken === 0
        ? 'nothing new'
        : `${formatAmount(requests.taken, 'new one', 'new ones')}, ${formatAmount(enrollments, 'enrollment')} to judge`,
    ),
  ];
  if (requests.unsigned > 0)
    lines.push(
      row(
        '',
        `${formatAmount(requests.unsigned, 'more was', 'more were')} not signed by an authorized person: not kept`,
      ),
    );
  for (const { name, party, by, entry: position } of revoked)
    lines.push(
      row(
        'revoked',
        `${toVisible(name)} no longer reads for ${toVisible(party)} (${revokedBy[by]}), entry ${position} of the log`,
      ),
    );
  lines.push(
    row(
      'access',
      access.records === 0
        ? 'nothing new'
        : `${formatAmount(access.records, 'record')} of ${formatAmount(access.parties, 'party', 'parties')}${entry === null ? '' : `, entry ${entry} of the log`}`,
    ),
  );
  return lines;
}

export function printPushed(screen: Screen, pushed: Pushed, state: string): void {
  for (const line of toPushedLines(pushed)) screen.line(line);
  for (const { party, release, why } of pushed.waiting)
    screen.line(screen.warn(row('waits', `release ${release} of ${toVisible(party)}: ${why}`)));
  if (pushed.pushed.length > 0) screen.line(`Next   ${screen.typed('candor portal status', state)}`);
}

function toPushedLines({ number, until, parties, reviewers, pushed }: Pushed): readonly string[] {
  return [
    row(
      'authorized',
      `${formatAmount(reviewers, 'reviewer')} of ${formatAmount(parties, 'party', 'parties')}; statement ${formatCount(number)}, valid until ${formatTime(until)}`,
    ),
    ...(pushed.length === 0 ? [row('releases', 'all uploaded')] : []),
    ...pushed.map(({ party, release, files }) =>
      row('release', `${release} of ${toVisible(party)} is there; ${formatAmount(files, 'file')} sent`),
    ),
  ];
}

/** One line of a round that a timer or a loop makes. */
export function toSyncLine(pulled: Pulled, pushed: Pushed): string {
  const said = [
    pulled.requests.taken === 0 ? null : formatAmount(pulled.requests.taken, 'new request'),
    ...pulled.revoked.map(({ name }) => `${toVisible(name)} no longer reads`),
    pulled.access.records === 0 ? null : formatAmount(pulled.access.records, 'access record'),
    ...pushed.pushed.map(({ party, release }) => `release ${release} of ${toVisible(party)} is there`),
    pushed.waiting.length === 0 ? null : `${formatAmount(pushed.waiting.length, 'release waits', 'releases wait')}`,
    pulled.needs.length === 0 ? null : `${formatAmount(pulled.needs.length, 'item needs', 'items need')} a person`,
  ].filter((part) => part !== null);
  return said.length === 0 ? 'nothing new' : said.join(', ');
}

export function printPortalView(screen: Screen, view: PortalView, state: string): void {
  screen.line(
    `${screen.bold(toVisible(view.portal))}   ${view.silent === null ? 'answers' : screen.warn(toVisible(view.silent.replace(`${view.portal}: `, '')))}`,
  );
  for (const difference of view.differences) screen.line(screen.warn(row('differs', toVisible(difference))));
  if (!view.hasKey) screen.line(screen.warn(row('key', `none yet: ${screen.typed('candor portal key', state)}`)));
  if (view.said === null) screen.line(row('told', `nothing yet: ${screen.typed('candor portal push', state)}`));
  else
    screen.line(
      row(
        'told',
        `statement ${formatCount(view.said.number)} of ${formatTime(view.said.at)}, valid until ${formatTime(view.said.until)}`,
      ),
    );
  if (view.isRestarted)
    screen.line(
      screen.warn(
        row('', `it was restarted since, and serves nothing until ${screen.typed('candor portal push', state)}`),
      ),
    );
  screen.line(
    row(
      'people',
      `${formatAmount(view.reviewers, 'reviewer')}, ${formatAmount(view.asking, 'person asks', 'people ask')} to read`,
    ),
  );
  screen.line(
    row(
      'requests',
      `${formatAmount(view.requests.waiting, 'waits', 'wait')}, ${formatCount(view.requests.decided)} decided`,
    ),
  );
  screen.line(
    row(
      'releases',
      `${formatCount(view.releases.there)} there, ${formatCount(view.releases.toPush)} approved and not uploaded yet`,
    ),
  );
  screen.line(
    row(
      'access',
      `${formatAmount(view.access.records, 'record')} of ${formatAmount(view.access.parties, 'party', 'parties')} fetched`,
    ),
  );
  printNeeds(screen, view.needs, state);
}

function printNeeds(screen: Screen, needs: readonly ReviewNeed[], state: string): void {
  if (needs.length === 0) return;
  screen.line();
  screen.line(screen.bold(`${formatAmount(needs.length, 'item needs', 'items need')} your attention`));
  for (const { subject, words, command } of needs) {
    screen.line(`  ${screen.warn(toVisible(subject))}`);
    showText(screen, toVisible(words), { indent: '    ' });
    screen.line(`    ${screen.dim(toVisible(screen.typed(command, state)))}`);
  }
}

function row(name: string, text: string): string {
  return `${name.padEnd(column)}${text}`;
}
