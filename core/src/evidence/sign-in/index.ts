/**
 * Rows of sign-in, directory and admin logs, read for leads and never for verdicts.
 */

export { isReadForLeads, readSignInRow, type SignIn, type SignInRow } from './sign-in.ts';
