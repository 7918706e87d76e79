import { assertNever, formatAmount, formatCount } from '@candor/core/base';
import type { VersionChange } from '../../../commands/watch/describe-change.ts';
import type { WatchEvent } from '../../../commands/watch/watch-event.ts';
import { toAlertLines } from '../../../notice/alert/index.ts';
import { formatBytes, formatDuration } from './number.ts';
import { type Screen, toVisible, wrap } from './screen.ts';

/** Names that one line lists. */
const SHOWN = 5;
const LONGEST_LINE = 100;

/** What a watch says, as it happens: what, where, and what to do. */
export function showWatchEvent(screen: Screen, event: WatchEvent, state: string): void {
  for (const line of toLines(screen, event, state))
    for (const part of wrap(line.trimStart(), Math.min(LONGEST_LINE, screen.width), line.startsWith(' ') ? '  ' : ''))
      screen.line(part);
}

function toLines(screen: Screen, event: WatchEvent, state: string): string[] {
  switch (event.event) {
    case 'watching':
      return [
        screen.bold(toVisible(`Watching ${event.incident}`)),
        `  Newest exposure: ${event.version ?? 'none yet'}. Checks every ${formatDuration(event.everySeconds)}. Ctrl-C stops.`,
        event.alerts.length === 0
          ? '  Alerts: nobody. Add watch.mail or watch.webhook to the incident file.'
          : `  Alerts: ${toNames(event.alerts.map(({ target }) => target))}.`,
      ];
    case 'arrived':
      return event.arrivals.length === 0
        ? ['Nothing here was judged yet: judging all of it.']
        : [
            `${formatAmount(event.arrivals.length, 'arrival')}: ${toNames(event.arrivals.map(({ place, bytes, isNew }) => `${place} (${formatBytes(bytes)}, ${isNew ? 'new' : 'changed'})`))}. Judging.`,
          ];
    case 'still-written':
      return [
        `${formatAmount(event.places.length, 'file is', 'files are')} still being written: ${toNames(event.places)}. They are judged when they no longer change.`,
      ];
    case 'unnamed':
      return [
        `${toVisible(event.path)} is a ${event.what} that the incident file does not name. It is not judged. Add:`,
        ...event.lines.map((line) => `  ${toVisible(line)}`),
        ...(event.what === 'log' ? ['  Or name its folder with `folder` to include later logs.'] : []),
      ];
    case 'gone':
      return [
        screen.warn(
          `${formatAmount(event.places.length, 'log is', 'logs are')} missing that the exposure was judged from: ${toNames(event.places)}. Restore them, or the next exposure lacks them.`,
        ),
      ];
    case 'judged':
      if (event.change === null)
        return [
          event.isSame
            ? `Exposure ${event.version}: no verdict changed by what arrived.`
            : `Exposure ${event.version} is judged.`,
        ];
      return toChangeLines(screen, event.change, state);
    case 'alert':
      return [
        screen.strong(`Alert ${event.id}: ${toAlertLines(event).join(', ')}.`),
        `  ${screen.typed('candor status --alerts', state)}`,
      ];
    case 'delivery':
      return [toDeliveryLine(event)];
    case 'drafted':
      if (event.wave === null) return ['No party has other figures than in its last notice: no notice was drafted.'];
      return [
        `Wave ${event.wave}${event.refreshed === null ? '' : ` (in place of draft ${event.refreshed})`}: ${formatAmount(event.notices, 'notice')} drafted (${toKinds(event.kinds)}). Nothing is sent until two people approve it.`,
        `  ${screen.typed(`candor notice show --wave ${event.wave}`, state)}`,
      ];
    case 'not-drafted':
      return [screen.warn('Notices were not drafted:'), ...event.reasons.map((reason) => `  ${toVisible(reason)}`)];
    case 'refused':
      return [
        screen.strong('What arrived cannot be judged now; the watch tries again:'),
        ...event.reasons.map((reason) => `  ${toVisible(reason)}`),
      ];
    case 'busy':
      return ['Another command is using the state; what arrives is judged after it.'];
    case 'stopped':
      return ['Stopped. Nothing is lost: the same command continues.'];
    default:
      return assertNever(event);
  }
}

function toChangeLines(screen: Screen, { from, to, custodians, parties }: VersionChange, state: string): string[] {
  const changed = Object.entries(custodians);
  const rows = changed.slice(0, SHOWN).map(([custodian, { rose, fell, appeared, vanished }]) => {
    const counts = [
      [rose, 'stronger'],
      [fell, 'weaker'],
      [appeared, 'new'],
      [vanished, 'gone'],
    ] as const;
    const said = counts.flatMap(([count, word]) => (count > 0 ? [`${formatCount(count)} ${word}`] : []));
    return `  ${toVisible(custodian)}: ${said.join(', ')}`;
  });
  const more =
    changed.length > SHOWN ? [`  and ${formatAmount(changed.length - SHOWN, 'other mailbox', 'other mailboxes')}`] : [];
  const { appeared, rose, fell, vanished } = parties;
  return [
    screen.bold(`Exposure ${from} → ${to}`),
    ...(rows.length === 0 ? ['  No verdict changed.'] : rows),
    ...more,
    `  Parties: ${formatCount(appeared)} new, ${formatCount(rose)} with more messages, ${formatCount(fell)} with fewer, ${formatCount(vanished)} gone`,
    `  ${screen.typed(`candor diff ${from} ${to}`, state)}`,
  ];
}

function toDeliveryLine(event: Extract<WatchEvent, { event: 'delivery' }>): string {
  const { id, target, state, reply } = event;
  const said = reply === null ? '' : ` (${toVisible(reply)})`;
  const to = `Alert ${id} to ${toVisible(target)}`;
  switch (state) {
    case 'sent':
      return `${to}: sent.`;
    case 'uncertain':
      return `${to}: uncertain${said}. It may have arrived, so it is not sent again.`;
    case 'withheld':
      return `${to}: withheld${said}.`;
    case 'failed':
      return `${to}: refused for good${said}.`;
    case 'waiting':
    case 'sending':
      return `${to}: not sent yet${said}. It is tried again.`;
  }
}

function toKinds(kinds: Readonly<Record<string, number>>): string {
  return Object.entries(kinds)
    .flatMap(([kind, count]) => (count > 0 ? [`${kind} ${formatCount(count)}`] : []))
    .join(', ');
}

function toNames(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return [...names.slice(0, SHOWN).map(toVisible), ...(rest > 0 ? [`${formatCount(rest)} more`] : [])].join(', ');
}
