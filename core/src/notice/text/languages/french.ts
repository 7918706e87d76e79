import { frenchAnnouncement } from './announcement/french.ts';
import type { Phrases } from './phrases.ts';

// Spaces before colons and inside guillemets are non-breaking (U+00A0), those in numbers and before semicolons narrow ones (U+202F).
export const french: Phrases = {
  numerals: {
    groupSeparator: '\u202F',
    groupedFromDigits: 4,
    isZeroSingular: true,
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    shortMonths: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    date: '{day} {month} {year}',
    shortDate: '{day} {month} {year}',
    dayOfYear: '{day} {month}',
    shortDayOfYear: '{day} {month}',
    firstDay: '1er',
    time: '{date} à {hour} h {minute} UTC',
  },

  subject: {
    stolen: {
      one: 'Vos e-mails avec {organization} ont été volés ({n} message, {window})',
      other: 'Vos e-mails avec {organization} ont été volés ({n de} messages, {window})',
    },
    secrets: {
      one: 'Mots de passe ou clés menacés dans vos e-mails avec {organization} ({n} message, {window})',
      other: 'Mots de passe ou clés menacés dans vos e-mails avec {organization} ({n de} messages, {window})',
    },
    partial: {
      one: 'Un intrus a vu une partie de vos e-mails avec {organization} ({n} message, {window})',
      other: 'Un intrus a vu une partie de vos e-mails avec {organization} ({n de} messages, {window})',
    },
    possible: {
      one: 'Le vol de vos e-mails avec {organization} ne peut être exclu ({n} message, {window})',
      other: 'Le vol de vos e-mails avec {organization} ne peut être exclu ({n de} messages, {window})',
    },
    undetermined: {
      one: 'Notre journal ne dit pas si vos e-mails avec {organization} ont été volés ({n} message, {window})',
      other: 'Notre journal ne dit pas si vos e-mails avec {organization} ont été volés ({n de} messages, {window})',
    },
    fraud: {
      one: 'Alerte à la fraude : un intrus vous a écrit en se faisant passer pour {organization} ({n} message, {window})',
      other:
        'Alerte à la fraude : un intrus vous a écrit en se faisant passer pour {organization} ({n de} messages, {window})',
    },
    none: 'Aucun accès de l’intrus à vos e-mails avec {organization} ({window})',
    gone: 'Ce que nous avons dit de vos e-mails avec {organization} n’est plus établi ({window})',
    update: '{organization} : rien n’a changé depuis notre avis du {previous}',
    supplement: 'Complément : ',
    correction: 'Rectification : ',
    reminder: 'Rappel : ',
    window: '{from} – {to}',
  },

  to: {
    organization: {
      named: 'À l’équipe de sécurité chez {name} ({domains})',
      unnamed: 'À l’équipe de sécurité chez {domains}',
    },
    person: { named: 'À {name} ({domains})', unnamed: 'À {domains}' },
  },
  moreDomains: '{domains} et {n} de plus',

  reminder: 'Ceci rappelle notre avis du {previous}.',
  supplement: 'Ceci complète notre avis du {previous} et le remplace.',
  correction:
    'Ceci rectifie notre avis du {previous} et le remplace : une partie de ce que nous avions dit est inexacte.',

  fraudHeading: 'Alerte à la fraude',
  fraud: {
    organization: {
      one: 'L’intrus lui-même a envoyé {n} message{before} à votre organisation en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
      other:
        'L’intrus lui-même a envoyé {n de} messages{before} à votre organisation en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
    },
    person: {
      one: 'L’intrus lui-même vous a envoyé {n} message{before} en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
      other:
        'L’intrus lui-même vous a envoyé {n de} messages{before} en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
    },
  },

  happened: 'Un intrus a eu accès à des boîtes e-mail chez {organization} {span}.',
  span: 'entre le {from} et le {to}',
  spanOneDay: 'le {from}',

  changedHeading: 'Changements depuis notre avis du {previous}',
  unchanged: 'Aucun chiffre n’a changé.',
  concerned: {
    organization: {
      one: '{n} message{before} entre votre organisation et nous est concerné{mailboxes}{dated}{counted} :',
      other: '{n de} messages{before} entre votre organisation et nous sont concernés{mailboxes}{dated}{counted} :',
    },
    person: {
      one: '{n} message{before} entre vous et nous est concerné{mailboxes}{dated}{counted} :',
      other: '{n de} messages{before} entre vous et nous sont concernés{mailboxes}{dated}{counted} :',
    },
  },
  mailboxes: { one: ', dans une de nos boîtes', other: ', dans {n} de nos boîtes' },
  counted: {
    stolen: {
      one: ' ; l’objet ne compte que celui ouvert, copié ou tenu pour copié',
      other: ' ; l’objet ne compte que les {n} ouverts, copiés ou tenus pour copiés',
    },
    secrets: {
      one: ' ; l’objet ne compte que celui avec mots de passe ou clés',
      other: ' ; l’objet ne compte que les {n} avec mots de passe ou clés',
    },
    partial: {
      one: ' ; l’objet ne compte que celui vu en partie',
      other: ' ; l’objet ne compte que les {n} vus en partie',
    },
    possible: {
      one: ' ; l’objet ne compte que celui dont l’accès ne peut être exclu',
      other: ' ; l’objet ne compte que les {n} dont l’accès ne peut être exclu',
    },
  },
  dated: ', {dates}',
  dates: 'du {first} au {last}',
  datesOneDay: 'du {first}',
  none: {
    organization:
      'D’après ce que nous savons aujourd’hui, l’intrus n’a eu accès à aucun message entre votre organisation et nous ; nous avions dit autre chose :',
    person:
      'D’après ce que nous savons aujourd’hui, l’intrus n’a eu accès à aucun message entre vous et nous ; nous avions dit autre chose :',
  },
  gone: {
    organization:
      'Dans les boîtes et journaux dont nous disposons à présent manquent des messages entre votre organisation et nous que nous vous avions signalés. Cela ne montre pas que l’intrus n’a eu accès à aucun ; nous avions dit :',
    person:
      'Dans les boîtes et journaux dont nous disposons à présent manquent des messages entre vous et nous que nous vous avions signalés. Cela ne montre pas que l’intrus n’a eu accès à aucun ; nous avions dit :',
  },
  before: ' (avant : {n})',
  notExamined: 'non recherché',
  noDate: 'sans date',
  verdicts: {
    accessed: {
      one: '{n} ouvert ou copié par le logiciel de l’intrus',
      other: '{n} ouverts ou copiés par le logiciel de l’intrus',
    },
    presumed: { one: '{n} à considérer comme copié', other: '{n} à considérer comme copiés' },
    partial: { one: '{n} vu en partie', other: '{n} vus en partie' },
    possible: { one: '{n} dont l’accès ne peut être exclu', other: '{n} dont l’accès ne peut être exclu' },
    undetermined: { one: '{n} dont notre journal ne dit rien', other: '{n} dont notre journal ne dit rien' },
  },
  secrets: { one: 'dont {n} avec mots de passe ou clés', other: 'dont {n} avec mots de passe ou clés' },
  affectedAddresses: {
    one: '{n} de vos adresses est touchée{before}.',
    other: '{n} de vos adresses sont touchées{before}.',
  },
  bulk: { one: 'dont {n} envoyé en nombre ou par liste', other: 'dont {n} envoyés en nombre ou par liste' },
  held: { one: 'dont {n} retenu pour examen juridique', other: 'dont {n} retenus pour examen juridique' },
  intruderSent: {
    one: '{n} message envoyé par l’intrus lui-même',
    other: '{n de} messages envoyés par l’intrus lui-même',
  },

  consequences:
    'Conséquences probables : des e-mails qui citent ces messages pour vous tromper, vous ou vos connaissances, et un usage abusif de ce qu’ils disent de vous.',
  consequencesIfRead:
    'Si ces messages ont été lus, les conséquences probables sont des e-mails qui les citent pour vous tromper, vous ou vos connaissances, et un usage abusif de ce qu’ils disent de vous.',

  actionsHeading: 'À faire maintenant',
  changeSecrets: {
    one: 'Changez mots de passe et clés de nos échanges ; {n} message en contient.',
    other: 'Changez mots de passe et clés de nos échanges ; {n de} messages en contiennent.',
  },
  changeUnexamined: 'Changez mots de passe et clés de nos échanges. Nous ne les avons pas encore recherchés.',
  warnStaff: {
    one: 'Prévenez la personne concernée chez vous : l’intrus peut citer ses e-mails sous n’importe quel nom.',
    other:
      'Prévenez les {n de} personnes concernées chez vous : l’intrus peut citer leurs e-mails sous n’importe quel nom.',
  },
  distrust: 'Méfiez-vous des e-mails qui citent ces messages : l’intrus peut les écrire sous n’importe quel nom.',
  passOn: 'Transmettez ceci à vos clients concernés (RGPD, article 33, § 2) ; texte plus bas.',
  dutyController:
    'Nous traitons des données pour votre compte : votre délai de 72 heures (RGPD, article 33) peut commencer avec cet avis.',
  duty: 'Votre propre obligation de notifier peut commencer avec cet avis (RGPD, article 33 : 72 heures).',

  checkHeading: 'Vérifier cet avis sans cliquer',
  checkPage: {
    organization: 'Tapez {page} dans votre navigateur, puis votre domaine et ce code :',
    person: 'Tapez {page} dans votre navigateur, puis le domaine de votre adresse et ce code :',
  },
  checkDns: 'Le DNS doit donner cette clé :',
  checkLog: {
    one: 'Notre registre public avait {n} entrée à la rédaction ; sa racine :',
    other: 'Notre registre public avait {n d’}entrées à la rédaction ; sa racine :',
  },
  checkWebSiteNumber: 'Appelez le numéro publié sur notre site et lisez le code.',
  checkTelephone: 'Appelez le {telephone} (comparez avec notre site) et lisez le code.',
  asksNothing: 'Cet avis ne demande ni mot de passe, ni paiement, ni clic.',

  unknownHeading: 'Ce que nous ne savons pas',
  unknownGaps: {
    one: 'Le journal d’une boîte concernée a des lacunes.',
    other: 'Les journaux de {n} boîtes concernées ont des lacunes.',
  },
  unknownMessages: {
    one: 'Pour {n} message, nous ne pouvons dire s’il a été pris.',
    other: 'Pour {n de} messages, nous ne pouvons dire s’ils ont été pris.',
  },
  unknownNothing: 'Nous ne connaissons aucune lacune dans les journaux des boîtes concernées.',
  nextUpdate: 'Prochain avis : {date}, même si rien ne change.',
  nextUpdateOpen: 'Prochain avis : dès que nous en saurons plus.',
  readable: 'Vous pourrez lire les messages à partir du {date} ; comment : {page}, après le code.',
  contact: {
    address: 'Pour toute question, écrivez à {reply}',
    answer: 'Pour toute question, répondez à cet avis s’il vous est parvenu par e-mail,',
    telephone: ' ou appelez le {telephone}.',
    webSiteNumber: ' ou appelez le numéro publié sur notre site.',
  },

  detailsHeading: 'Détails',
  allFiguresHeading: 'Tous les chiffres',
  addedHeading: 'Pour vous en particulier',
  customersHeading: 'Texte pour vos clients',
  customers: {
    one: 'Un intrus a eu accès à des boîtes e-mail chez {organization} ({domain}) {span}. {n} message entre cette organisation et nous est concerné. Nous examinons lesquelles de vos données il contient et vous en informerons.',
    other:
      'Un intrus a eu accès à des boîtes e-mail chez {organization} ({domain}) {span}. {n de} messages entre cette organisation et nous sont concernés. Nous examinons lesquelles de vos données ils contiennent et vous en informerons.',
  },
  wordsHeading: 'Ce que veulent dire les mots',
  words: {
    accessed:
      'Ouvert ou copié : une entrée de notre journal d’accès nomme le message, et elle vient de l’intrus ; ou l’intrus y a répondu.',
    presumed:
      'À considérer comme copié : l’intrus a relevé un dossier entier de la boîte, exporté du courrier de la boîte, se faisait transférer de tels messages, ou se trouvait ou pouvait se trouver dans la boîte alors que le journal était incomplet ; ou une entrée nomme le message, qui peut venir de l’intrus ou désigner un autre message. Rien ne montre que le message a été épargné.',
    partial:
      'Vu en partie : une recherche de l’intrus trouve le message, ou l’intrus a affiché la liste de son dossier, ou l’a déplacé, modifié ou supprimé.',
    possible:
      'Ne peut être exclu : l’intrus pouvait atteindre le message, et aucune entrée ne montre s’il l’a fait ; ou une entrée sur son dossier, sa boîte ou un transfert peut venir de l’intrus.',
    undetermined:
      'Notre journal ne dit rien : rien ne montre un accès de l’intrus, et le journal n’est pas assez complet ou assez clair pour dire qu’il n’y en a pas eu.',
  },
  wordsBulk: 'Envoyé en nombre ou par liste : marqué ainsi par l’expéditeur. Le message est compté ci-dessus.',
  wordsHeld:
    'Retenu : nos juristes vérifient s’il est couvert par le secret avant que quiconque le lise. Il est compté ci-dessus.',
  countedMessages: {
    one: 'Sur {told de} messages, {n} est au moins dans le cas « ne peut être exclu ».',
    other: 'Sur {told de} messages, {n} sont au moins dans le cas « ne peut être exclu ».',
  },
  windowMoments: 'Période d’accès : {from} – {to}.',
  recordedMoments: 'Première et dernière entrée de l’intrus dans nos journaux : {first}, et {last}.',
  boundDomains: 'Établi pour : {domains}.',
  origin:
    'Tous les chiffres sont calculés à partir de nos boîtes et journaux : version {version}, empreinte {digest}. Personne ne peut les saisir.',
  originListed:
    'Tous les chiffres, sauf celui des mots de passe et des clés, sont calculés à partir de nos boîtes et journaux : version {version}, empreinte {digest}. Personne ne peut les saisir. Nos équipes ont relevé quels messages contiennent des mots de passe ou des clés.',
  logMeaning:
    'Conservez cet avis : avec la taille et la racine du registre public, vous pourrez montrer plus tard si ce registre a été modifié.',
  codeMeaning: 'Le code désigne cet avis. Il n’ouvre rien et ne prouve rien sur vous.',
  gapsHeading: 'Lacunes de nos journaux d’accès',
  gapRow: { one: '{gap} : {n} boîte', other: '{gap} : {n} boîtes' },
  gaps: {
    throttled: 'Il y a eu tant d’ouvertures que le fournisseur a cessé d’enregistrer',
    lossy: 'Des entrées indiquent moins que ce qui s’est passé',
    truncated: 'Le journal a été exporté incomplètement',
    bypassed: 'Un compte était exempté de l’enregistrement',
    'ingestion-off': 'L’enregistrement était arrêté pour toute l’organisation',
    unlicensed: 'La licence nécessaire à l’enregistrement manquait',
    'audit-off': 'L’enregistrement était arrêté',
    'before-retention': 'Des entrées ont été supprimées avant d’être mises en sûreté',
    unsupported: 'Les boîtes de ce type ne sont pas enregistrées',
    'not-recorded': 'La boîte était utilisée, et aucun accès n’a été enregistré',
    unasserted: 'Personne ne confirme que le journal est complet',
  },

  announcement: frenchAnnouncement,

  updateUnchanged: '{to} : rien n’a changé depuis notre avis du {previous}.',
  updateCheck: 'Vérifier sans cliquer : tapez {page} dans votre navigateur, puis le code {code}',
};
