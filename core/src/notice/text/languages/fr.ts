import type { Numerals } from '../numerals.ts';
import type { DetailPhrases } from './detail-phrases.ts';
import type { AnnouncementPhrases, HeadPhrases, Phrases, SearchedPhrases } from './phrases.ts';

const numerals: Numerals = {
  groupSeparator: '\u00A0',
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
  dayOfMonth: '{day}',
  of: 'sur',
  firstDay: '1er',
  time: '{date} à {hour} h {minute} UTC',
};

// Spaces before colons and semicolons and inside guillemets are non-breaking (U+00A0): windows-1252 has no narrow ones.
const announcement: AnnouncementPhrases = {
  subject: {
    organization: 'On demande à lire les e-mails touchés entre votre organisation et {organization}',
    person: 'On demande à lire les e-mails touchés entre vous et {organization}',
  },
  somebody: 'inconnu',
  asks: {
    organization:
      'On nous a demandé les e-mails touchés entre votre organisation et la nôtre qui concernent {proved}. Nom indiqué : {person}. Personne ne lit encore rien.',
    person:
      'On nous a demandé les e-mails touchés entre vous et nous ({proved}). Nom indiqué : {person}. Personne ne lit encore rien.',
  },
  address: 'Adresse indiquée : {address}.',
  addressElsewhere: 'L’adresse indiquée n’est dans aucun de vos domaines.',
  shown: {
    dns: 'Ce qui a été montré : un enregistrement de la zone de {proved} contient la clé ci-dessous, et la personne a le code d’un de nos avis.',
    mailbox: 'Ce qui a été montré : la personne a le code que nous avons envoyé à {proved}.',
    nomination: 'Ce qui a été montré : {name}, qui peut désigner des lecteurs pour vous, a désigné cette personne.',
    hand: 'Ce qui a été montré : une personne de chez nous a noté ce qui prouve que cette personne agit pour vous.',
  },
  representative: 'Cette personne agit pour vous de l’extérieur, comme conseil ou prestataire.',
  fingerprint: 'Empreinte de la clé ; la personne voit la même :',
  objectHeading: 'Si vous ne le voulez pas',
  objectTelephone: 'Appelez le {telephone} (à comparer avec notre site) et dites que vous vous y opposez.',
  objectWebSiteNumber: 'Appelez le numéro de notre site et dites que vous vous y opposez.',
  objectReply: 'Ou répondez à ce message.',
  objectPage: 'Ou tapez {page} dans votre navigateur : après le code ci-dessous, la page dit comment nous joindre.',
  oneObjection: 'Une opposition suffit. Rien ne continue avant que deux personnes de chez nous vous aient parlé.',
  waitHeading: 'Si vous vous y attendez',
  wait: {
    one: 'Vous n’avez rien à faire. Nous attendons au moins {n} heure après que vos contacts l’ont su ; ensuite, deux personnes de chez nous décident.',
    other:
      'Vous n’avez rien à faire. Nous attendons au moins {n} heures après que vos contacts l’ont su ; ensuite, deux personnes de chez nous décident.',
  },
  sooner: 'C’est plus rapide si une deuxième personne de chez vous le confirme par téléphone.',
};

