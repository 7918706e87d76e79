import type { ConsoleChange, ConsoleDenialCode } from '@candor/core/contract/console';

const STATUS: Readonly<Record<ConsoleDenialCode, number>> = {
  'wrong-host': 421,
  'wrong-origin': 403,
  'signed-out': 401,
  'token-spent': 401,
  'code-spent': 410,
  'not-found': 404,
  'not-allowed': 403,
  'terminal-only': 403,
  'not-offered': 404,
  malformed: 400,
  refused: 409,
  changed: 409,
  fault: 500,
};

/** Ends a request with a code and, where a person can do something, the reasons. */
export class ConsoleRefusal extends Error {
  readonly code: ConsoleDenialCode;
  readonly reasons: readonly string[];
  readonly changes: readonly ConsoleChange[];

  constructor(code: ConsoleDenialCode, reasons: readonly string[] = [], changes: readonly ConsoleChange[] = []) {
    super(code);
    this.code = code;
    this.reasons = reasons;
    this.changes = changes;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** The answer to anything that was thrown. A fault's message may hold mail: it stays here. */
export function toConsoleRefusal(thrown: unknown): ConsoleRefusal {
  if (thrown instanceof ConsoleRefusal) return thrown;
  const status = thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : null;
  return new ConsoleRefusal(typeof status === 'number' && status < 500 ? 'malformed' : 'fault');
}
