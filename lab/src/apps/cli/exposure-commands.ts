import { exposureOperations as contract, optional } from '@candor/core/contract/operations';
import { z } from 'zod';
import * as exposure from '../../operations/exposure.ts';
import { type CommandEntry, commandFor, commandOf } from './command-entry.ts';
import { everyRow } from './field-option.ts';
import { toVisible } from './show/screen.ts';
import { showDifference } from './show/show-difference.ts';
import { showCopies, showMailbox } from './show/show-explain.ts';
import { showInterest } from './show/show-interest.ts';
import { showLeadEffect } from './show/show-lead-effect.ts';
import { showLeads } from './show/show-leads.ts';
import { showUnresolved } from './show/show-unresolved.ts';

const group = 'Exposure: what the intruder did';
const copies = contract.explainCopy.input.shape;
const mailboxes = contract.explainMailbox.input.shape;
const { effect, ...answers } = contract.leadEffect.input.shape;

const EXPOSURE_COMMANDS = [
  commandOf(
    {
      typed: 'explain',
      group,
      does: contract.explainCopy.does,
      examples: [
        "candor explain '<a.1@harbor.example>'",
        'candor explain --mailbox allen-p',
        'candor explain --mailbox allen-p --json',
      ],
    },
    z.object({ copy: optional(copies.copy), mailbox: optional(mailboxes.mailbox), all: mailboxes.all }),
    (call, { copy, mailbox, all }, { isJson, refuse }) => {
      if (copy !== undefined && mailbox !== undefined)
        return refuse('name a copy or a mailbox (--mailbox CUSTODIAN), not both');
      if (mailbox !== undefined)
        return call(exposure.explainMailbox, { mailbox, all: all || isJson }, (screen, found) =>
          showMailbox(screen, found, all),
        );
      if (copy !== undefined) return call(exposure.explainCopy, { copy }, showCopies);
      return refuse('name a copy (location or Message-ID), or a mailbox with --mailbox CUSTODIAN');
    },
  ),
  commandFor(exposure.interest, {
    group,
    examples: ['candor interest', 'candor interest --json'],
    notes: 'Name words and people of the response under `interest` in the incident file.',
    view: everyRow('every row of every table'),
    show: (screen, interest, { view }) => showInterest(screen, interest, view.all),
  }),
  commandOf(
    {
      typed: 'leads',
      group,
      does: contract.leads.does,
      examples: [
        'candor leads',
        'candor leads --logs signins.json --logs signins-noninteractive.json',
        'candor leads --effect session:37c19464-96dd-4c9e-a9f3-38e7a2542daf',
        'candor leads --effect address:203.0.113.7 --as owner --mailbox allen-p',
      ],
      notes: "--effect judges everything again for each answer (the intruder's, the owner's) and keeps nothing.",
    },
    z.object({ ...everyRow('every lead'), ...contract.leads.input.shape, effect: optional(effect), ...answers }),
    (call, { all, logs, effect: leads = [], ...rest }, { state, refuse }) => {
      if (leads.length > 0) return call(exposure.leadEffect, { effect: leads, ...rest }, showLeadEffect);
      if (rest.as !== undefined) return refuse('--as needs --effect LEAD');
      return call(exposure.leads, { logs }, (screen, found) => showLeads(screen, found, state, all));
    },
  ),
  commandFor(exposure.unresolved, {
    group,
    examples: ['candor unresolved', 'candor unresolved --json'],
    show: showUnresolved,
  }),
  commandFor(exposure.diff, { group, examples: ['candor diff', 'candor diff 1 2 --json'], show: showDifference }),
  ...[exposure.exportResults, exposure.exportRecords].map((operation) =>
    commandFor(operation, {
      group,
      examples: [`candor ${operation.name} --out results/`],
      hasJson: false,
      show: (screen, files) => {
        for (const file of files) screen.line(toVisible(file));
      },
    }),
  ),
];

export const COMMANDS: readonly CommandEntry[] = EXPOSURE_COMMANDS;
