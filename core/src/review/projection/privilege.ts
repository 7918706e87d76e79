/**
 * Words that mark a message as advice of counsel, in the languages of the notices. They hold a message back until
 * counsel has looked at it, so they may take in too much and must not take in too little; a party loses nothing but
 * time by them.
 */
const MARKS: readonly RegExp[] = [
  /\battorney[\s-]{1,3}client\b/i,
  /\bsolicitor[\s-]{1,3}client\b/i,
  /\blawyer[\s-]{1,3}client\b/i,
  /\b(?:legal(?:ly)?|legal professional) privilege[d]?\b/i,
  /\bprivileged\s{1,3}(?:and|&)\s{1,3}confidential\b/i,
  /\b(?:attorney|lawyer)(?:'s|s')? work[\s-]{1,3}product\b/i,
  /\bwork product (?:doctrine|privilege)\b/i,
  /\banwalts?(?:geheimnis|privileg|korrespondenz)/i,
  /\banwaltlich (?:privilegiert|vertraulich)/i,
  /\bsecret professionnel\b/i,
  /\bconfidentiel avocat/i,
  /\bsecreto profesional\b/i,
  /\bprivilegio abogado/i,
];

/** Characters of the text that are looked at: marks stand at the top or in the signature. */
const LOOKED_AT = 256 * 1024;

export function hasPrivilegeMark(subject: string, text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return MARKS.some((mark) => mark.test(subject) || mark.test(start));
}
