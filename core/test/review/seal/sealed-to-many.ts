import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** What nothing of ours makes: a file that several can open. */
export async function sealToMany(recipients: readonly string[], content: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

/** An identity of the kind that a large quantum computer would break. */
export async function makeWeakKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
