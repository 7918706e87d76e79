import { formatAmount, formatInstant, Refusal } from '@candor/core/base';
import { findingOperations as contract, flag, optional, reviewedDigest } from '@candor/core/contract/operations';
import { z } from 'zod';
import * as findings from '../../operations/findings.ts';
import { type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import { showJson } from './options.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { showEvaluation, showFindingScan } from './show/show-finding-scan.ts';
import { showDecision, showDecisions, showFindingPage, showOverview, showValueView } from './show/show-found.ts';
import { showFindingFigures, showPeople, showPrivilege } from './show/show-people.ts';
import { showDrawn, showSampleView } from './show/show-sample.ts';

/** A digest that is typed has so many. */
const SHOWN_DIGITS = 12;

const { value, why: revealedWhy, ...second } = contract.reveal.input.shape;

const FINDING_COMMANDS = [
  commandFor(findings.overview, {
    isDefault: true,
    examples: ['candor findings', 'candor findings overview --party northwind.example --json'],
    show: (screen, overview, { state }) => showOverview(screen, overview, state),
  }),
  commandOf(
    {
      typed: 'list',
      does: contract.list.does,
      examples: [
        'candor findings list --is waiting      what waits for a person',
        'candor findings list --kind credential --party northwind.example',
      ],
    },
    contract.list.input,
    (call, input, { state, isJson }) =>
      call(
        findings.list,
        isJson ? { ...input, limit: Number.MAX_SAFE_INTEGER } : input,
        (screen, page) => showFindingPage(screen, page, state),
        (screen, page) => showJson(screen, page.findings),
      ),
  ),
  commandOf(
    {
      typed: 'show',
      does: contract.showValue.does,
      signs: 'optional',
      examples: [
        'candor findings show 12',
        'candor findings show 12 --reveal --why "is it still in use?" --as "Ines Adler" --key ines.key',
      ],
    },
    z.object({
      value,
      reveal: flag(contract.reveal.does),
      why: optional(revealedWhy),
      ...second,
      digest: reviewedDigest(),
    }),
    (
      call,
      { value: number, reveal, why, digest: _, ...beside },
      { isJson, screen: { isTerminal }, caller, refuse },
    ) => {
      if (!reveal) return call(findings.showValue, { value: number }, showValueView);
      if (caller.actor.signature === null || why === undefined)
        return refuse('--reveal needs --as NAME and --why REASON');
      // A pipe, a file and a script's variable keep what a terminal forgets.
      if (isJson || !isTerminal)
        throw new Refusal('no-terminal', ['a value is shown on a terminal only: not in a pipe, a file or JSON']);
      return call(findings.reveal, { value: number, why, ...beside }, (screen, shown) => {
        screen.line(screen.dim(`Entry ${shown.entry} of the log has who saw this and why.`));
        screen.line(shown.text);
      });
    },
  ),
  ...[findings.accept, findings.dismiss].map((operation) => {
    const typed = `candor ${operation.name.replace('.', ' ')}`;
    return commandFor(operation, {
      examples: [
        `${typed} --value 12 --why "asked the help desk"`,
        `${typed} --rule payment-card --sender news@shop.example --why "order numbers"`,
      ],
      notes:
        'A decision about a value holds before one about a sender, a rule or a kind; of equals the newest. It survives every later run. `candor findings undo` undoes it.',
      show: (screen, made) => {
        showDecision(screen, made, made.findings);
        showDecisionMade(screen, made.decision);
      },
    });
  }),
  commandFor(findings.undo, {
    examples: ['candor findings undo 3 --why "a real password after all"'],
    show: (screen, made) => {
      showDecision(screen, made, null);
      showDecisionMade(screen, made.decision);
    },
  }),
  commandFor(findings.decisions, { examples: ['candor findings decisions'], show: showDecisions }),
  commandOf(
    {
      typed: 'sample',
      does: contract.drawSample.does,
      by: 'who draws',
      examples: [
        'candor findings sample --out sheet.csv',
        'candor findings sample --answers sheet.csv',
        'candor findings sample',
      ],
      notes:
        'Write yes, no or unsure into the column `holds`: does the message hold a secret or personal data? The sheet does not tell what was found.',
    },
    z.object({
      ...contract.drawSample.input.shape,
      out: optional(contract.drawSample.input.shape.out),
      answers: optional(contract.readSample.input.shape.answers),
    }),
    (call, { out, answers, ...sizes }, { refuse }) => {
      if (out !== undefined && answers !== undefined)
        return refuse('draw a sample (--out) or read one back (--answers)');
      if (out !== undefined) return call(findings.drawSample, { out, ...sizes }, showDrawn);
      if (answers !== undefined) return call(findings.readSample, { answers }, showSampleView);
      return call(findings.showSample, {}, showSampleView);
    },
  ),
  commandFor(findings.people, {
    examples: ['candor findings people --out people.csv'],
    show: (screen, lines, { input }) => showPeople(screen, lines, input.out ?? null),
  }),
  ...[findings.mergePersons, findings.splitPerson].map((operation) =>
    commandFor(operation, {
      examples: [
        operation.name === 'findings.merge'
          ? 'candor findings merge 3f9c02aa51d7e6b4 90b1c7de22f4a815 --why "married in May"'
          : 'candor findings split 3f9c02aa51d7e6b4 --why "two customers of one name"',
      ],
      notes: '`candor findings undo` takes it back. It ends with `candor findings erase`, as the numbers do.',
      show: (screen, made) => {
        showDecision(screen, made, null);
        showDecisionMade(screen, made.decision);
      },
    }),
  ),
  commandFor(findings.figures, { examples: ['candor findings figures --json'], show: showFindingFigures }),
  commandOf(
    {
      typed: 'privilege',
      does: contract.privilege.does,
      signs: 'may',
      examples: [
        'candor findings privilege --out privilege.csv',
        'candor findings privilege --hold --why "counsel asked"',
      ],
      notes:
        'Addresses and domains of counsel stand under `counsel` in the incident file. A mark that a sender writes below most mails is a footer and holds nothing.',
    },
    contract.privilege.input,
    (call, input, { state, refuse }) => {
      if (input.hold && input.why === undefined) return refuse('--hold needs --why REASON');
      return call(findings.privilege, input, (screen, log) => {
        showPrivilege(screen, log, input.out ?? null, state);
        if (log.decision !== null) showDecisionMade(screen, log.decision);
      });
    },
  ),
  commandFor(findings.erase, {
    examples: [
      'candor findings erase --why "legal term over" --as "Ines Adler" --key ines.key',
      'candor findings erase --as "Omar Bell" --key omar.key --digest 9c2e41aa      the second one carries it out',
      'candor findings erase --before 2026-01-31T00:00:00Z --why "not needed any more" --as "Ines Adler"',
    ],
    notes:
      'The key goes first, then places and masks. What was erased is not searched again. Of the rest the next run makes new hashes under a new key. Copies of the key in backups are yours to destroy.',
    show: (screen, erasure, { input: { before }, state }) => {
      const since = before === null ? '' : ` --before ${formatInstant(before)}`;
      const next = `candor findings erase${since} --as NAME --key FILE --digest ${erasure.digest.slice(0, SHOWN_DIGITS)}`;
      printApprovalStep(screen, erasure, { done: 'It was carried out.', next, state });
      if (erasure.erased === null) return;
      const { key, findings: gone, messages } = erasure.erased;
      screen.line(key ? 'The key is destroyed.' : 'There was no key any more.');
      screen.line(`Erased: ${formatAmount(gone, 'finding')} of ${formatAmount(messages, 'message')}.`);
      screen.line(
        'Files written before keep what they hold; erase them yourself: people.csv (names), findings.jsonl and samples (masks and places), privilege logs.',
      );
    },
  }),
  commandFor(findings.scan, {
    examples: ['candor findings scan mailboxes/lokay.mbox', 'candor findings scan mail --out findings.jsonl'],
    show: (screen, scan, { input }) => showFindingScan(screen, scan, input.out ?? null),
  }),
  commandFor(findings.evaluate, {
    view: { list: flag('every label that was missed and every finding without one') },
    examples: [
      'candor findings evaluate labels.jsonl --mail mail',
      'candor findings evaluate labels.jsonl --mail mail --list',
    ],
    show: (screen, evaluation, { view }) => showEvaluation(screen, evaluation, view.list),
  }),
];

/** What was in the mail: passwords, keys, numbers of cards, accounts and persons. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'findings',
      group: 'Impact: whose mail it was',
      does: 'passwords, keys and personal data in mail',
      examples: [
        'candor findings',
        'candor findings list --is waiting',
        'candor findings dismiss --sender news@shop.example --why "order numbers"',
        'candor findings scan mailboxes/lokay --out findings.jsonl',
        'candor findings evaluate labels.jsonl --mail mail',
      ],
      notes: 'Values are never stored: a finding is a place, a kind and a mask.',
    },
    FINDING_COMMANDS,
  ),
];
