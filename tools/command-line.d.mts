import type { ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Options and names as typed; shows the help and ends, or ends with one line about what it does not know. */
export declare function readCommandLine<Options extends ParseArgsOptionsConfig = Record<never, never>>(
  help: string,
  known?: { readonly options?: Options; readonly names?: boolean },
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>>;

/** Ends the process with one line. */
export declare function refuse(help: string, what: string): never;
