import type { ExportWords } from '../export-words.ts';

export const german: ExportWords = {
  title: ['{n} Nachricht sichern', '{n} Nachrichten sichern'],
  lead: 'Die Bytes jeder Nachricht sind die, die candor open schreibt.',
  chooseKind: 'Als',
  kinds: {
    mbox: { name: 'mbox', hint: 'eine Datei, die Mailprogramme einlesen' },
    'eml-zip': { name: 'EML in einem zip', hint: 'eine Datei je Nachricht, mit einer Tabelle' },
    csv: { name: 'CSV', hint: 'nur die Tabelle, für ein Rechenblatt; kein Text von Nachrichten' },
    json: { name: 'JSON', hint: 'nur die Tabelle, für ein Programm; kein Text von Nachrichten' },
  },
  recorded:
    'Jede Nachricht, die dafür abgerufen wird, steht im Verzeichnis der Zugriffe, das Ihre benennende Person liest.',
  unsealed:
    'Die Datei ist nicht verschlüsselt. Bewahren Sie sie auf, wie Sie die Post selbst aufbewahren würden. Passwörter und Schlüssel stehen unverdeckt darin.',
  save: ['{n} Nachricht sichern', '{n} Nachrichten sichern'],
  saving: '{done} von {n}',
  cancel: 'Anhalten',
  cancelled: 'Angehalten. Keine Datei blieb zurück.',
  failed: 'Nicht gesichert: {flaw} Keine Datei blieb zurück; versuchen Sie es noch einmal.',
  done: ['{n} Nachricht gesichert, {bytes} Bytes.', '{n} Nachrichten gesichert, {bytes} Bytes.'],
  digest: 'SHA-256 der Datei',
  missing: [
    '{n} Nachricht ließ sich nicht öffnen und fehlt darin: am Portal beschädigt oder nicht vorhanden. Ihre Kennung steht unten.',
    '{n} Nachrichten ließen sich nicht öffnen und fehlen darin: am Portal beschädigt oder nicht vorhanden. Ihre Kennungen stehen unten.',
  ],
  nothing: 'Keine Nachricht passt: Es gibt nichts zu sichern.',
  open: 'Sichern …',
  diskFull: 'Die Festplatte oder der Browser wollte die Datei nicht behalten.',
};
