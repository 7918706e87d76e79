/**
 * What is said on the telephone, in each language.
 */
export { CALL_SCRIPTS } from './call-scripts.ts';
