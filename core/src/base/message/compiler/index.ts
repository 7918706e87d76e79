/**
 * Compiles messages in ICU's syntax. It loads the parser: programs, builds and tests use it, browsers never
 * (docs/decisions/0094-messages-as-data.md). `compileMessage` and `compileCatalogue` throw for what is no message.
 */

export { type Compiled, compileCatalogue, compileMessage } from './compile-message.ts';
