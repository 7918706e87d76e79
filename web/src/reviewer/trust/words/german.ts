import type { TrustWords } from '../trust-words.ts';

export const german: TrustWords = {
  question: 'Warum wir dem trauen können',
  passed: ['{n} Prüfung bestanden', '{n} Prüfungen bestanden'],
  passedOf: '{passed}, {time}',
  refused: 'Eine Prüfung ist gescheitert. Nichts von dieser Freigabe wurde geöffnet.',
  unanswered: 'Nicht geprüft: {flaw}',
  checking: 'Wird geprüft',
  checkedHere: 'Auf diesem Gerät geprüft, bevor etwas entschlüsselt wurde.',
  checks: {
    keys: {
      passed: 'Die Schlüssel sind die aus Ihrer Mitteilung',
      open: 'Die Schlüssel der Organisation',
      refused: 'Die Schlüssel sind nicht die aus Ihrer Mitteilung',
      fact: '{keySet}',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Vergleichen Sie den Fingerabdruck mit Ihrer Mitteilung und mit dem DNS. Weichen sie ab, hat jemand anderes signiert: Machen Sie nicht weiter, und rufen Sie an.',
    },
    approvals: {
      passed: 'Zwei Personen bei {organization} haben bestätigt',
      open: 'Die Bestätigungen zweier Personen',
      refused: 'Zwei verschiedene Personen haben nicht genau dies bestätigt',
      fact: '{names}; beide Signaturen gelten',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Was das Portal gab, ist nicht, was bestätigt wurde. Rufen Sie {organization} an und nennen Sie die Freigabe.',
    },
    release: {
      passed: 'Die Freigabe steht im öffentlichen Protokoll',
      open: 'Die Freigabe im öffentlichen Protokoll',
      refused: 'Das Protokoll beweist diese Freigabe nicht',
      fact: 'Freigabe {release} ist Eintrag {entry} von {size} in {origin}, Einschlussbeweis gültig',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Die Papiere der Freigabe sind verändert, oder sie wurde nie protokolliert. Rufen Sie {organization} an; öffnen Sie nichts davon.',
    },
    log: {
      passed: 'Das Protokoll ging nie zurück',
      open: 'Ob das Protokoll fortsetzt',
      refused: 'Dieses Protokoll setzt das aus Ihrer Mitteilung nicht fort',
      fact: '{from} (Ihnen bekannt) → {to} (jetzt), Konsistenzbeweis gültig',
      facts: {
        first:
          '{size} Einträge. Es gibt kein früheres zum Vergleichen: Größe und Wurzel aus Ihrer Mitteilung wurden bei der Anmeldung nicht eingegeben. Von jetzt an kennt dieses Gerät dieses.',
        '*': 'Noch nicht beurteilt.',
      },
      act: 'Jemand zeigt Ihnen eine andere Geschichte als Ihre Mitteilung. Bewahren Sie die Mitteilung auf, machen Sie nicht weiter, und rufen Sie an.',
    },
    app: {
      passed: 'Diese App ist die veröffentlichte',
      open: 'Ob diese App die veröffentlichte ist',
      refused: 'Die Dateien dieser App sind nicht die veröffentlichten',
      fact: 'Prüfsumme {digest}, {files} Dateien, Eintrag {entry} des Protokolls',
      facts: {
        checking: 'Die Dateien werden verglichen.',
        'not-logged':
          'Prüfsumme {digest}. Die Dateien stimmen mit ihrer Liste überein; der Beweis des Protokolls ist noch nicht da, oder nichts ist offen, das den Schlüssel des Protokolls nennt.',
        silent: 'Die Website gab die Dateien zum Vergleichen nicht heraus.',
        '*': 'Noch nicht beurteilt.',
      },
      act: '{what} weicht ab. Melden Sie sich ab, benutzen Sie candor open, und sagen Sie es {organization}.',
    },
    whole: {
      passed: 'Nichts wird Ihnen vorenthalten',
      open: 'Ob das Portal alles gibt',
      refused: 'Das Portal gibt nicht alles',
      fact: 'Freigabe {release} ist die neueste, die genannt ist, und nicht älter als die zuletzt gesehene; alle {messages} Nachrichten stehen darin',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Eine genannte Freigabe fehlt, ist älter als das, was Sie gesehen haben, oder folgt nicht auf die vorige. Rufen Sie {organization} an.',
    },
  },
  checkAgain: 'Noch einmal prüfen',
  saveProofs: 'Beweise sichern',
  proofsHint: 'Verzeichnis, Bestätigungen, Schlüssel und Protokollbeweis: Damit kann jeder dies ohne uns prüfen.',
  more: 'Prüfen ohne diese Seite',
  fingerprint: {
    title: 'Ihr Fingerabdruck',
    hint: 'Lesen Sie ihn jemandem am Telefon vor. Er umfasst Ihre beiden Schlüssel.',
  },
  compare: {
    title: 'Auf anderen Wegen vergleichen',
    lead: 'Jeder davon muss denselben Fingerabdruck zeigen, {keySet}.',
    dns: 'Fragen Sie das DNS:',
    telephone:
      'Rufen Sie {organization} unter einer Nummer an, die Sie schon haben. Angegeben ist {telephone}; vergleichen Sie mit einer eigenen Quelle.',
    noTelephone: 'Rufen Sie {organization} unter einer Nummer an, die Sie schon haben.',
    notice: 'Sehen Sie in Ihre Mitteilung, und prüfen Sie sie unter {page}.',
  },
  offline: {
    title: 'Trauen Sie nicht dieser Seite allein',
    lead: 'Ein gestohlener Webserver könnte Ihnen eine falsche App zeigen. Das Öffnen ohne Netz braucht keinen Server und keine Seite: Es prüft dasselbe, bevor es etwas öffnet.',
    steps: [
      'Sichern Sie Ihre Schlüsseldatei. Sie ist mit einem Passwortsatz von Ihnen versiegelt.',
      'Sichern Sie die versiegelte Freigabe. Sie ist, was das Portal hält; ohne Schlüssel öffnet sich nichts darin.',
      'Holen Sie Candor aus einer eigenen Quelle, nicht von dieser Seite, auf einen Rechner ohne Netz.',
      'Öffnen Sie sie mit dem Fingerabdruck, der in Ihrer Mitteilung steht:',
    ],
    passphrase: 'Passwortsatz für die Schlüsseldatei',
    passphraseHint:
      'Sieben Wörter oder mehr, die niemand errät. Er wird beim Öffnen der Datei gefragt und nirgends behalten.',
    saveKey: 'Schlüsseldatei sichern',
    keySaved: 'Die Schlüsseldatei ist gesichert. Bewahren Sie sie nicht beim Passwortsatz auf.',
    saveRelease: 'Versiegelte Freigabe sichern',
    byHand: 'Von Hand, allein mit tar, sha256sum und age:',
  },
  ask: {
    title: 'Eine Frage stellen oder eine Zahl bestreiten',
    lead: 'Eine bestrittene Zahl wird festgehalten und beantwortet und kann zu einer Berichtigung führen. Nennen Sie die Zahl, Ihre eigene Zählung und worauf sie beruht.',
    ways: [
      'Antworten Sie auf die Mitteilung: Ihre Antwortadresse erreicht die, die sie geschrieben haben.',
      'Oder rufen Sie an, und nennen Sie den Code der Mitteilung.',
      'Senden Sie keinen Inhalt von E-Mails und kein Passwort.',
    ],
    telephone: 'Telefon: {telephone}',
    report: 'Gefälschte Mitteilungen: {report}',
  },
  guide: { show: 'Den Leitfaden lesen: zwei Seiten', hide: 'Leitfaden schließen' },
};
