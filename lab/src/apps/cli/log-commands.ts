import { formatAmount } from '@candor/core/base';
import { toBase64 } from '@candor/core/ledger';
import * as log from '../../operations/transparency.ts';
import { claimAgreement } from './agreement.ts';
import { type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import { showJson } from './options.ts';
import { toVisible } from './show/screen.ts';
import { showLogCheck, showLogVerification, showPublishedLog, toVerificationJson } from './show/show-log.ts';

export const transparencyGroup = 'Transparency: what outsiders can check';

const GROUP = {
  typed: 'log',
  group: transparencyGroup,
  does: 'the public log: publish, verify and rebuild it, prove and open entries',
  examples: [
    'candor log publish --site public/                       once a period, from a timer',
    'candor log verify --site public/ --key harbor.example/log+…  --checkpoint saved.txt --save saved.txt',
    'candor log fsck',
    'candor log prove 12 --out 12.tlog-proof',
    'candor log open --party northwind.example --out northwind.jsonl',
  ],
};

const LOG_COMMANDS = [
  commandFor(log.publishLog, {
    json: (screen, { checkpoint: { size, root }, waiting, folder, note }) =>
      showJson(screen, { size, root: toBase64(root), waiting, folder, checkpoint: note }),
    show: showPublishedLog,
  }),
  commandFor(log.verifyLog, {
    notes: 'Exit code 3 when anything differs. docs/formats/log.md says what this proves and what not.',
    answers: ({ problems }) => !problems.some(({ weight }) => weight === 'person'),
    json: (screen, result) => showJson(screen, toVerificationJson(result)),
    show: showLogVerification,
  }),
  commandFor(log.checkLog, {
    answers: (result) => claimAgreement(result).is !== 'differs',
    json: (screen, { root, ...result }) => showJson(screen, { ...result, root: toBase64(root) }),
    show: showLogCheck,
  }),
  commandFor(log.proveEntry, {
    show: (screen, { proof }, { input: { out } }) => {
      for (const line of out === null ? proof.trimEnd().split('\n') : [toVisible(out)]) screen.line(line);
    },
  }),
  commandOf({ typed: 'open', does: log.openEntries.does }, log.openEntries.input, (call, input, { refuse }) => {
    if ((input.party === null) === !input.all) return refuse('name a party with --party PARTY, or --all');
    return call(log.openEntries, input, (screen, { out, count }) =>
      screen.line(
        `${formatAmount(count, 'entry', 'entries')} in ${toVisible(out)}. Anybody who has this file can read them.`,
      ),
    );
  }),
];

export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, LOG_COMMANDS)];
