import { armor, Decrypter, Encrypter } from 'age-encryption';

/**
 * Encrypts a text with a passphrase by age, armored. `workFactor`: base-2 logarithm of scrypt's cost; age's own where
 * it is left out.
 */
export async function sealWithPassphrase(text: string, passphrase: string, workFactor?: number): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  if (workFactor !== undefined) encrypter.setScryptWorkFactor(workFactor);
  return armor.encode(await encrypter.encrypt(text));
}

/** Whether a text looks like what age wrote, armored. */
export function isArmored(text: string): boolean {
  return text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
}

/** The text; null for another passphrase or foreign input, which age only distinguishes by exceptions. */
export async function openWithPassphrase(armored: string, passphrase: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(armored), 'text');
  } catch {
    return null;
  }
}
