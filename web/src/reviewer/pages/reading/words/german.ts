import type { ReadingWords } from './reading-words.ts';

const gap = (cause: string): string =>
  `Der Angreifer konnte das Postfach lesen, und zeitweise ${cause}: Ein Zugriff hätte keine Spur hinterlassen.`;

export const german: ReadingWords = {
  message: 'Nachricht',
  noSubject: 'Ohne Betreff',
  fields: {
    from: 'Von',
    sender: 'Gesendet durch',
    replyTo: 'Antwort an',
    to: 'An',
    cc: 'Kopie',
    bcc: 'Blindkopie',
    date: 'Datum',
  },
  noDate: 'ohne Datum',
  asWritten: 'wie geschrieben: {date}',
  unreadableAddress: 'keine lesbare Adresse',
  allAddresses: ['1 weitere zeigen', '{n} weitere zeigen'],
  fewerAddresses: 'Weniger zeigen',
  actions: {
    label: 'Mit dieser Nachricht',
    saveMessage: 'Als .eml sichern',
    raw: 'Rohansicht',
    closeRaw: 'Rohansicht schließen',
    asText: 'Als Text',
    asFormatted: 'Formatiert',
    why: 'Warum',
    backToMessage: 'Zurück zur Nachricht',
  },
  opening: 'Die Nachricht wird geöffnet',
  failed: 'Diese Nachricht konnte nicht geöffnet werden.',
  frameFlaws: {
    silent:
      'Der Teil dieser Seite, der Nachrichten zerlegt, wurde nicht geladen. Die Nachricht ist vollständig; sichern Sie sie, oder laden Sie die Seite neu.',
    hung: 'Das Zerlegen dieser Nachricht dauerte zu lange und wurde abgebrochen. Die Nachricht ist vollständig; öffnen Sie die Rohansicht, oder sichern Sie sie.',
    broken:
      'Diese Nachricht konnte nicht zerlegt werden. Sie ist vollständig; öffnen Sie die Rohansicht, oder sichern Sie sie.',
    malformed:
      'Etwas in dieser Nachricht hat den Teil, der sie zerlegt, antworten lassen, wie er es nie darf. Dieser Teil wurde verworfen; nichts hat ihn verlassen. Öffnen Sie die Rohansicht, oder sichern Sie die Nachricht.',
    moved:
      'Etwas in dieser Nachricht wollte den Teil, der sie zeigt, woandershin führen. Dieser Teil wurde verworfen; nichts wurde geladen. Öffnen Sie die Rohansicht, oder sichern Sie die Nachricht.',
    closed: 'Die Nachricht wurde geschlossen.',
    'too-large':
      'Diese Nachricht ist größer als 96 MB und wird hier nicht gezeigt. Sie ist vollständig; sichern Sie sie.',
  },
  openAgain: 'Erneut öffnen',
  fraud:
    'Der Angreifer hat diese Nachricht geschrieben. Sie stammt nicht von der Person, deren Namen sie trägt: Tun Sie nicht, was sie verlangt, und warnen Sie alle, die ihr geantwortet haben könnten.',
  bulk: 'Vom Absender als Listen- oder Massenpost gekennzeichnet; sie wird getrennt gezählt.',
  secretsShown: [
    '1 Passwort oder Schlüssel in dieser Nachricht, offen gezeigt',
    '{n} Passwörter oder Schlüssel in dieser Nachricht, offen gezeigt',
  ],
  secrets: [
    '1 Passwort oder Schlüssel in dieser Nachricht, verdeckt',
    '{n} Passwörter oder Schlüssel in dieser Nachricht, verdeckt',
  ],
  secretMarked:
    'Diese Nachricht ist als eine mit Passwort oder Schlüssel gekennzeichnet. Im Text wurde keines erkannt; sehen Sie auch in die Anhänge.',
  showSecrets: 'Zeigen',
  maskSecrets: 'Wieder verdecken',
  differs:
    'Diese Nachricht hat eine einfache und eine formatierte Fassung, die Verschiedenes sagen. Programme zeigen die eine oder die andere; sehen Sie beide an.',
  protections: {
    'smime-encrypted':
      'Mit S/MIME verschlüsselt. Sie bleibt, wie sie ist: Nur der Schlüssel ihres Empfängers öffnet sie.',
    'smime-signed': 'Mit S/MIME signiert. Die Signatur bleibt, wie sie ist, und wird hier nicht geprüft.',
    'pgp-encrypted': 'Mit PGP verschlüsselt. Sie bleibt, wie sie ist: Nur der Schlüssel ihres Empfängers öffnet sie.',
    'pgp-signed': 'Mit PGP signiert. Die Signatur bleibt, wie sie ist, und wird hier nicht geprüft.',
    tnef: 'Enthält einen Teil in Outlooks eigenem Format (winmail.dat). Er bleibt, wie er ist, und wird hier nicht zerlegt.',
  },
  notes: {
    'repeated-fields':
      'Felder, die einmal stehen dürfen, stehen mehrfach darin; Programme sind uneins, welches gilt. Gezeigt wird das erste; die Rohansicht hat alle.',
    'too-many-parts': 'Sie hat mehr Teile, als hier aufgeführt sind. Die gesicherte Nachricht hat alle.',
    'too-deep': 'Ihre Teile sind tiefer geschachtelt, als hier gezeigt wird. Die gesicherte Nachricht hat alle.',
    'too-many-addresses': 'Sie hat mehr Adressen, als hier aufgeführt sind. Die Rohansicht hat alle.',
    'field-too-long': 'Eines ihrer Kopffelder ist länger, als gelesen wird. Die Rohansicht hat es ganz.',
    'nested-left-out':
      'Es hängen mehr oder tiefere Nachrichten an, als hier gezeigt werden. Die gesicherte Nachricht hat alle.',
    'text-cut': 'Ihr Text ist länger, als hier gezeigt wird. Die Rohansicht hat alles.',
    'formatted-too-large': 'Ihre formatierte Fassung ist zu groß; gezeigt wird ihr Text.',
  },
  noText: 'Diese Nachricht hat keinen Text.',
  quoted: ['1 zitierte Zeile', '{n} zitierte Zeilen'],
  moreLines: ['1 weitere Zeile zeigen', '{n} weitere Zeilen zeigen'],
  hiddenCharacter: 'verborgenes Zeichen {code}',
  formattedTitle: 'Nachricht, wie ihr Absender sie formatiert hat',
  remote: ['1 fremder Inhalt wurde nicht geladen', '{n} fremde Inhalte wurden nicht geladen'],
  remoteNone: 'Nichts Fremdes darin.',
  remoteKinds: {
    picture: ['1 Bild', '{n} Bilder'],
    style: ['1 Formatvorlage', '{n} Formatvorlagen'],
    font: ['1 Schrift', '{n} Schriften'],
    frame: ['1 Seite in der Seite', '{n} Seiten in der Seite'],
    media: ['1 Ton oder Film', '{n} Töne oder Filme'],
    other: ['1 anderer', '{n} andere'],
  },
  hosts: 'Von',
  furtherHosts: ['und 1 weiterer Rechner', 'und {n} weitere Rechner'],
  leftOut: 'Weggelassen',
  leftOutKinds: {
    script: ['1 Skript', '{n} Skripte'],
    form: ['1 Formularfeld', '{n} Formularfelder'],
    frame: ['1 Rahmen oder Objekt', '{n} Rahmen oder Objekte'],
    drawing: ['1 Zeichnung', '{n} Zeichnungen'],
    media: ['1 Abspieler', '{n} Abspieler'],
    refresh: ['1 Weiterleitung', '{n} Weiterleitungen'],
    overlay: ['1 über anderem Inhalt', '{n} über anderem Inhalt'],
    picture: ['1 eingebettetes Bild unsicherer Art', '{n} eingebettete Bilder unsicherer Art'],
  },
  links: ['1 Verweis', '{n} Verweise'],
  linksInert: 'Adressen sind hier Text: Nichts öffnet sie.',
  furtherLinks: ['und 1 weiterer Verweis', 'und {n} weitere Verweise'],
  attachments: ['1 Anhang', '{n} Anhänge'],
  noAttachment: 'Kein Anhang.',
  attachment: {
    unnamed: 'ohne Namen',
    save: 'Sichern',
    saved: 'Gesichert',
    declared: 'bezeichnet als {declared}',
    digest: 'SHA-256',
    inText: 'im Text gezeigt',
    savedAs: 'gesichert als {name}',
    failed: 'konnte nicht gesichert werden: Was herauskam, weicht von seinem Prüfwert ab',
    bytes: ['1 Byte', '{n} Byte'],
    large: '{n} kB',
  },
  warnings: {
    program: 'ein Programm: Es zu starten ist, was ein Angreifer will',
    active: 'kann beim Öffnen etwas tun',
    macros: 'kann Makros enthalten, also Programme',
    archive: 'ein Archiv; in den Inhalt wurde nicht gesehen',
    mismatch: 'der Inhalt ist nicht, was Name oder Absender sagen',
    'hidden-name': 'der Name enthält Zeichen, die verbergen, was es ist',
    'two-endings': 'der Name täuscht eine andere Art von Datei vor',
  },
  furtherParts: ['und 1 weiterer Teil', 'und {n} weitere Teile'],
  types: {
    'application/pdf': 'PDF-Dokument',
    'application/zip': 'zip-Archiv oder Office-Dokument',
    'application/x-ole-storage': 'älteres Office-Dokument',
    'image/png': 'PNG-Bild',
    'image/jpeg': 'JPEG-Bild',
    'image/gif': 'GIF-Bild',
    'image/tiff': 'TIFF-Bild',
    'application/x-msdownload': 'Windows-Programm',
    'application/x-elf': 'Unix-Programm',
    'application/gzip': 'gzip-Archiv',
    'application/x-7z-compressed': '7z-Archiv',
    'application/vnd.rar': 'RAR-Archiv',
    'application/rtf': 'RTF-Dokument',
    'application/ms-tnef': 'Outlooks winmail.dat',
    'text/calendar': 'Kalendereintrag',
    'application/pgp': 'PGP-Text',
    'text/html': 'HTML- oder XML-Text',
    'text/plain': 'Text',
    'application/octet-stream': 'unbekannter Inhalt',
  },
  calendar: {
    title: 'Kalendereintrag',
    cancelled: 'Abgesagter Kalendereintrag',
    what: 'Was',
    start: 'Beginn',
    end: 'Ende',
    place: 'Wo',
    organizer: 'Veranstalter',
    attendees: 'Eingeladen',
    repeats: 'Wiederholung',
    description: 'Text',
    notActed: 'Nichts wurde beantwortet oder eingetragen.',
  },
  nested: 'Angehängte Nachricht: {subject}',
  nestedFiles: 'Daran hängen: {names}',
  raw: {
    label: 'Die Nachricht, wie sie in der Freigabe liegt, Zeile für Zeile',
    lines: ['1 Zeile', '{n} Zeilen'],
    cut: 'Gezeigt werden die ersten 8 MB; die gesicherte Nachricht hat alles.',
  },
  why: {
    title: 'Warum',
    times: ['1 Eintrag', '{n} Einträge'],
    moreTimes: ['und 1 weiterer', 'und {n} weitere'],
    rule: 'Regel {code}',
    copyTitle: 'Sie sehen die Kopie, die Ihr eigenes Postfach hatte.',
    copy: 'Weggelassen: Spuren der Server, und was die Organisation für sich hinzugefügt hat.',
    heldBy: 'Lag bei {people}.',
    howWeKnow: 'Woher wissen wir das?',
  },
  reasons: {
    bind: 'Das Zugriffsprotokoll nennt diese Nachricht als vom Programm des Angreifers geöffnet.',
    'bind-same-content':
      'Das Zugriffsprotokoll nennt eine gleiche Nachricht im selben Postfach als vom Programm des Angreifers geöffnet.',
    'bind-ambiguous':
      'Das Zugriffsprotokoll nennt eine Kennung, die diese Nachricht mit anderen teilt, als vom Angreifer geöffnet; welche davon, lässt sich nicht sagen.',
    'bind-unattributed':
      'Das Zugriffsprotokoll nennt diese Nachricht als geöffnet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht sagen.',
    'bind-same-id':
      'Der Angreifer hat eine Nachricht mit derselben Nummer in einem anderen Ordner geöffnet; soweit das Protokoll sagt, war es nicht diese.',
    'lossy-record':
      'Das Zugriffsprotokoll sagt, dass der Angreifer Nachrichten in dem Ordner öffnete, in dem diese lag, und seine Liste davon ist nicht vollständig.',
    'folder-listed':
      'Der Angreifer hat den Ordner aufgelistet, in dem diese Nachricht lag; das zeigt Betreffe, Personen und Zeiten.',
    'folder-listed-unattributed':
      'Der Ordner, in dem diese Nachricht lag, wurde aufgelistet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht sagen.',
    export: 'Der Angreifer hat Post des Postfachs ausgeleitet oder angesehen, in dem diese Nachricht lag.',
    'export-unattributed':
      'Post des Postfachs, in dem diese Nachricht lag, wurde ausgeleitet oder angesehen; ob vom Angreifer, lässt sich nicht sagen.',
    'sync-folder': 'Das Programm des Angreifers hat den Ordner kopiert, in dem diese Nachricht lag.',
    'sync-hour':
      'Diese Nachricht kam in der Stunde an, nachdem der Angreifer ihren Ordner kopiert hatte; wiederholtes Kopieren innerhalb einer Stunde wird nicht protokolliert.',
    'sync-folder-unknown':
      'Der Angreifer hat einen Ordner kopiert; ob es der war, in dem diese Nachricht lag, lässt sich nicht sagen.',
    'sync-mailbox':
      'Der Angreifer hat einen anderen Ordner des Postfachs kopiert, in dem diese Nachricht lag; das ganze gilt als kopiert.',
    'sync-other-folder': 'Der Angreifer hat einen anderen Ordner des Postfachs kopiert, in dem diese Nachricht lag.',
    'sync-unattributed':
      'Der Ordner, in dem diese Nachricht lag, wurde kopiert; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht sagen.',
    throttled:
      'Der Angreifer war im Postfach tätig, während so viele Nachrichten geöffnet wurden, dass das Protokoll sie einen Tag lang nicht mehr nannte.',
    'gap-unlicensed': gap('war das Postfach nicht vom Protokoll erfasst'),
    'gap-audit-off': gap('war die Protokollierung abgeschaltet'),
    'gap-ingestion-off': gap('wurde gar kein Zugriffsprotokoll geführt'),
    'gap-before-retention': gap('war das Protokoll jener Zeit nicht mehr aufbewahrt'),
    'gap-unsupported': gap('kann das Protokoll diese Art von Zugriff nicht zeigen'),
    'gap-bypassed': gap('war ein Konto von der Protokollierung ausgenommen'),
    'gap-lossy': gap('ist das Protokoll beschädigt oder nicht vollständig'),
    'gap-truncated': gap('war die Kopie des Protokolls, die zu haben war, abgeschnitten'),
    'gap-unasserted': gap('bestätigt niemand, dass das Protokoll geführt wurde'),
    'gap-not-recorded': gap('wurde das Postfach benutzt, aber kein Zugriff aufgezeichnet'),
    'app-reach-used':
      'Zeitweise wurde nichts protokolliert, und ein benutztes Programm des Angreifers konnte das Postfach lesen.',
    'app-reach': 'Zeitweise wurde nichts protokolliert, und ein Programm des Angreifers konnte das Postfach lesen.',
    'delegate-reach': 'Zeitweise wurde nichts protokolliert, und der Angreifer hatte Rechte an dem Postfach erhalten.',
    forwarding: 'Diese Nachricht kam an, während eine Regel des Angreifers Post aus dem Postfach hinaus sandte.',
    'forwarding-unattributed':
      'Diese Nachricht kam an, während eine Regel Post aus dem Postfach hinaus sandte; ob der Angreifer sie angelegt hat, lässt sich nicht sagen.',
    'forwarding-unreadable':
      'Diese Nachricht kam an, während eine Regel des Angreifers galt; was sie tat, sagt das Protokoll nicht.',
    'search-hit':
      'Der Angreifer hat gesucht, und diese Nachricht war unter den Treffern, die Betreff, Personen und erste Wörter zeigen.',
    handled: 'Der Angreifer hat diese Nachricht verschoben, gelöscht oder geändert.',
    'copied-out': 'Der Angreifer hat diese Nachricht in ein anderes Postfach kopiert oder verschoben.',
    'quoted-out': 'Der Angreifer hat eine Nachricht gesendet, die auf diese antwortet.',
    'intruder-sent':
      'Der Angreifer hat diese Nachricht gesendet; sie stammt nicht von der Person, deren Namen sie trägt.',
    'after-containment': 'Diese Nachricht wurde zugestellt, nachdem der Angreifer ausgesperrt war.',
    'complete-coverage': 'Das Zugriffsprotokoll ist vollständig, und nichts darin weist auf diese Nachricht.',
    'coverage-incomplete':
      'Nichts im Zugriffsprotokoll weist auf diese Nachricht, aber das Protokoll ist nicht vollständig.',
    attached: 'Sie hing an einer Nachricht innerhalb der Organisation, von der sonst nichts gegeben wird.',
    quoted: 'Sie wird in einer Nachricht der Organisation zitiert, von der sonst nichts gegeben wird.',
  },
};
