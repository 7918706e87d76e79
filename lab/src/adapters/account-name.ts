import { userInfo } from 'node:os';

/** The account that runs this: who decided, when nobody says. */
export function accountName(): string {
  return userInfo().username;
}
