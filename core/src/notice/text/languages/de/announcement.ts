import type { AnnouncementPhrases } from '../announcement-phrases.ts';

export const germanAnnouncement: AnnouncementPhrases = {
  subject: {
    organization: 'Jemand bittet um die betroffenen E-Mails Ihrer Organisation mit {organization}',
    person: 'Jemand bittet um Ihre betroffenen E-Mails mit {organization}',
  },
  somebody: 'unbekannt',
  asks: {
    organization:
      'Wir wurden um die betroffenen E-Mails zwischen Ihrer Organisation und unserer gebeten, soweit sie {proved} betreffen. Angegebener Name: {person}. Noch liest niemand etwas.',
    person:
      'Wir wurden um Ihre betroffenen E-Mails mit uns ({proved}) gebeten. Angegebener Name: {person}. Noch liest niemand etwas.',
  },
  address: 'Angegebene Adresse: {address}.',
  addressElsewhere: 'Die angegebene Adresse gehört zu keiner Ihrer Domains.',
  shown: {
    dns: 'Gezeigt wurde: Ein Eintrag in der Zone von {proved} enthält den Schlüssel unten, und die Person hat den Code einer unserer Mitteilungen.',
    mailbox: 'Gezeigt wurde: Die Person hat den Code, den wir an {proved} geschickt haben.',
    nomination: 'Gezeigt wurde: {name} darf für Sie Personen benennen, die lesen, und hat diese Person benannt.',
    hand: 'Gezeigt wurde: Eine Person bei uns hat festgehalten, womit belegt ist, dass diese Person für Sie handelt.',
  },
  representative: 'Diese Person handelt von außen für Sie, als Anwaltskanzlei oder Dienstleister.',
  fingerprint: 'Fingerabdruck des Schlüssels; die Person sieht denselben:',
  objectHeading: 'Wenn Sie das nicht wollen',
  objectTelephone: 'Rufen Sie {telephone} an (mit unserer Website vergleichen) und widersprechen Sie.',
  objectWebSiteNumber: 'Rufen Sie die Nummer auf unserer Website an und widersprechen Sie.',
  objectReply: 'Oder antworten Sie auf diese Nachricht.',
  objectPage: 'Oder geben Sie {page} in Ihren Browser ein: Nach dem Code unten steht dort, wie Sie uns erreichen.',
  oneObjection: 'Ein Widerspruch genügt. Nichts geht weiter, bevor zwei unserer Leute mit Ihnen gesprochen haben.',
  waitHeading: 'Wenn Sie es erwarten',
  wait: {
    one: 'Sie müssen nichts tun. Wir warten mindestens {n} Stunde, nachdem Ihre Kontakte es wissen; dann entscheiden zwei unserer Leute.',
    other:
      'Sie müssen nichts tun. Wir warten mindestens {n} Stunden, nachdem Ihre Kontakte es wissen; dann entscheiden zwei unserer Leute.',
  },
  sooner: 'Es geht schneller, wenn eine zweite Person bei Ihnen es am Telefon bestätigt.',
};
