import { formatAmount } from '@candor/core/base';
import { flag, noticeOperations } from '@candor/core/contract/operations';
import type { LogSettings } from '@candor/core/incident';
import { z } from 'zod';
import type { PreparedWave } from '../../commands/notice/prepare-wave.ts';
import type { WaveLine } from '../../commands/notice/read-wave.ts';
import type { WaveSaid } from '../../commands/notice/wave-warnings.ts';
import * as notice from '../../operations/notice.ts';
import { type CommandEntry, commandFor, commandOf } from './command-entry.ts';
import { showJson } from './options.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { showSelection } from './show/show-selection.ts';
import { showApproval, showPrepared, showReferee, showWave, showWindowWarnings } from './show/show-wave.ts';
import { showWaves } from './show/show-waves.ts';

const { prepareWave: draft, showWave: view, approveWave: approval } = noticeOperations;
const nothing = () => undefined;

/** Waves: drafting, looking, approving; below `candor notice`. */
export const DRAFT_COMMANDS: readonly CommandEntry[] = [
  commandOf(
    {
      typed: 'prepare',
      does: draft.does,
      signs: 'may',
      examples: [
        'candor notice prepare --wave metadata --dry-run                         only show the drafts',
        'candor notice prepare --wave secrets-metadata --findings secrets.csv --why "read by counsel"    messages with secrets first',
        'candor notice prepare --wave metadata                                   everybody who must be notified',
        'candor notice prepare --wave metadata --only northwind.example',
        'candor notice prepare --wave supplement --next-update 2001-11-04',
        'candor notice prepare --wave update                                     what was promised for today',
      ],
      notes:
        'Parties whose last notice says exactly this get none. All figures come from the exposure version. The same command again refreshes its draft and keeps the changes of `candor notice edit`. The first draft starts the public log: its origin, its rate and the operators are fixed from then on.',
    },
    z.object({ ...draft.input.shape, dryRun: flag('show the drafts; start and store nothing') }),
    async (call, { dryRun, ...input }, { state, refuse }) => {
      if (dryRun && input.findings !== null) return refuse('--findings stores a list: give it without --dry-run');
      if (input.findings !== null && input.why === undefined)
        return refuse('--findings decides what notices say of secrets: give the reason with --why');
      if (dryRun) return call(notice.previewWave, input, (screen, prepared) => showDryRun(screen, prepared, state));
      await call(notice.logToStart, {}, (screen, start) => showLogStart(screen, start, state), nothing);
      return call(notice.prepareWave, input, (screen, prepared) => showPrepared(screen, prepared, state));
    },
  ),
  commandOf(
    {
      typed: 'show',
      does: view.does,
      examples: [
        'candor notice show',
        'candor notice show --wave 2 --party northwind.example',
        'candor notice show --text',
      ],
    },
    z.object({
      ...view.input.shape,
      text: flag('every notice in full'),
      selection: flag('all that decisions and the incident file make of the evidence, and nothing else'),
    }),
    (call, { text, selection: isSelection, ...input }, { state }) =>
      call(
        notice.showWave,
        input,
        (screen, wave) =>
          isSelection && wave.selection !== null
            ? showSelection(screen, wave.selection, 'whole', state)
            : showWave(screen, wave, text || input.party !== null, state),
        (screen, wave) => showJson(screen, withoutSaid(wave)),
      ),
  ),
  commandOf(
    {
      typed: 'approve',
      does: approval.does,
      signs: 'must',
      examples: [
        'candor notice show --wave 2',
        'candor notice approve --wave 2 --as "Ines Adler" --key ines.key --digest 9c2e41aa',
      ],
      notes:
        'Before it asks for a passphrase it prints what decisions and the incident file make of the evidence. Who does not agree refuses with `candor notice discard`. Nobody approves anything about their own mailbox. Any later change voids every approval.',
    },
    approval.input,
    async (call, input, { state }) => {
      // Before the passphrase, so that the reader can still stop.
      const showBefore = (screen: Screen, { warnings, referee }: WaveSaid) => {
        if (warnings.length + referee.length > 0) screen.line('Not signed, but said by this machine:');
        showWindowWarnings(screen, warnings);
        showReferee(screen, referee);
      };
      const said = await call(notice.waveWarnings, { wave: input.wave }, showBefore, nothing);
      return call(
        notice.approveWave,
        input,
        (screen, approved) => showApproval(screen, approved, state),
        (screen, approved) => showJson(screen, { ...approved, ...said }),
      );
    },
  ),
  commandFor(notice.waves, {
    examples: ['candor notice status', 'candor notice status --json'],
    json: (screen, lines) => showJson(screen, lines.map(withoutSaid)),
    show: (screen, lines, { state }) => showWaves(screen, lines, state),
  }),
];

/** Data: who approved is in it as a list. */
function withoutSaid<Line extends WaveLine>({ approved: _said, ...line }: Line): Omit<Line, 'approved'> {
  return line;
}

/** What a dry run composed: every notice in full, and what needs a person. */
function showDryRun(screen: Screen, prepared: PreparedWave, state: string): void {
  const drafts = prepared.drafts ?? [];
  screen.line(
    screen.bold(
      `Dry run: ${formatAmount(drafts.length, 'notice')} of exposure ${prepared.version}. Nothing was started or stored.`,
    ),
  );
  screen.line('Code, key and log in these drafts are placeholders.');
  screen.line();
  showSelection(screen, prepared.selection, 'summary', state);
  showWindowWarnings(screen, prepared.warnings);
  showReferee(screen, prepared.referee);
  for (const { party, kind, language, contacts, subject, text } of drafts) {
    screen.line();
    screen.line(screen.bold(toVisible(`${party} · ${kind} · ${language} · ${contacts.join(', ') || 'no address'}`)));
    screen.line(toVisible(`Subject: ${subject}`));
    screen.line();
    for (const line of text.trimEnd().split('\n')) screen.line(toVisible(line));
  }
}

/** Said before the first draft: what it fixes for good. Null: there was one. */
function showLogStart(
  screen: Screen,
  start: { readonly log: LogSettings; readonly operators: readonly string[] } | null,
  state: string,
): void {
  if (start === null) return;
  const { log, operators } = start;
  screen.line(screen.bold('This starts the public log. From now on these are fixed:'));
  screen.line(`  origin     ${toVisible(log.origin)}`);
  screen.line(
    `  rate       ${formatAmount(log.entries, 'entry', 'entries')} every ${log.everySeconds} s (log.every, log.entries)`,
  );
  screen.line(`  operators  ${toVisible(operators.join(', '))}; a change needs two of them`);
  screen.line(`To see drafts without it: ${screen.typed('candor notice prepare --wave metadata --dry-run', state)}`);
  screen.line();
}
