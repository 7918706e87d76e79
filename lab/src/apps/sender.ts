import { keepCompiledCode } from '../adapters/compiled-code.ts';

// As for the command line: several of these start at once.
keepCompiledCode();
await import('./sender/main.ts');
