import { formatCount, formatTime } from '@candor/core/base';
import type { WaveLine } from '../../../commands/notice/read-wave.ts';
import { type Screen, showTable } from './screen.ts';

/** Every wave in one line: what became of its notices, never that somebody got them. */
export function showWaves(screen: Screen, waves: readonly WaveLine[], state: string): void {
  if (waves.length === 0) {
    screen.line('No wave was prepared yet.');
    screen.line(`Next   ${screen.typed('candor notice prepare --wave metadata', state)}`);
    return;
  }
  const rows = waves.map((wave) => [
    String(wave.wave),
    wave.kind,
    String(wave.version),
    wave.state,
    wave.approvedBy.join(', '),
    toTold(wave),
  ]);
  const head = ['wave', 'kind', 'exposure', 'state', 'approved by', 'notices'];
  showTable(screen, [head, ...rows], [0, 2]);
  screen.line();
  const { readUntil } = waves[0]?.told ?? { readUntil: null };
  const until =
    readUntil === null
      ? `No bounces were read: ${screen.typed('candor notice inbox', state)}`
      : `Bounces were read until ${formatTime(readUntil)}.`;
  screen.line('Numbers are notices. Sent: our relay took it; nobody knows whether a person has seen it.');
  screen.line(until);
}

/** The four numbers, what nobody knows, and messages that have not left, by the state they are in. */
function toTold({ told, uncertain, deliveries }: WaveLine): string {
  const waiting = ['composed', 'approved', 'intent', 'deferred', 'inhibited'].flatMap((state) => {
    const count = deliveries[state] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${state}`];
  });
  const { prepared, sent, returned, posted, settled, carriedOver } = told;
  const apart = [
    ...(settled === 0 ? [] : [`settled ${formatCount(settled)}`]),
    ...(carriedOver === 0 ? [] : [`carried over from before deliveries were chained ${formatCount(carriedOver)}`]),
  ];
  const numbers = [
    ...Object.entries({ prepared, sent, returned, posted, uncertain }).map(
      ([name, count]) => `${name} ${formatCount(count)}`,
    ),
    ...apart,
  ];
  return numbers.join(', ') + (waiting.length === 0 ? '' : `; messages: ${waiting.join(', ')}`);
}