const head: HeadPhrases = {
  between: {
    organization: 'entre {party} et {organization}',
    person: 'entre vous et {organization}',
  },
  subject: {
    strongest: {
      accessed: {
        one: 'Un intrus a ouvert ou copié un e-mail {both} ({counted})',
        other: 'Un intrus a ouvert ou copié des e-mails {both} ({counted})',
      },
      presumed: {
        one: 'Un e-mail {both} doit être présumé copié ({counted})',
        other: 'Des e-mails {both} doivent être présumés copiés ({counted})',
      },
      partial: {
        one: 'Un intrus a vu une partie d’un e-mail {both} ({counted})',
        other: 'Un intrus a vu une partie des e-mails {both} ({counted})',
      },
      possible: {
        one: 'L’accès d’un intrus à un e-mail {both} ne peut être exclu ({counted})',
        other: 'L’accès d’un intrus à des e-mails {both} ne peut être exclu ({counted})',
      },
      undecided: {
        one: 'Nous ne pouvons pas encore dire si un intrus a eu accès à un e-mail {both} ({counted})',
        other: 'Nous ne pouvons pas encore dire si un intrus a eu accès à des e-mails {both} ({counted})',
      },
      undetermined: {
        one: 'Nos journaux ne disent pas si un intrus a eu accès à un e-mail {both} ({counted})',
        other: 'Nos journaux ne disent pas si un intrus a eu accès à des e-mails {both} ({counted})',
      },
      secrets: {
        one: 'Changez les mots de passe, clés et codes d’accès envoyés dans un e-mail {both} ({counted})',
        other: 'Changez les mots de passe, clés et codes d’accès envoyés dans des e-mails {both} ({counted})',
      },
      fraud: {
        one: 'Alerte à la fraude : un intrus a envoyé un message au nom de {organization} ({counted})',
        other: 'Alerte à la fraude : un intrus a envoyé des messages au nom de {organization} ({counted})',
      },
    },
    counted: { one: '{n} message', other: '{n de} messages' },
    countedOf: '{n} sur {told de} messages',
    none: 'L’intrus n’a eu accès à aucun e-mail {both}',
    gone: 'Ce que nous avons dit d’e-mails {both} n’est plus établi',
    update: '{organization} : rien n’a changé depuis notre avis du {previous}',
    supplement: 'Complément : ',
    correction: 'Rectification : ',
    reminder: 'Rappel : ',
  },

  to: {
    organization: {
      named: 'À l’équipe de sécurité de {name} ({domains})',
      unnamed: 'À l’équipe de sécurité de {domains}',
    },
    person: { named: 'À {name} ({domains})', unnamed: 'À {domains}' },
  },
  moreDomains: { one: '{domains} et {n} autre', other: '{domains} et {n} autres' },

  reminder: 'Ceci rappelle notre avis du {previous}.',
  supplement: 'Ceci complète notre avis du {previous} et le remplace.',
  correction:
    'Ceci rectifie notre avis du {previous} et le remplace. Une partie de ce que nous avions dit était fausse.',
  correctionGone:
    'Ceci rectifie notre avis du {previous} et le remplace. Des preuves que nous avions alors manquent : des chiffres plus bas ne montrent pas que les précédents étaient faux.',
  guessed:
    'Nous avons dû deviner cette adresse ; cet avis ne donne donc que des chiffres. Transmettez-le aux responsables de la sécurité ou de la protection des données et dites-nous qui ils sont.',

  fraudHeading: 'Alerte à la fraude',
  fraud: {
    organization: {
      one: 'L’intrus lui-même vous a envoyé un message{before} en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
      other:
        'L’intrus lui-même vous a envoyé {n de} messages{before} en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
    },
    person: {
      one: 'L’intrus lui-même vous a envoyé un message{before} en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
      other:
        'L’intrus lui-même vous a envoyé {n de} messages{before} en notre nom. Confirmez par téléphone toute demande de paiement, coordonnée bancaire ou pièce jointe venue de nous {span}.',
    },
  },

  writes: {
    accessed: {
      one: '{name} vous écrit parce qu’un intrus a ouvert ou copié un e-mail {both}.',
      other: '{name} vous écrit parce qu’un intrus a ouvert ou copié des e-mails {both}.',
    },
    presumed: {
      one: '{name} vous écrit parce qu’un e-mail {both} doit être présumé copié par un intrus.',
      other: '{name} vous écrit parce que des e-mails {both} doivent être présumés copiés par un intrus.',
    },
    partial: {
      one: '{name} vous écrit parce qu’un intrus a vu une partie d’un e-mail {both}.',
      other: '{name} vous écrit parce qu’un intrus a vu une partie des e-mails {both}.',
    },
    possible: {
      one: '{name} vous écrit parce que l’accès d’un intrus à un e-mail {both} ne peut être exclu.',
      other: '{name} vous écrit parce que l’accès d’un intrus à des e-mails {both} ne peut être exclu.',
    },
    undecided: {
      one: '{name} vous écrit parce que nous ne pouvons pas encore dire si un intrus a eu accès à un e-mail {both}.',
      other:
        '{name} vous écrit parce que nous ne pouvons pas encore dire si un intrus a eu accès à des e-mails {both}.',
    },
    undetermined: {
      one: '{name} vous écrit parce que nos journaux ne disent pas si un intrus a eu accès à un e-mail {both}.',
      other: '{name} vous écrit parce que nos journaux ne disent pas si un intrus a eu accès à des e-mails {both}.',
    },
    fraud: {
      one: '{name} vous écrit parce qu’un intrus a envoyé un message en notre nom.',
      other: '{name} vous écrit parce qu’un intrus a envoyé des messages en notre nom.',
    },
  },
  writesNone: '{name} vous écrit parce que ce que nous avions dit d’e-mails {both} était faux.',
  writesGone: '{name} vous écrit parce que ce que nous avions dit d’e-mails {both} n’est plus établi.',
  happened: 'L’intrus a eu accès à certaines de nos boîtes mail {span}.',
  span: 'du {from} au {to}',
  spanOneDay: 'le {from}',
  spanOpen: 'du {from} au moins jusqu’au {to}',
  discovered: 'Nous l’avons découvert le {date}.',
  delayed: 'À la demande des autorités d’enquête, nous avons retardé cet avis jusqu’au {date}.',

  changedHeading: 'Changements depuis notre avis du {previous}',
  unchanged: 'Aucun chiffre n’a changé.',
  about: {
    one: 'Cet avis porte sur {n} e-mail{before}{mailboxes}{dated} :',
    other: 'Cet avis porte sur {n d’}e-mails{before}{mailboxes}{dated} :',
  },
  mailboxes: { one: ', dans une de nos boîtes', other: ', dans {n} de nos boîtes' },
  dated: ', {dates}',
  dates: 'du {first} au {last}',
  datesOneDay: 'du {first}',
  none: 'D’après ce que nous savons aujourd’hui, l’intrus n’a eu accès à aucun e-mail {both}. Nous avions dit autre chose :',
  gone: 'Les boîtes et journaux dont nous disposons à présent n’établissent plus ce que nous vous avions dit d’e-mails {both}. Cela ne montre pas que l’intrus n’a eu accès à aucun. Nous avions dit :',
  before: ' (avant : {n})',
  notExamined: 'non recherché',
  noDate: 'sans date',
  verdicts: {
    accessed: { one: '{n} ouvert ou copié par l’intrus', other: '{n} ouverts ou copiés par l’intrus' },
    presumed: { one: '{n} doit être présumé copié', other: '{n} doivent être présumés copiés' },
    partial: { one: '{n} vu en partie', other: '{n} vus en partie' },
    possible: {
      one: '{n} pour lequel un accès ne peut être exclu',
      other: '{n} pour lesquels un accès ne peut être exclu',
    },
    undecided: {
      one: '{n} dont nous ne pouvons pas encore dire si l’accès est de l’intrus ou de nous',
      other: '{n} dont nous ne pouvons pas encore dire si l’accès est de l’intrus ou de nous',
    },
    undetermined: { one: '{n} dont nos journaux ne disent rien', other: '{n} dont nos journaux ne disent rien' },
  },
  amongThem: { one: 'Pour cet e-mail :', other: 'Sur ces {n d’}e-mails :' },
  datedAfter: {
    one: '{n} daté après le {date}, compté parce que seule sa date dit quand il est arrivé',
    other: '{n} datés après le {date}, comptés parce que seule leur date dit quand ils sont arrivés',
  },
  secrets: {
    one: '{n} avec mots de passe, clés ou codes d’accès',
    other: '{n} avec mots de passe, clés ou codes d’accès',
  },
  noneFound: 'avec {what} : notre recherche n’en a pas trouvé ; il peut lui en échapper',
  noneAfterReview: {
    one: 'avec {what} : notre recherche en a signalé dans {n} e-mail ; nos équipes ont jugé qu’il n’y en avait pas',
    other: 'avec {what} : notre recherche en a signalé dans {n} e-mails ; nos équipes ont jugé qu’il n’y en avait pas',
  },
  noneListed: 'avec {what} : nos équipes n’en relèvent plus',
  secretsWhat: 'mots de passe, clés ou codes d’accès',
  bulk: { one: '{n} envoyé en nombre ou par liste', other: '{n} envoyés en nombre ou par liste' },
  held: { one: '{n} retenu pour examen juridique', other: '{n} retenus pour examen juridique' },
  bulkNone: 'envoyés en nombre ou par liste : aucun dans le décompte actuel',
  heldNone: 'retenus pour examen juridique : aucun dans le décompte actuel',
  intruderSent: {
    one: '{n} message envoyé par l’intrus lui-même',
    other: '{n de} messages envoyés par l’intrus lui-même',
  },
  affectedAddresses: {
    one: 'Une de vos adresses figure {where}{before}{listed}.',
    other: '{n} de vos adresses figurent {where}{before}{listed}.',
  },
  affectedAddressesNone: 'Vos adresses que nous avons trouvées : 0{before}.',
  inThem: { one: 'dans cet e-mail', other: 'dans ces e-mails' },
  listed: ' : {list}',
  listedOf: { one: ' : {list} et {n} autre', other: ' : {list} et {n} autres' },
  pageLists: {
    one: 'La page de vérification de cet avis en cite jusqu’à {n}.',
    other: 'La page de vérification de cet avis en cite jusqu’à {n}.',
  },

  consequences: {
    organization: {
      one: 'Conséquences possibles : réponses dans de vraies conversations, fausses factures, coordonnées bancaires modifiées, usage des mots de passe de cet e-mail.',
      other:
        'Conséquences possibles : réponses dans de vraies conversations, fausses factures, coordonnées bancaires modifiées, usage des mots de passe de ces e-mails.',
    },
    person: {
      one: 'Conséquences possibles : des messages qui citent cet e-mail pour vous tromper, vous ou vos connaissances ; un usage abusif de ce qu’il dit de vous.',
      other:
        'Conséquences possibles : des messages qui citent ces e-mails pour vous tromper, vous ou vos connaissances ; un usage abusif de ce qu’ils disent de vous.',
    },
  },
  consequencesIfRead: {
    organization: {
      one: 'Si cet e-mail a été lu, les conséquences possibles sont des réponses dans de vraies conversations, de fausses factures, des coordonnées bancaires modifiées et l’usage des mots de passe qu’il contient.',
      other:
        'Si ces e-mails ont été lus, les conséquences possibles sont des réponses dans de vraies conversations, de fausses factures, des coordonnées bancaires modifiées et l’usage des mots de passe qu’ils contiennent.',
    },
    person: {
      one: 'Si cet e-mail a été lu, les conséquences possibles sont des messages qui le citent pour vous tromper, vous ou vos connaissances ; un usage abusif de ce qu’il dit de vous.',
      other:
        'Si ces e-mails ont été lus, les conséquences possibles sont des messages qui les citent pour vous tromper, vous ou vos connaissances ; un usage abusif de ce qu’ils disent de vous.',
    },
  },

  actionsHeading: 'À faire maintenant',
  changeListed: {
    one: 'Changez les mots de passe, clés et codes d’accès de cet e-mail :',
    other: 'Changez les mots de passe, clés et codes d’accès de ces {n d’}e-mails :',
  },
  secretLine: '{date} : {address}',
  secretRest: { one: '{n} autre : demandez-nous lequel.', other: '{n} autres : demandez-nous la liste.' },
  secretRestOnPage: {
    one: '{n} autre : voyez la page de vérification de cet avis, ou demandez-nous.',
    other: '{n} autres : voyez la page de vérification de cet avis, ou demandez-nous.',
  },
  changeSecrets: {
    one: 'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. {n} e-mail en contient.',
    other:
      'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. {n d’}e-mails en contiennent.',
  },
  changeUnexamined:
    'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. Nous ne les avons pas encore recherchés.',
  warnListed: 'Prévenez les personnes qui ont ces adresses : l’intrus peut leur répondre sous n’importe quel nom.',
  warnAll: 'Prévenez vos collègues qui nous écrivent : l’intrus peut leur répondre sous n’importe quel nom.',
  distrust: {
    one: 'Méfiez-vous des messages qui citent cet e-mail : l’intrus peut les écrire sous n’importe quel nom.',
    other: 'Méfiez-vous des messages qui citent ces e-mails : l’intrus peut les écrire sous n’importe quel nom.',
  },
  confirm: 'Appelez un numéro que vous connaissez déjà avant de nous payer ou de changer des coordonnées bancaires.',
  duties: {
    law: {
      controller:
        'Nous sommes votre sous-traitant. Comme responsable du traitement, vous devez peut-être notifier l’autorité : le délai de 72 heures ({law}, article 33, § 1) peut commencer avec cet avis.',
      processor:
        'Vous êtes sous-traitant : transmettez ceci aux responsables du traitement concernés ({law}, article 33, § 2) ; texte plus bas.',
      independent:
        'Vérifiez si, comme responsable du traitement, vous devez notifier l’autorité : le délai de 72 heures ({law}, article 33, § 1) peut commencer avec cet avis.',
    },
    elsewhere: {
      controller:
        'Nous traitons des données pour votre compte. Vérifiez ce que la loi qui vous est applicable vous oblige à notifier ; le délai peut commencer maintenant.',
      processor: 'Transmettez ceci aux clients concernés ; texte plus bas.',
      independent:
        'Vérifiez si la loi qui vous est applicable vous oblige à notifier ceci ; le délai peut commencer maintenant.',
    },
  },
  laws: { gdpr: 'RGPD', 'uk-gdpr': 'RGPD du Royaume-Uni' },

  readFrom: {
    organization: {
      one: 'À partir du {date}, les personnes que vous approuvez peuvent lire cet e-mail : {page} dit comment, après le code.',
      other:
        'À partir du {date}, les personnes que vous approuvez peuvent lire ces e-mails : {page} dit comment, après le code.',
    },
    person: {
      one: 'À partir du {date}, vous pouvez lire cet e-mail : {page} dit comment, après le code.',
      other: 'À partir du {date}, vous pouvez lire ces e-mails : {page} dit comment, après le code.',
    },
  },
  readLater: {
    one: 'Vous pourrez lire cet e-mail vous-même. Nous vous écrirons dès que ce sera possible.',
    other: 'Vous pourrez lire ces e-mails vous-même. Nous vous écrirons dès que ce sera possible.',
  },
  readNot: {
    one: 'Nous ne proposons pas la consultation de cet e-mail.',
    other: 'Nous ne proposons pas la consultation de ces e-mails.',
  },
  copies: {
    address: 'S’il vous faut des copies, écrivez à {mail}.',
    answer: 'S’il vous faut des copies, adressez-vous au contact plus bas.',
  },
  ownCopies: {
    address:
      'Vous avez droit à une copie de vos données ({law}, article 15) : écrivez à {mail}. Nous répondons dans un délai d’un mois (article 12, § 3).',
    answer:
      'Vous avez droit à une copie de vos données ({law}, article 15) : adressez-vous au contact plus bas. Nous répondons dans un délai d’un mois (article 12, § 3).',
  },

  checkHeading: 'Comment vérifier cet avis',
  checkPage: {
    organization: 'Tapez {page} dans votre navigateur, puis votre domaine et ce code :',
    person: 'Tapez {page} dans votre navigateur, puis votre adresse e-mail et ce code :',
  },
  checkDns: 'Interrogez le DNS : la réponse doit contenir cette clé :',
  checkLog: {
    one: 'Notre registre public avait {n} entrée lors de la rédaction de cet avis ; sa racine :',
    other: 'Notre registre public avait {n d’}entrées lors de la rédaction de cet avis ; sa racine :',
  },
  checkWebSiteNumber: 'Appelez le numéro publié sur notre site et dictez le code.',
  checkTelephone: 'Appelez le {telephone} (comparez avec notre site) et dictez le code.',
  asksNothing: 'Cet avis ne demande ni mot de passe ni paiement. Vous n’avez aucun lien à suivre.',

  unknownHeading: 'Ce que nous ne savons pas',
  unknownGaps: {
    one: 'Le journal d’une boîte touchée a des lacunes.',
    other: 'Les journaux de {n} boîtes touchées ont des lacunes.',
  },
  unknownMessages: {
    one: 'Pour {n} e-mail, nous ne pouvons dire si l’intrus y a eu accès.',
    other: 'Pour {n d’}e-mails, nous ne pouvons dire si l’intrus y a eu accès.',
  },
  unknownUndecided: {
    one: 'Pour {n} e-mail, nous ne pouvons pas encore dire si certains de ces accès étaient les nôtres.',
    other: 'Pour {n d’}e-mails, nous ne pouvons pas encore dire si certains de ces accès étaient les nôtres.',
  },
  unknownRecords: 'Pour certains accès dans nos journaux, nous ne pouvons pas encore dire s’ils étaient les nôtres.',
  unknownNothing: 'Nous ne connaissons aucune lacune dans les journaux des boîtes touchées.',
  unknownToo: 'Encore en suspens : {text}',
  nextUpdate: 'Prochain avis : {date}, même si rien ne change.',
  nextUpdateOpen: 'Prochain avis : dès que nous en saurons plus.',

  contact: {
    address: 'Questions : écrivez à {mail}',
    answer: 'Questions : répondez à cet avis s’il vous est parvenu par e-mail,',
    telephone: ' ou appelez le {telephone}.',
    webSiteNumber: ' ou appelez le numéro publié sur notre site.',
    dpo: 'Délégué à la protection des données : {dpo}',
  },

  updateUnchanged: '{to} : {name} n’a rien de nouveau à vous dire depuis son avis du {previous}.',
  updateCheck: 'Pour vérifier : tapez {page} dans votre navigateur, puis le code {code}',
};

