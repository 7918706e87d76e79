import * as figures from '../../operations/transparency.ts';
import { answering, type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import { transparencyGroup } from './log-commands.ts';
import { showFigureCheck, showFigures, showOutsideCheck, showPublication } from './show/show-figures.ts';

const GROUP = {
  typed: 'figures',
  group: transparencyGroup,
  does: 'the figures of the whole incident, each with its formula; publish one, verify one',
  examples: [
    'candor figures list',
    'candor figures publish --name messages --as "Ines Adler" --out messages.json   # then the second person',
    'candor figures publish --name notified-of-all --as "Ines Adler" --out notified.json',
    'candor figures verify notified.json',
    'candor figures verify notified.json --site public/ --proof 41.tlog-proof --proof 12.tlog-proof   # without a state',
  ],
};

const FIGURE_COMMANDS = [
  commandFor(figures.listFigures, { isDefault: true, show: showFigures }),
  commandFor(figures.publishFigure, {
    show: (screen, published, { caller, input: { out }, state }) =>
      showPublication(screen, published, { as: caller.actor.name, out, state }),
  }),
  commandOf(
    { typed: 'verify', does: figures.verifyFigure.does, isAnswer: true },
    figures.verifyFigureOutside.input,
    (call, { file, ...outside }) =>
      outside.proof.length > 0 || outside.site !== null
        ? call(
            figures.verifyFigureOutside,
            { file, ...outside },
            ...answering(({ parts }) => parts.every(({ state }) => state === 'holds'), showOutsideCheck),
          )
        : call(
            figures.verifyFigure,
            { file },
            ...answering(({ isSame, isInLog }) => isSame && isInLog, showFigureCheck),
          ),
  ),
];

export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, FIGURE_COMMANDS)];
