/**
 * Words of passwords, payments and the response, in the languages of notices: what an intruder who searches a mailbox
 * asks for. Lower case; each also stands for words that begin with it.
 */
const WORDS: readonly string[] = [
  ...['password', 'passwd', 'passcode', 'credential', 'login', 'secret', 'token', 'api key', 'vpn', 'mfa', '2fa'],
  ...['invoice', 'payment', 'wire', 'transfer', 'bank', 'iban', 'swift', 'payroll', 'remittance'],
  ...['phish', 'breach', 'hack', 'malware', 'incident', 'suspicious', 'security alert', 'compromis'],
  ...['passwort', 'kennwort', 'zugangsdaten', 'rechnung', 'zahlung', 'überweisung', 'konto', 'sicherheitsvorfall'],
  ...['mot de passe', 'identifiant', 'facture', 'paiement', 'virement'],
  ...['contraseña', 'clave', 'factura', 'pago', 'transferencia'],
];

const LETTER = /[\p{L}\p{N}]/u;

export function asksForSecrets(query: string): boolean {
  const text = query.toLowerCase();
  return WORDS.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (at === 0 || !LETTER.test(text[at - 1] ?? '')) return true;
    return false;
  });
}
