import type { ErrorWords } from './error-words.ts';

export const german: ErrorWords = {
  locked: 'Ihre Schlüssel sind weggelegt. Melden Sie sich neu an.',
  'wrong-key': 'Damit lassen sich Ihre Schlüssel nicht öffnen.',
  mistyped: 'Die Eingabe enthält einen Fehler. Vergleichen Sie sie Gruppe für Gruppe mit dem Ausdruck.',
  'damaged-keys':
    'Ihre verpackten Schlüssel fehlen beim Portal oder sind nicht lesbar. Registrieren Sie mit Wiederherstellungsschlüssel oder Schlüsseldatei einen neuen Passkey.',
  'unknown-recovery':
    'Das Portal hat zu diesem Wiederherstellungsschlüssel keine Schlüssel. Vergleichen Sie ihn mit Ihrer Notiz; stimmt er, schreiben Sie sich neu ein.',
  'older-keys':
    'Das Portal gab eine ältere Fassung Ihrer Schlüssel, als dieser Browser gesehen hat. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'other-person':
    'Die Sitzung gehört jemand anderem als diese Schlüssel. Nichts wurde geöffnet. Melden Sie sich neu an.',
  'weak-passphrase': 'Die Passphrase hat weniger als 10 Zeichen. Nehmen Sie vier oder fünf zufällige Wörter.',
  'needs-recovery':
    'Dazu braucht es Ihren Wiederherstellungsschlüssel: Legen Sie die Schlüssel weg, öffnen Sie sie damit und versuchen Sie es als Erstes noch einmal.',
  'release-refused:manifest':
    'Abgelehnt: Was diese Freigabe enthält, steht nicht in der einzig zulässigen Form da. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:keys':
    'Abgelehnt: Der Schlüsselsatz zu dieser Freigabe ist nicht lesbar. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:approvals':
    'Abgelehnt: Genau diese Freigabe wurde nicht von zwei verschiedenen Personen von {organization} genehmigt. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:fingerprint':
    'Abgelehnt: Diese Freigabe ist mit anderen Schlüsseln unterschrieben als denen Ihrer Mitteilung. Nichts wurde geöffnet. Vergleichen Sie den Fingerabdruck mit Mitteilung, DNS oder am Telefon.',
  'release-refused:log':
    'Abgelehnt: Das öffentliche Protokoll beweist diese Freigabe nicht. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:scope':
    'Abgelehnt: Diese Freigabe gehört zu einem anderen Vorfall oder einer anderen Partei. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:chain':
    'Abgelehnt: Diese Freigabe folgt nicht auf die vorige, oder es gibt zwei mit einer Nummer. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-withheld':
    'Das Portal nennt eine Freigabe und gibt sie nicht heraus. Nichts wurde geöffnet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es {organization}.',
  'log-not-continued':
    'Nein: Dieses Protokoll setzt nicht fort, was in Ihrer Mitteilung steht oder was Sie zuletzt gesehen haben. Nichts wurde geöffnet. Rufen Sie {organization} an und heben Sie Ihre Mitteilung auf.',
  'log-silent':
    'Das Protokoll auf der Website von {organization} antwortet nicht oder ist im Rückstand. Ohne es ist nichts zu beweisen, darum wurde nichts geöffnet. Versuchen Sie es in ein paar Minuten wieder.',
  'rolled-back':
    'Nein: Das ist eine ältere Freigabe als die, die Sie zuletzt gesehen haben. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'no-grant':
    'Diese Freigabe enthält keinen Schlüssel für Sie. Entweder wurden Sie erst danach zugelassen, oder Ihr Zugang wurde zurückgenommen. Fragen Sie die Person, die bei Ihnen benennt, wer lesen darf.',
  'damaged-grant':
    'Ihr Schlüssel zu dieser Freigabe wurde unterwegs verändert. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'damaged-index':
    'Das Verzeichnis der Nachrichten wurde unterwegs verändert. Nichts wurde geöffnet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es {organization}.',
  'unknown-message': 'Diese Freigabe hat keine solche Nachricht.',
  'missing-object': 'Diese Nachricht fehlt beim Portal. Die anderen lassen sich öffnen.',
  'damaged-object':
    'Diese Nachricht konnte nicht geöffnet werden: Ihre Prüfsumme weicht ab. Die anderen lassen sich öffnen.',
  'damaged-file': 'Diese Datei ist keine Freigabe, oder sie wurde abgeschnitten oder verändert. Nichts wurde geöffnet.',
  'no-vault': 'Es ist keine Freigabe geöffnet.',
  'note-refused': 'Das Portal nahm die Notiz nicht an. Sie ist nicht gespeichert; versuchen Sie es noch einmal.',
  'too-long': 'Die Notiz hat mehr als 4.000 Zeichen.',
  'session-ended': 'Die Sitzung ist beendet. Melden Sie sich neu an; Sie sind wieder, wo Sie waren.',
  'portal-silent':
    'Das Portal antwortet nicht. Über Ihre E-Mails sagt das nichts. Versuchen Sie es in ein paar Minuten wieder.',
  'portal-broken':
    'Das Portal ist gestört, oder etwas anderes antwortete an seiner Stelle. Versuchen Sie es in ein paar Minuten oder aus einem anderen Netz.',
  'lab-silent':
    'Das Portal wartet darauf, dass {organization} sagt, wer was lesen darf, und gibt bis dahin niemandem etwas. Das dauert höchstens einen Tag.',
  'too-many': 'Das Portal bittet um weniger Eile. Versuchen Sie es in ein paar Minuten wieder; nichts ist verloren.',
  denied: 'Das Portal lehnte ab. Laden Sie die Seite neu; bleibt es dabei, sagen Sie es {organization}.',
  cancelled: 'Angehalten.',
  'worker-ended': 'Der Teil dieser Seite, der die Schlüssel hält, ist stehen geblieben. Laden Sie die Seite neu.',
  fault: 'In dieser Seite ist etwas entzweigegangen. Laden Sie sie neu; nichts ist verloren.',
};
