import type { ExpectedWords } from '../expected-words.ts';

export const expected: ExpectedWords = {
  // Kandel and Moles 1958.
  readingEase: (words, syllables) => 207 - 1.015 * words - 73.6 * syllables,
  notices: {
    digits: ['999', '1\u00A0000', '14\u00A0699', '1\u00A0234\u00A0567'],
    dates: ['1er septembre 2001', '1er sept. 2001', '1er septembre 2001 à 08\u00A0h\u00A005 UTC'],
  },
  pages: { digits: ['999', '1\u202f000', '14\u202f699'], dates: ['1er avr. 2001'] },
  semicolon: '\u202f; ',
  zero: 'one',
  measures: 'Nous avons retiré l’application et réinitialisé tous les comptes.',
  detailsHeading: 'Détails',
  and: 'et',
  happened: 'du 10 septembre au 14 octobre 2001',
  discovered: 'découvert le 18 octobre 2001',
  delayed: 'À la demande des autorités d’enquête',
  dates: 'du 3 juin 1999 au 9 octobre 2001',
  follows: 'Conséquences possibles',
  firstAction: '1. Cherchez les mots de passe',
  readableFrom: 'À partir du 23 octobre 2001',
  notReadable: 'Nous ne proposons pas la consultation de ces e-mails',
  law: 'RGPD',
  duties: {
    controller: 'Nous sommes votre sous-traitant. Comme responsable du traitement',
    processor: 'Vous êtes sous-traitant',
    independent: 'comme responsable du traitement',
  },
  nextUpdate: 'Prochain avis : 21 octobre 2001',
  opened: /ouvert ou copié/i,
  presumed: /présum/i,
  stolen: /volés?\b|\bvol\b/i,
  paymentRequest: 'demande de paiement',
  intruder: 'intrus',
  apology: /désolé/i,
  yours: /\b(?:votre|vos) (?:date|compte|numéros)/i,
  callScript: ['Lisez-moi son code', 'Je n’ai pas comparé votre texte', 'Relisez tous les groupes'],
  isItGenuine: 'Cet avis vient-il de Harbor Energy\u202f?',
  logNamesMessage: 'Selon le journal des accès, le logiciel de l’intrus a ouvert ce message',
  articles: /\b(?:le|la|du|au) 1 /i,
  // A French "publication" of stolen mail would be its release to all, a "client" a customer.
  roles: { controller: /\bresponsables? du traitement\b/, processor: /\bsous-traitant\b/ },
  otherWords:
    /courriel|passkey(?!\))|\bpublications?\b|client de l’intrus|journal public|clé de récupération|\b(?:la|votre) notification\b/i,
  oddInPages: [
    /\bà \{time\}/,
    // What breaks a line, and would begin the next one with its mark.
    /[^\s] [;:?»]|« |\d \d{3}/,
    /\b(?:de|que) \{(?:organization|name|party)\}/,
  ],
};