const details: DetailPhrases = {
  detailsHeading: 'Détails',
  allFiguresHeading: 'Tous les chiffres',
  addedHeading: 'Pour vous en particulier',
  customersHeading: 'Texte pour vos clients',
  customers: {
    one: 'Un intrus a eu accès à certaines boîtes mail de {organization} ({domain}) {span}. Il s’agit de {n} message entre cette organisation et nous. Nous examinons lesquelles de vos données il contient et vous en informerons.',
    other:
      'Un intrus a eu accès à certaines boîtes mail de {organization} ({domain}) {span}. Il s’agit de {n de} messages entre cette organisation et nous. Nous examinons lesquelles de vos données ils contiennent et vous en informerons.',
  },
  wordsHeading: 'Ce que veulent dire les mots',
  words: {
    accessed:
      'Ouvert ou copié : une entrée de notre journal d’accès nomme le message, et elle vient de l’intrus ; ou l’intrus y a répondu.',
    presumed:
      'Doit être présumé copié : l’intrus a récupéré un dossier entier de la boîte, exporté du courrier de la boîte, s’est fait transférer de tels messages, ou se trouvait ou pouvait se trouver dans la boîte alors que le journal était incomplet ; ou une entrée nomme le message, qui peut venir de l’intrus ou désigner un autre message. Rien ne montre que le message ait été épargné.',
    partial:
      'Vu en partie : une recherche de l’intrus a fait apparaître le message, ou l’intrus a affiché la liste de son dossier, ou l’a déplacé, modifié ou supprimé.',
    possible:
      'Ne peut être exclu : l’intrus pouvait atteindre le message, et aucune entrée ne montre s’il l’a fait ; ou une entrée sur son dossier, sa boîte ou un transfert peut venir de l’intrus.',
    undecided:
      'Nous ne pouvons pas encore le dire : l’accès n’apparaît que dans des entrées dont personne n’a encore décidé si elles viennent de l’intrus ou de nous.',
    undetermined:
      'Nos journaux ne disent rien : rien ne montre un accès de l’intrus, et le journal n’est pas assez complet ou assez clair pour dire qu’il n’y en a pas eu.',
  },
  wordsBulk: 'Envoyé en nombre ou par liste : marqué ainsi par l’expéditeur. Le message est compté ci-dessus.',
  wordsHeld:
    'Retenu : nos juristes vérifient s’il est couvert par le secret avant que quiconque le lise. Il est compté ci-dessus.',
  notDelayed: 'Aucune autorité ne nous a demandé de retarder cet avis.',
  countedMessages: {
    one: 'Pour {n} des {told de} messages, un accès ne peut, à tout le moins, être exclu.',
    other: 'Pour {n} des {told de} messages, un accès ne peut, à tout le moins, être exclu.',
  },
  windowMoments: 'Période d’accès : {from} – {to}.',
  windowMomentsOpen: 'Période d’accès : {from} – au moins jusqu’au {to}.',
  recordedMoments: 'Première et dernière entrée de l’intrus dans nos journaux : {first}, et {last}.',
  boundDomains: 'Établi pour : {domains}.',
  origin:
    'Tous les chiffres sont calculés à partir de nos boîtes et journaux : version {version}, empreinte {digest}. Ils n’ont pas été saisis à la main.',
  originListed:
    'Tous les chiffres, sauf celui des mots de passe, des clés et des codes d’accès, sont calculés à partir de nos boîtes et journaux : version {version}, empreinte {digest}. Ils n’ont pas été saisis à la main. Nos équipes ont relevé quels messages contiennent des mots de passe, des clés ou des codes d’accès.',
  logMeaning:
    'Conservez cet avis : avec la taille et la racine du registre public, vous pourrez montrer plus tard si ce registre a été modifié.',
  codeMeaning: 'Le code identifie cet avis. Il n’ouvre rien et ne prouve rien sur vous.',
  gapsHeading: 'Lacunes de nos journaux d’accès',
  gapRow: { one: '{gap} : {n} boîte', other: '{gap} : {n} boîtes' },
  gaps: {
    throttled: 'Il y a eu tant d’ouvertures que le fournisseur a cessé d’enregistrer',
    lossy: 'Le journal est incomplet',
    truncated: 'Le journal a été exporté incomplètement',
    late: 'Le journal a été exporté avant que toutes ses entrées dussent y être',
    bypassed: 'Un compte était exempté de l’enregistrement',
    'ingestion-off': 'L’enregistrement était arrêté pour toute l’organisation',
    unlicensed: 'La licence nécessaire à l’enregistrement manquait',
    'audit-off': 'L’enregistrement était arrêté',
    'before-retention': 'Des entrées ont été supprimées avant d’être mises en sûreté',
    unsupported: 'Les boîtes de ce type ne sont pas enregistrées',
    'not-recorded': 'La boîte était utilisée, et aucun accès n’a été enregistré',
    unasserted: 'Personne ne confirme que le journal est complet',
  },
};

