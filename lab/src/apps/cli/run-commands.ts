import { incidentOperations as contract, flag } from '@candor/core/contract/operations';
import { z } from 'zod';
import { groupProblems } from '../../commands/collect-needs.ts';
import { listIncidents } from '../../commands/incidents/list-incidents.ts';
import { toIncidentFile } from '../../commands/load-incident.ts';
import * as incident from '../../operations/incident.ts';
import { type Call, type CommandEntry, commandFor, commandOf, noteNeeds, type Typed } from './command-entry.ts';
import { showJson } from './options.ts';
import { serveHere } from './serve-here.ts';
import type { Screen } from './show/screen.ts';
import { showArrivals } from './show/show-arrivals.ts';
import { showCheck, showInit, showLook } from './show/show-check.ts';
import { showProblemGroups } from './show/show-problems.ts';
import { showAlerts, showRan, showStatus } from './show/show-status.ts';
import { showTimeline } from './show/show-timeline.ts';

const group = 'Whole incident';
const onRun = { group, signs: 'may', hasState: false, hasJson: 'print the summary as JSON' } as const;
const strict = flag('exit with 3 while there is a problem that nobody has accepted');
const shownInBrowser = flag('then show it in a browser on this machine, until Ctrl-C');
const { accept: acceptInRun, ...run } = contract.run.input.shape;
const { accept: acceptInStart, ...start } = contract.start.input.shape;

/** Gaps and alerts are no problems but facts of the evidence. */
const noting = (isStrict: boolean, show: (screen: Screen, ran: incident.Ran) => unknown) =>
  noteNeeds(({ summary }: incident.Ran) => isStrict && summary.needs.some(({ kind }) => kind === 'problem'), show);

const onScreen = (isStrict: boolean, out: string | null) =>
  [
    noting(isStrict, (screen, ran) => showRan(screen, ran, out)),
    noting(isStrict, (screen, { summary, acceptedNowhere }) =>
      showJson(screen, acceptedNowhere.length === 0 ? summary : { ...summary, acceptedNowhere }),
    ),
  ] as const;

const RUN_COMMANDS = [
  commandOf(
    {
      typed: 'init',
      does: contract.init.does,
      group,
      hasState: false,
      hasJson: 'print what was found as JSON',
      examples: ['candor init evidence/ && candor check evidence/incident.yaml', 'candor init evidence/ --look'],
    },
    z.object({ ...contract.init.input.shape, look: flag(contract.lookAtFolder.does) }),
    (call, { look, ...input }) =>
      look ? call(incident.look, { folder: input.folder }, showLook) : call(incident.init, input, showInit),
  ),
  commandFor(incident.check, {
    group,
    examples: ['candor check evidence/incident.yaml'],
    view: { strict: flag('exit with 3 while something needs a person') },
    needs: ({ warnings }, { view }) => view.strict && warnings.some(({ weight }) => weight === 'person'),
    show: (screen, check, { input }) => showCheck(screen, check, toIncidentFile(input.incident)),
  }),
  commandOf(
    {
      ...onRun,
      typed: 'run',
      does: contract.run.does,
      examples: [
        'candor run incident.yaml',
        'candor run incident.yaml --out results/ --workers 4',
        'candor run incident.yaml --strict --accept audit/purview.csv:418 --why "the provider confirmed it"',
      ],
    },
    z.object({ ...run, strict, accept: acceptInRun }),
    (call, { strict: isStrict, ...input }) => call(incident.run, input, ...onScreen(isStrict, input.out)),
  ),
  commandOf(
    {
      ...onRun,
      typed: 'start',
      does: contract.start.does,
      examples: ['candor start --console', 'candor start --out results/'],
    },
    z.object({ ...start, strict, accept: acceptInStart, once: flag('run and end'), console: shownInBrowser }),
    async (call, { strict: isStrict, once: _, console: isServed, ...input }, typed) => {
      if (isServed && typed.isJson) return typed.refuse('--console shows pages and --json prints: name one of them');
      const { state } = await call(incident.start, input, ...onScreen(isStrict, input.out));
      if (!isServed) return;
      typed.screen.line();
      await serveHere(typed.screen, await listIncidents(state), {
        caller: typed.caller,
        isPrinted: false,
        folder: null,
      });
    },
  ),
  commandOf(
    {
      typed: 'status',
      group,
      does: contract.status.does,
      examples: [
        'candor status',
        'candor status --problems',
        'candor status --alerts',
        'candor status --arrivals',
        'candor status --timeline',
      ],
    },
    z.object({
      problems: flag('show the problems of the run instead, grouped by cause'),
      alerts: flag(contract.alerts.does),
      arrivals: flag(contract.arrivals.does),
      timeline: flag(contract.timeline.does),
    }),
    (call, { problems, alerts, arrivals, timeline }, typed) => {
      if (alerts) return call(incident.alerts, {}, showAlerts);
      if (arrivals) return call(incident.arrivals, {}, showArrivals);
      if (timeline) return call(incident.timeline, {}, showTimeline);
      return problems ? callProblems(call, typed) : callStatus(call, typed);
    },
  ),
];

const callStatus = (call: Call, { state }: Typed) =>
  call(
    incident.status,
    {},
    (screen, status) => showStatus(screen, status, state),
    (screen, { summary }) => showJson(screen, summary),
  );

const callProblems = (call: Call, { state }: Typed) =>
  call(
    incident.status,
    {},
    (screen, { problems }) => showProblemGroups(screen, groupProblems(problems), state),
    (screen, { problems }) => showJson(screen, problems),
  );

export const COMMANDS: readonly CommandEntry[] = RUN_COMMANDS;
