import type { EnrollWords } from './enroll-words.ts';

export const german: EnrollWords = {
  question: 'Ihre E-Mails mit {organization} lesen',
  answers: {
    notice: 'Beginnen Sie mit dem Code in Ihrer Mitteilung.',
    person: 'Sagen Sie, wer Sie sind und wie Sie es nachweisen.',
    recovery: 'Schreiben Sie Ihren Wiederherstellungsschlüssel auf. Er wird einmal gezeigt.',
    passkey: 'Legen Sie auf diesem Gerät einen Passkey an.',
    proof: 'Zeigen Sie, dass Sie für {target} handeln.',
    waiting: 'Ihre Einschreibung wartet auf zwei Personen bei {organization}.',
    ready: 'Sie sind zugelassen. Melden Sie sich an, um zu lesen.',
    refused: '{organization} hat diese Einschreibung nicht zugelassen.',
    stopped: 'Jemand hat widersprochen. Diese Einschreibung ist angehalten.',
  },
  steps: {
    notice: 'Die Mitteilung',
    person: 'Sie',
    recovery: 'Wiederherstellungsschlüssel',
    passkey: 'Passkey',
    proof: 'Nachweis',
    waiting: 'Warten',
  },
  stepOf: 'Schritt {n} von {of}',
  done: 'erledigt',
  goOn: 'Weiter',
  working: 'Einen Augenblick …',
  startAgain: 'Aufgeben und neu beginnen',
  startAgainHint: 'Die gemachten Schlüssel werden vergessen. Was gesendet wurde, verfällt nach 30 Tagen von selbst.',
  otherTab:
    'In einem anderen Tab dieses Browsers läuft das Einschreiben schon. Machen Sie dort weiter, oder schließen Sie ihn und laden Sie diese Seite neu.',
  notKept:
    'Dieser Browser behält nichts. Lassen Sie diesen Tab offen, bis der Passkey angelegt ist; danach können Sie mit ihm wiederkommen.',
  silentSite:
    'Die Dateien von {page} laden nicht, deshalb ließ sich der Code nicht nachschlagen. Das sagt nichts über Ihre Mitteilung. Versuchen Sie es in einigen Minuten.',

  aside: {
    title: 'Was Sie brauchen',
    needs: [
      'die Mitteilung mit ihrem Code',
      'Papier oder einen Passwortspeicher für den Wiederherstellungsschlüssel',
      'jemanden, der einen Eintrag in Ihr DNS schreiben kann',
    ],
    time: 'Jetzt zehn Minuten, danach {hours} Warten.',
    without: 'Ohne diese Seite',
    why: 'Es stellt dieselben Fragen und macht dieselben Schlüssel; kein Webserver kann es Ihnen unterschieben.',
  },
  notice: {
    lead: 'Der Code sagt nur, welche Mitteilung Sie haben. Er wird auf diesem Gerät nachgeschlagen, nirgendwohin gesendet und beweist noch nichts über Sie.',
    code: 'Code in der Mitteilung',
    domain: 'Domain der Adresse, die sie bekam',
    domainHint: 'Der Teil hinter dem @. Bei Post an Sie als Privatperson: die Domain Ihres Postanbieters.',
    domainMissing: 'Geben Sie auch die Domain ein, zum Beispiel example.com.',
    lookUp: 'Mitteilung nachschlagen',
    noCode: 'Sie haben keine Mitteilung, aber jemand von Ihnen, der schon liest, wird Sie benennen?',
    byColleague: 'Ohne Code weiter',
    answers: {
      unknown:
        'Keine Mitteilung hat diesen Code. Vergleichen Sie ihn noch einmal; ist er derselbe, stammt die Nachricht, in der er steht, nicht von {organization}.',
      'other-domain':
        'Die Mitteilung mit diesem Code ging an eine andere Domain als {domain}. Prüfen Sie, was hinter dem @ steht.',
      withdrawn:
        '{organization} hat diese Mitteilung zurückgezogen, ihr Code öffnet nichts mehr. Suchen Sie eine spätere, oder rufen Sie an.',
      unproved:
        'Die Dateien von {page} widersprechen einander. Machen Sie nicht weiter: rufen Sie {organization} unter einer Nummer an, die Sie schon kennen.',
    },
    issued: 'Ausgestellt an {domain} am {time}.',
    superseded: 'Eine spätere Mitteilung hat sie am {time} ersetzt. Hier dient der Code weiterhin.',
    compare:
      'Vergleichen Sie dies mit dem Schlüssel, den Ihre Mitteilung nennt. Danach richtet sich, wem diese Seite von nun an glaubt:',
    compareColleague:
      'Vergleichen Sie dies mit dem, was Ihr Kollege oder Ihre Kollegin unter „Vertrauen“ sieht. Danach richtet sich, wem diese Seite von nun an glaubt:',
    otherKeySet:
      'Wer bei {organization} entscheidet, hat sich seit Ihrer Mitteilung geändert; dies ist deshalb nicht der Schlüssel, den sie nennt. Fragen Sie das DNS, bevor Sie weitermachen: dig TXT _candor.{ownDomain}',
    same: 'Er ist derselbe',
    isDifferent: 'Er ist ein anderer',
    different: 'Hören Sie hier auf, und rufen Sie {organization} unter einer Nummer an, die Sie schon kennen.',
  },
  person: {
    lead: '{organization} sieht dies, und alle bei Ihnen, denen es eine Mitteilung sandte: sie können widersprechen.',
    name: 'Ihr Name',
    nameHint: 'Wie man Sie in Ihrer Organisation kennt.',
    address: 'Ihre dienstliche Adresse',
    addressHint: 'Wohin {organization} Ihnen schreiben kann.',
    addressSlip: 'Das ist keine E-Mail-Adresse.',
    proofLegend: 'Wie Sie es nachweisen',
    proofs: {
      dns: {
        label: 'Ein Eintrag im DNS von {domain}',
        hint: 'Für Organisationen. Sie oder Ihre DNS-Leute schreiben einen TXT-Eintrag. Danach benennen Sie andere, die lesen dürfen.',
      },
      mailbox: {
        label: 'Das Postfach {address}',
        hint: 'Für Privatpersonen: die Mitteilung kam an genau diese Adresse. Sie lesen, was sie sandte und bekam.',
      },
      nomination: {
        label: 'Jemand von uns benennt mich',
        hint: 'Jemand von {domain} liest schon. Sie sagen dort Ihren Fingerabdruck, und man unterschreibt für Sie.',
      },
    },
    missing: 'Name und Adresse werden gebraucht.',
    makeKeys: 'Meine Schlüssel machen',
    making: 'Macht Schlüssel auf diesem Gerät …',
  },
  recovery: {
    lead: 'Ihre Schlüssel wurden auf diesem Gerät gemacht. Der Wiederherstellungsschlüssel öffnet sie, wenn der Passkey es nicht kann: auf einem neuen Gerät, oder wenn er verloren ist. Sonst hat ihn niemand, nicht {organization}, nicht das Portal.',
    label: 'Ihr Wiederherstellungsschlüssel',
    advice:
      'Schreiben Sie ihn auf Papier, oder heben Sie ihn in einem Passwortspeicher auf. Nicht in E-Mails: Ihre werden vielleicht gelesen.',
    written: 'Ich habe ihn aufgeschrieben',
    askLead:
      'Geben Sie nun zwei seiner Gruppen ein, damit ein Fehler heute auffällt und nicht an dem Tag, an dem Sie ihn brauchen.',
    group: 'Gruppe {n}',
    wrong: 'Das wurde nicht gezeigt. Vergleichen Sie es mit Ihrer Notiz.',
    showAgain: 'Noch einmal zeigen',
    send: 'Meine Einschreibung senden',
    sending: 'Unterschreibt und sendet …',
  },
  passkey: {
    lead: 'Er meldet Sie an und packt Ihre Schlüssel aus, mit Finger, Gesicht oder PIN dieses Geräts. Was er einpackt, ist alles, was das Portal behält.',
    make: 'Passkey anlegen',
    making: 'Wartet auf Ihr Gerät …',
    without:
      'Angelegt. Passkeys dieses Geräts können keine Schlüssel auspacken (keine PRF-Erweiterung); der Wiederherstellungsschlüssel wird deshalb bei jedem Besuch gebraucht. Ein neueres Gerät lässt sich später eintragen.',
    withPrf: 'Angelegt. Er meldet Sie an und packt Ihre Schlüssel aus.',
  },
  proof: {
    lead: 'Fügen Sie dem DNS von {domain} diesen Eintrag hinzu. Er enthält den Fingerabdruck Ihrer eigenen Schlüssel, die auf diesem Gerät gemacht wurden: wer sie unterwegs austauschte, fiele daran auf.',
    name: 'Name',
    type: 'Art',
    value: 'Text',
    lifetime: 'Lassen Sie ihn dort, bis Sie zugelassen sind, höchstens 30 Tage. Jede Lebensdauer (TTL) ist recht.',
    check: 'Nachsehen, ob er da ist',
    checkHint:
      'Es muss genau dieser Text erscheinen. Bis eine Änderung überall zu sehen ist, kann eine Stunde vergehen.',
    forDns: 'Für Ihre DNS-Leute',
    forDnsText:
      'Bitte fügt der KeyHolder von {domain} diesen TXT-Eintrag hinzu. Er zeigt {organization}, dass {name} die gestohlenen E-Mails unserer Organisation lesen darf. Er öffnet von selbst nichts und kann nach 30 Tagen weg.\n\nName: {recordName}\nArt: TXT\nText: {recordText}\n\nZum Prüfen: dig TXT {recordName}',
    copyAll: 'Diesen Text kopieren',
    mailbox: 'Nichts zu tun: der Code ging nur an {target}; wer ihn hat, liest dieses Postfach.',
    nomination:
      'Lesen Sie Ihren Fingerabdruck der Person vor, die schon liest, am Telefon und nicht per E-Mail. Sie findet Sie unter „Personen“ und unterschreibt für genau diesen:',
    fingerprint: 'Ihr Fingerabdruck',
    written: 'Der Eintrag ist geschrieben',
  },
  waiting: {
    lead: 'Das geschieht jetzt:',
    others:
      'Alle Kontakte Ihrer Organisation, die {organization} hat, erfahren, dass {name} lesen möchte, mit Ihrem Fingerabdruck. Ein Widerspruch hält es an.',
    when: 'Danach wartet es {hours}. Dann prüfen zwei Personen bei {organization} den Nachweis selbst und entscheiden.',
    sooner: 'Ein zweiter Kontakt Ihrer Organisation kann zustimmen und das Warten abkürzen.',
    close:
      'Sie können diese Seite schließen. Kommen Sie wieder und melden Sie sich mit dem Passkey an; bis Sie zugelassen sind, heißt es, dass man Sie noch nicht kennt.',
    asked: 'Das Portal am {time} gefragt: wartet noch.',
    ask: 'Das Portal jetzt fragen',
    unlockLead:
      'Die Seite wurde neu geladen, oder 15 Minuten lang war niemand hier; Ihre Schlüssel sind zu. Öffnen Sie sie, um weiterzumachen.',
    unlock: 'Mit dem Passkey öffnen',
    hours: ['eine Stunde', '{n} Stunden'],
  },
  ready: {
    lead: 'Zwei Personen bei {organization} haben dem Fingerabdruck {fingerprint} zugestimmt; es ist Ihrer.',
    signIn: 'Anmelden',
  },
  refused:
    'Das geschieht, wenn der Eintrag binnen 30 Tagen Ihren Fingerabdruck nicht zeigte, wenn der Code zurückgezogen wurde oder anderen gehört, oder wenn zwei Personen so entschieden. Rufen Sie {organization} unter einer Nummer an, die Sie schon kennen, oder beginnen Sie neu.',
  stopped:
    'Ein Kontakt Ihrer Organisation war nicht einverstanden, dass Sie lesen. Sprechen Sie miteinander; zwei Personen bei {organization} entscheiden, wie es weitergeht.',

  recover: {
    question: 'Ein anderer Passkey',
    title: 'Ihr Wiederherstellungsschlüssel öffnet Ihre Schlüssel, und ein neuer Passkey wird für sie angelegt.',
    lead: 'Der bisherige Passkey gilt nicht mehr, alle Ihre Sitzungen enden, und wer Sie benannt hat, sieht, dass es geschah.',
    label: 'Wiederherstellungsschlüssel',
    find: 'Meine Schlüssel finden',
    finding: 'Sucht …',
    foundTitle: 'Das sind Ihre Schlüssel.',
    found: 'Fingerabdruck {fingerprint}. Legen Sie nun auf diesem Gerät einen Passkey an.',
    make: 'Passkey anlegen',
    doneTitle: 'Der neue Passkey gilt. Melden Sie sich mit ihm an.',
    done: 'Der bisherige ist fort.',
    lost: 'Auch der Wiederherstellungsschlüssel ist verloren? Dann kann niemand Ihre Schlüssel öffnen. Schreiben Sie sich neu ein; wer von Ihnen schon liest, kann Sie benennen.',
    enroll: 'Neu einschreiben',
    signIn: 'Anmelden',
  },
};