const searched: SearchedPhrases = {
  personalRow: { one: '{n} avec {what}', other: '{n} avec {what}' },
  personal: {
    'payment-card': 'numéros de cartes de paiement',
    'bank-account': 'numéros de comptes bancaires',
    'national-id': 'numéros d’identité ou de sécurité sociale',
    passport: 'numéros de passeport',
    'driving-licence': 'numéros de permis de conduire',
    'tax-id': 'numéros fiscaux',
    'birth-date': 'dates de naissance',
    'home-address': 'adresses privées',
    telephone: 'numéros de téléphone privés',
    'login-name': 'noms d’utilisateur',
    sensitive: 'données particulièrement sensibles',
  },
  unreadRow: {
    one: '{n} avec un élément que nous n’avons pas pu examiner ({reasons})',
    other: '{n} avec un élément que nous n’avons pas pu examiner ({reasons})',
  },
  unread: {
    encrypted: 'chiffré : {n}',
    damaged: 'endommagé : {n}',
    'too-large': 'trop grand : {n}',
    'no-reader': 'type de fichier que notre recherche ne sait pas lire : {n}',
    'no-text': 'sans texte : {n}',
    unsearched: 'pas du tout examiné : {n}',
  },
  changeFound: {
    one: 'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. Notre recherche en a trouvé dans {n} e-mail.',
    other:
      'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. Notre recherche en a trouvé dans {n d’}e-mails.',
  },
  changeUnread: {
    one: 'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. Nous n’avons pas pu examiner en entier {n} e-mail.',
    other:
      'Cherchez les mots de passe, clés et codes d’accès dans nos échanges d’e-mails. Changez ceux que vous trouvez. Nous n’avons pas pu examiner en entier {n d’}e-mails.',
  },
  wordsSearched:
    'Avec mots de passe, clés, codes d’accès ou données personnelles : un programme a examiné le texte et les pièces jointes. Il peut en manquer. Personne n’a vérifié à qui sont ces données.',
  wordsSensitive:
    'Données particulièrement sensibles : sur la santé, et d’autres que le droit protège davantage. Cet avis ne dit pas lesquelles : voyez la page de vérification, ou demandez-le-nous.',
  listedToo: {
    one: '{n} des e-mails avec mots de passe, clés ou codes d’accès : relevé par nos équipes, non par notre recherche.',
    other:
      '{n} des e-mails avec mots de passe, clés ou codes d’accès : relevés par nos équipes, non par notre recherche.',
  },
  customersSearched: {
    one: 'Un intrus a eu accès à certaines boîtes mail de {organization} ({domain}) {span}. Il s’agit de {n} message entre cette organisation et nous. On y a cherché des mots de passe et des données personnelles ; demandez-nous ce qui a été trouvé.',
    other:
      'Un intrus a eu accès à certaines boîtes mail de {organization} ({domain}) {span}. Il s’agit de {n de} messages entre cette organisation et nous. On y a cherché des mots de passe et des données personnelles ; demandez-nous ce qui a été trouvé.',
  },
};

