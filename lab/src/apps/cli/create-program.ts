import { Command } from 'commander';

const examples = `
Examples
  candor demo                                   the bundled fictional incident
  candor init evidence/                         write incident.yaml from what a folder holds
  candor check incident.yaml                    everything that is wrong with it, with lines
  candor run incident.yaml --out results/       mailboxes and logs in, exposure and parties out
  candor explain --mailbox allen-p              why, copy by copy, with the records
  candor parties --state .candor                who is concerned, most exposed first

Exit codes  0 done · 1 fault · 2 usage or an invalid incident file · 3 something needs a person
            (run --strict with a problem that nobody has accepted; evidence verify with changed evidence)
Words       docs/glossary.md · files it writes: docs/formats/`;

/** The command line without its commands. */
export function createProgram(): Command {
  return new Command('candor')
    .description('Which message copies did the intruder access, and whom does that concern: exactly, with proof.')
    .version('0.1.0')
    .showHelpAfterError('(candor --help shows every command)')
    .exitOverride()
    .addHelpText('after', examples);
}
