import type { FilesWords } from '../files-words.ts';

export const german: FilesWords = {
  question: 'Dateien dieses Geräts',
  title: 'Öffnen Sie eine Schlüsseldatei, um ohne Portal zu lesen oder einen Passkey dafür anzulegen.',
  lead: 'Beide Dateien werden auf diesem Gerät gelesen und nirgendwohin gesendet.',
  keyFile: 'Ihre Schlüsseldatei',
  passphrase: 'Ihre Passphrase',
  passphraseHint: 'Lassen Sie das Feld leer, wenn die Datei keine hat.',
  keySet: 'Fingerabdruck der Schlüssel der Organisation',
  keySetHint: 'Wie Ihre Mitteilung ihn druckt: {entered} von 32 Zeichen',
  keySetSlip: 'Gruppe {group} enthält ein Zeichen, das kein Fingerabdruck hat.',
  read: 'Eine Freigabe von der Platte lesen',
  readLead:
    'Dieselben Prüfungen wie mit Portal, bis auf zwei: Niemand kann sagen, ob das öffentliche Protokoll seither fortgesetzt wurde und ob es eine neuere Freigabe gibt.',
  release: 'Die Freigabe (release.candor)',
  open: 'Prüfen und öffnen',
  opening: 'Wird geprüft …',
  passkey: 'Einen Passkey für diese Schlüssel anlegen',
  passkeyLead:
    'Für Schlüssel, die ein Programm gemacht hat, oder wenn Passkey und Wiederherstellungsschlüssel beide verloren sind. Die Organisation muss sie vorher zugelassen haben.',
  take: 'Mit diesen Schlüsseln weiter',
  taking: 'Einen Augenblick …',
  missing: 'Wählen Sie erst die Schlüsseldatei und geben Sie den ganzen Fingerabdruck ein.',
  recovery: 'Ihr neuer Wiederherstellungsschlüssel',
  recoveryLead:
    'Er wird einmal gezeigt. Er öffnet Ihre Schlüssel, wenn der Passkey es nicht kann. Schreiben Sie ihn auf Papier und geben Sie ihn dann hier ein.',
  typeBack: 'Der Wiederherstellungsschlüssel, wie Sie ihn aufgeschrieben haben',
  wrong: 'Das ist nicht, was gezeigt wurde. Vergleichen Sie es mit Ihrer Notiz.',
  make: 'Passkey anlegen',
  done: 'Der Passkey ist registriert. Alle früheren Sitzungen sind beendet.',
  signIn: 'Anmelden',
  needsPortal:
    'Diese Freigabe wurde von der Platte geöffnet. Was Menschen Ihrer Organisation gemeinsam tun, liegt beim Portal.',
  leave: 'Schlüssel weglegen und anmelden',
};