/** Every text of a notice in this language. */
export const phrases: Phrases = { ...head, ...details, ...searched, numerals, announcement };

/** What is said on the telephone. */
export const callScript = `Guide d’appel : avis de {organization}

1. « Ici {organization}. Vous avez reçu un avis de notre part. Lisez-moi son code, groupe par groupe, s’il vous plaît. »
   Saisir : candor support lookup <code>
   Pas de code sous la main ? Sans lui vous ne confirmez rien, quel que soit le domaine cité. Dites :
   « Seul le code me dit quel avis vous avez. Cherchez-le et rappelez, s’il vous plaît, ou écrivez-nous : {reply}. »
   candor support lookup <domaine> montre, à vous seul, ce qui a été établi ; personne au téléphone n’en apprend rien.

2. Ce que la réponse permet de dire : jamais qu’un avis est authentique, car personne n’en compare le texte au téléphone
   issued       « Nous avons établi un avis portant ce code le <jour>, pour <domaine>. Je n’ai pas comparé votre texte : un vrai code peut être copié dans un faux message. Pour être sûr de chaque mot, tapez {page} dans votre navigateur, entrez le code et le domaine, puis déposez-y le message. Quand la page le dit authentique, faites ce qu’il demande ; pas avant. »
   superseded   « De même, et un avis ultérieur du <jour> l’a remplacé. Suivez celui-là, une fois vérifié. »
   withdrawn    « Nous l’avons établi, puis retiré le <jour>. N’agissez pas d’après lui ; nous reviendrons vers vous. »
   misdirected  « Cet avis ne vous était pas destiné. Supprimez-le, s’il vous plaît. Nous avons consigné l’erreur. »
   unknown      « Nous n’avons établi aucun avis portant ce code. N’agissez pas d’après lui. Pouvez-vous nous en envoyer une copie ? À {reply}. »
   a slip       « Relisez le groupe <n>, s’il vous plaît. » Si aucun groupe n’est nommé : « Relisez tous les groupes, s’il vous plaît. »

3. Comparez le domaine. Si la personne parle pour une autre organisation que celle affichée, dites :
   « Ce code n’est pas pour votre organisation. N’agissez pas d’après lui et envoyez-nous une copie : {reply}. »

4. À ne jamais dire, qui que ce soit qui demande : ce que contient un message, combien il y en a, des noms, d’autres organisations, ni si un autre domaine a reçu un avis. Ne demandez jamais de mot de passe, de paiement ni d’accès à distance. Ne rappelez jamais un numéro donné au téléphone ; utilisez celui que vous connaissez.

5. Vérifier sans téléphone
   Page   {page}
   DNS    dig TXT _candor.{domain}

6. « Je n’ai pas reçu d’avis ; sommes-nous touchés ? » Ne cherchez pas pour la personne. Dites :
   « Écrivez à {reply} depuis le domaine de votre organisation. Une fois établi que ce domaine est le vôtre, deux d’entre nous signeront une réponse. »

7. Journalistes, police, avocats : notez nom et numéro, promettez un rappel, ne dites rien d’autre.
`;
