import { tmpdir } from 'node:os';
import { getSystemErrorMessage } from 'node:util';
import { type Reason, Refusal } from '@candor/core/base';
import { CommanderError } from 'commander';
import { isSettled, requestStop } from '../interruption.ts';
import { toClosedPipeCode } from './answer-exit.ts';
import { toFaultAdvice } from './fault-words.ts';
import { loadProgram } from './load-program.ts';
import { isQuiet, QUIET } from './show/quiet.ts';
import { defaultState, openScreen, toJsonText, toVisible } from './show/screen.ts';

// Exit codes: 0 done · 1 fault · 2 usage or a refusal (an invalid incident file) · 3 when something needs a person.
const exitFault = 1;
const exitRefusal = 2;
/** 128 + SIGINT, as shells have it. */
const exitInterrupted = 130;

process.on('SIGINT', () => {
  if (requestStop()) {
    process.stderr.write('\nStopping: the current task is finished first. Press Ctrl-C again to end at once.\n');
    return;
  }
  if (isSettled()) {
    process.stderr.write('\nToo late to stop: it is done. Press Ctrl-C again to end at once.\n');
    return;
  }
  process.stderr.write('\nStopped. Nothing is lost: the same command continues.\n');
  process.exit(exitInterrupted);
});
// A reader of our output that goes away (`candor parties | head`) is no fault, and makes no answer a yes.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') {
    const code = toClosedPipeCode(process.exitCode);
    if (code === null) return;
    process.exit(code);
  }
  const why = cause.errno === undefined ? cause.message : getSystemErrorMessage(cause.errno);
  tellPerson(Object.assign(new Error(`standard output cannot be written (${why})`, { cause }), { code: cause.code }));
  process.exit(exitFault);
});

// Set to nothing is as good as not set.
if (process.env['CANDOR_STATE'] === '') delete process.env['CANDOR_STATE'];
const shown = openScreen(process.stdout, process.env);
const screen = isQuiet(process.argv) ? { ...shown, line: () => true } : shown;
try {
  const program = await loadProgram(
    screen,
    process.argv.slice(2).find((word) => word !== QUIET),
  );
  await program.parseAsync(process.argv);
} catch (cause) {
  process.exitCode = tell(cause);
}

/**
 * A program that asked for JSON gets the code, which people do not need: sentences may change, codes never do. On one
 * line, since some streams have an object a line.
 */
function tellProgram(said: object): void {
  if (process.argv.includes('--json')) screen.line(toJsonText(said));
}

function tell(cause: unknown): number {
  if (cause instanceof CommanderError) {
    if (cause.exitCode === 0) return 0;
    tellProgram({ refusal: { code: 'usage', reasons: [toUsageReason(cause)] } });
    return exitRefusal;
  }
  if (cause instanceof Refusal) {
    tellProgram({ refusal: { code: cause.code, reasons: cause.reasons } });
    for (const reason of cause.advice) process.stderr.write(`${toVisible(withTypedCommands(reason))}\n`);
    return exitRefusal;
  }
  tellProgram({ fault: toText(cause) });
  tellPerson(cause);
  return exitFault;
}

/** A refusal knows the commands that help, and not how this program was started. */
function withTypedCommands(reason: Reason): string {
  return typeof reason === 'string' ? reason : reason.toText((command) => screen.typed(command));
}

/** Commander has already shown the error. */
function toUsageReason({ message }: CommanderError): string {
  return message.replace(/^error: /, '').replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
}

function tellPerson(cause: unknown): void {
  process.stderr.write(`Candor failed: ${toVisible(toText(cause))}\n`);
  process.stderr.write(`${toVisible(toFaultAdvice(cause, listPlaces()))}\n`);
  if (process.env['CANDOR_DEBUG'] !== undefined && cause instanceof Error) process.stderr.write(`${cause.stack}\n`);
}

/** Every place that this command may have written to. */
function listPlaces(): readonly string[] {
  const typed = process.argv.slice(2).flatMap((word) => {
    const path = word.replace(/^--[a-z-]+=/, '');
    return path === '' || path.startsWith('-') ? [] : [path];
  });
  return [...typed, process.env['CANDOR_STATE'] ?? defaultState, '.', tmpdir()];
}

function toText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
