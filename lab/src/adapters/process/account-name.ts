import { userInfo } from 'node:os';

/** The operating system account: the default for who decided. */
export function accountName(): string {
  return userInfo().username;
}
