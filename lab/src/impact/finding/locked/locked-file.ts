/** Thrown by readers of formats: the file opens with a password only. */
export class LockedFile extends Error {
  override readonly name = 'LockedFile';

  constructor() {
    super('it opens with a password only');
  }
}
