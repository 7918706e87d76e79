import markdown from '../../../../docs/guide/reading-your-mail.fr.md?raw';
import type { EnrollWords } from '../reviewer/enroll-words.ts';
import type { ErrorWords } from '../reviewer/error-words.ts';
import type { ExportWords } from '../reviewer/export-words.ts';
import type { FilesWords } from '../reviewer/files-words.ts';
import type { MessagesWords } from '../reviewer/messages-words.ts';
import type { OverviewWords } from '../reviewer/overview-words.ts';
import type { PackTemplates } from '../reviewer/pack-template.ts';
import type { PackWords } from '../reviewer/pack-words.ts';
import type { PeopleWords } from '../reviewer/people-words.ts';
import type { ReadingWords } from '../reviewer/reading-words.ts';
import type { ReviewerCatalogue } from '../reviewer/reviewer-catalogue.ts';
import type { SecretWords } from '../reviewer/secret-words.ts';
import type { SessionWords } from '../reviewer/session-words.ts';
import type { SharedWords } from '../reviewer/shared-words.ts';
import type { TrustWords } from '../reviewer/trust-words.ts';
import { codeWords, rules } from './basics.ts';

const shared: SharedWords = {
  pageTitle: 'Vos e-mails avec {organization}',
  sections: {
    overview: 'Aperçu',
    messages: 'Messages',
    secrets: 'Secrets',
    people: 'Personnes',
    trust: 'Confiance',
    report: 'Votre déclaration',
  },
  sectionsLabel: 'Rubriques',
  more: 'Plus',
  emailsWith: 'e-mails avec {organization}',
  skip: 'Aller au contenu',
  account: 'Vous et cet appareil',
  signOut: 'Se déconnecter',
  language: 'Langue',
  theme: 'Couleurs',
  themes: { system: 'Comme l’appareil', light: 'Clair', dark: 'Sombre' },
  verdicts: {
    accessed: { sentence: 'ouvert ou copié', short: 'ouvert' },
    presumed: { sentence: 'à tenir pour copié', short: 'tenu pour copié' },
    partial: { sentence: 'une partie a été vue', short: 'vu en partie' },
    possible: { sentence: 'ne peut être exclu', short: 'non exclu' },
    undetermined: { sentence: 'le journal ne peut le dire', short: 'journal muet' },
    'no-evidence': { sentence: 'journal complet, aucun accès', short: 'aucun accès' },
    absent: { sentence: 'arrivé après le départ de l’intrus', short: 'arrivé après' },
  },
  status: {
    keysHere: 'clés et e-mails sur cet appareil seulement',
    nobody: 'personne n’est connecté',
    idleSoon:
      'Personne n’a touché cette page depuis 14 minutes. Dans une minute les clés sont rangées et vous êtes déconnecté ; appuyez sur une touche pour rester.',
    clock: {
      ahead: 'L’horloge de cet appareil avance de {minutes} min ; les heures ici sont celles du portail.',
      behind: 'L’horloge de cet appareil retarde de {minutes} min ; les heures ici sont celles du portail.',
    },
    keeping: {
      full: 'Le stockage de ce navigateur est plein : le courrier que vous ouvrez sera chargé de nouveau la prochaine fois. La lecture continue.',
      none: 'Ce navigateur ne garde rien (fenêtre privée) : le courrier que vous ouvrez sera chargé de nouveau la prochaine fois. La lecture continue.',
      unkept:
        'Le portail n’a pas gardé ce que vous avez vu. Cet onglet le sait ; un autre appareil pourrait ne pas remarquer qu’on lui montre quelque chose de plus ancien. Un nouvel essai suit au prochain contrôle.',
    },
  },
  goTo: { title: 'Aller à', short: 'aller à', label: 'Page', none: 'Rien ne s’appelle ainsi.' },
  keys: {
    title: 'Toutes les touches',
    short: 'toutes les touches',
    acts: {
      goTo: 'Aller à une page',
      help: 'Cette liste',
      search: 'Chercher dans les messages',
      move: 'Message suivant, précédent',
      select: 'Choisir le message',
      save: 'Enregistrer ce qui est montré',
      leave: 'Revenir, fermer',
      table: 'L’image en tableau',
    },
  },
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  copy: 'Copier',
  copied: 'Copié',
  close: 'Fermer',
  cancel: 'Annuler',
  fault: {
    title: 'Cette page s’est interrompue.',
    what: 'Ce qu’elle faisait est perdu ; vos e-mails et vos clés ne le sont pas. Elle a dit : {fault}',
    kept: 'Rien n’a été envoyé à personne.',
    reload: 'Recharger la page',
  },
  settingsMissing: {
    title: 'Le site ne dit pas où est son portail.',
    what: 'Le fichier settings.json à côté de cette page ne se charge pas ou est d’une autre version. Rien n’est perdu.',
    other: 'Sans cette page : candor enroll et candor open font la même chose.',
  },
  notFound: { title: 'Cette page n’existe pas.', back: 'Aller à l’aperçu' },
};

const session: SessionWords = {
  question: 'Vos e-mails avec {organization}',
  answers: {
    first: 'Connectez-vous avec votre clé d’accès pour les lire.',
    'by-you': 'Vous êtes déconnecté. Les clés sont rangées.',
    idle: 'Personne n’était là depuis 15 minutes ; les clés ont été rangées.',
    ended: 'Le portail a mis fin à la session. Les clés ont été rangées.',
    'other-tab': 'Vous vous êtes déconnecté dans un autre onglet. Les clés ont été rangées ici aussi.',
    'other-person': 'Quelqu’un d’autre s’est connecté dans un autre onglet. Les clés ont été rangées ici.',
  },
  lead: {
    first: 'Ils sont déchiffrés sur cet appareil seulement. Le portail n’a rien qui les ouvre.',
    'by-you': 'Il ne reste rien de vos e-mails dans cet onglet.',
    idle: 'Connectez-vous, et vous revenez où vous étiez. Rien de ce que vous avez enregistré n’est perdu.',
    ended:
      'Cela arrive après 8 heures, quand le portail redémarre, quand une autre clé d’accès est enregistrée pour vous, ou quand l’accès vous a été retiré. Connectez-vous, et vous revenez où vous étiez.',
    'other-tab': 'Reconnectez-vous pour continuer où vous étiez.',
    'other-person':
      'Un navigateur tient une session à la fois. Pour deux personnes, prenez deux navigateurs ou deux profils.',
  },
  signIn: 'Se connecter avec une clé d’accès',
  signingIn: 'Attente de votre clé d’accès …',
  firstTime: 'Première visite ? Il vous faut le code imprimé dans l’avis.',
  enroll: 'S’inscrire avec le code d’un avis',
  lostPasskey: 'Clé d’accès perdue, ou sur un autre appareil ?',
  recover: 'En enregistrer une autre avec votre clé de secours',
  keyFile: 'Un fichier de clé ou une livraison sur le disque ?',
  openFiles: 'Ouvrir des fichiers de cet appareil',
  withoutBrowser:
    'Sans navigateur : candor enroll et candor open. Ils n’utilisent pas cette page, et personne ne peut donc vous la changer.',
  privateMode:
    'Ce navigateur ne garde rien (fenêtre privée ou stockage interdit) : chaque visite recharge vos e-mails, et l’inscription doit se faire d’un seul trait.',
  locked: {
    question: 'Connecté, clés encore fermées',
    title: 'Tapez votre clé de secours pour ouvrir vos clés.',
    lead: 'Votre clé d’accès vous connecte mais ne peut déballer les clés : son appareil ou programme n’a pas l’extension PRF, ou ne l’avait pas quand elle a été créée. La clé de secours est donc demandée chaque fois. Enregistrez une autre clé d’accès, créée avec un appareil ou programme plus récent, pour vous en passer.',
    label: 'Clé de secours',
    hint: '28 caractères (27 pour les anciennes), comme vous les avez notés. Elle sert sur cet appareil et n’est envoyée nulle part.',
    open: 'Ouvrir mes clés',
    opening: 'Ouverture …',
  },
  portalFlaws: {
    malformed:
      'Le portail n’a pas accepté ce que cette page a envoyé. La page ou le portail est d’une autre version ; rechargez la page.',
    'foreign-origin':
      'Le portail ne connaît pas l’adresse de cette page. Tapez l’adresse de votre avis ; si c’est la même, dites-le à {organization}.',
    'not-found': 'Le portail n’a rien de tel, ou pas pour vous.',
    conflict: 'Autre chose s’est passé au portail entre-temps. Réessayez.',
    'too-large': 'Le portail n’a pas accepté autant à la fois.',
    'wrong-type': 'Le portail n’a pas accepté ce que cette page a envoyé. Rechargez la page.',
    'too-many': 'Le portail demande de ralentir. Réessayez dans quelques minutes ; rien n’est perdu.',
    fault: 'Le portail est tombé en panne en répondant. Rien n’est perdu ; réessayez dans quelques minutes.',
    'lab-silent':
      'Le portail attend {que organization} dise qui peut lire quoi ; d’ici là il ne sert personne. Cela dure jusqu’à son prochain appel, un jour au plus.',
    'session-ended': 'La session est finie. Reconnectez-vous.',
    'not-known':
      'Le portail ne connaît personne avec cette clé d’accès ou cette clé. Ou bien votre inscription attend encore l’accord, ou bien l’accès vous a été retiré, ou bien la clé d’accès a été remplacée.',
    'portal-silent': 'Le portail ne répond pas. Cela ne dit rien de vos e-mails. Réessayez dans quelques minutes.',
    offline: 'Cet appareil n’a pas de réseau.',
    'portal-broken':
      'Ce qui a répondu n’est pas un portail de cette version. Quelque chose a pu répondre à sa place en chemin ; essayez un autre réseau.',
  },
  passkeyFlaws: {
    cancelled: 'Aucune clé d’accès n’a servi : annulé, trop long, ou cet appareil n’en a pas pour {domain}.',
    unsupported:
      'Ce navigateur ou cet appareil n’a pas de clés d’accès qui conviennent. Prenez un autre navigateur ou une clé de sécurité.',
    'wrong-site':
      'Les clés d’accès de {domain} ne peuvent servir sur cette page. Comparez l’adresse de la page avec votre avis.',
    'already-there': 'Cet appareil a déjà cette clé d’accès.',
    fault: 'La clé d’accès a échoué sans que le navigateur dise pourquoi. Réessayez.',
  },
  otherFault: 'Cela a échoué pour une raison que cette page ne connaît pas. Rechargez-la.',
  account: {
    question: 'Vous et cet appareil',
    title: 'Clés et e-mails sont sur cet appareil seulement.',
    nobody: 'Personne n’est connecté.',
    party: 'Lit pour',
    roles: { nominator: 'Personne qui désigne', reviewer: 'Personne qui lit', representative: 'Représentant' },
    role: 'Rôle',
    fingerprint: 'Votre empreinte',
    fingerprintHint: 'Elle couvre vos deux clés. Lisez-la à qui veut être sûr que c’est vous.',
    tabs: 'Chaque onglet tient ses propres clés et demande la clé d’accès ; se déconnecter dans l’un les ferme tous. Deux personnes, deux navigateurs.',
    others: {
      title: 'Où vous êtes connecté par ailleurs',
      none: 'Nulle part ailleurs.',
      some: ['Dans un autre navigateur.', 'Dans {n} autres navigateurs.'],
      one: 'Depuis le {begun}, dernier usage le {seen}',
      hint: 'Vous n’en reconnaissez pas un, ou un appareil n’est plus entre vos mains ? Déconnectez-vous là-bas ; la clé d’accès est demandée une fois de plus.',
      end: 'Se déconnecter partout ailleurs',
      ended: 'Déconnecté partout ailleurs.',
    },
    forgetTitle: 'Ce que ce navigateur garde',
    forgetHint:
      'Des e-mails chiffrés, pour que la prochaine visite soit rapide, et une inscription commencée. Enlevez-le sur un appareil qui n’est pas le vôtre.',
    forget: 'L’enlever de ce navigateur',
    forgotten: 'Enlevé. La prochaine visite recharge vos e-mails.',
  },
};

const errors: ErrorWords = {
  locked: 'Vos clés sont rangées. Connectez-vous de nouveau.',
  'wrong-key': 'Cela n’ouvre pas vos clés.',
  mistyped: 'La saisie contient une erreur. Comparez-la groupe par groupe avec ce qui est imprimé.',
  'damaged-keys':
    'Vos clés enveloppées manquent sur le portail ou sont illisibles. Enregistrez une nouvelle clé d’accès avec votre clé de secours ou votre fichier de clé.',
  'unknown-recovery':
    'Le portail ne garde aucune clé pour cette clé de secours. Comparez-la avec votre note ; si elle est juste, inscrivez-vous de nouveau.',
  'older-keys':
    'Le portail a donné une copie de vos clés plus ancienne que celle que ce navigateur a vue. Rien n’a été ouvert. Prévenez {organization}.',
  'other-person':
    'La session est celle d’une autre personne que ces clés. Rien n’a été ouvert. Connectez-vous de nouveau.',
  'weak-passphrase': 'La phrase secrète a moins de 10 caractères. Prenez quatre ou cinq mots au hasard.',
  'needs-recovery':
    'Il y faut votre clé de secours : rangez les clés, ouvrez-les avec elle et réessayez avant toute autre chose.',
  'release-refused:manifest':
    'Refusé : le contenu de cette livraison n’est pas énoncé dans la seule forme admise. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:keys':
    'Refusé : le jeu de clés joint à cette livraison est illisible. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:approvals':
    'Refusé : deux personnes différentes {de organization} n’ont pas approuvé exactement cette livraison. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:fingerprint':
    'Refusé : cette livraison est signée par d’autres clés que celles de votre avis. Rien n’a été ouvert. Comparez l’empreinte avec votre avis, le DNS ou par téléphone.',
  'release-refused:log':
    'Refusé : le registre public ne prouve pas cette livraison. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:scope':
    'Refusé : cette livraison concerne un autre incident ou une autre partie que la vôtre. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:chain':
    'Refusé : cette livraison ne suit pas la précédente, ou il y en a deux du même numéro. Rien n’a été ouvert. Prévenez {organization}.',
  'release-withheld':
    'Le portail nomme une livraison et ne la donne pas. Rien n’a été ouvert. Réessayez ; si cela persiste, prévenez {organization}.',
  'log-not-continued':
    'Non : ce registre ne continue pas celui de votre avis ou celui que vous avez vu en dernier. Rien n’a été ouvert. Appelez {organization} et gardez votre avis.',
  'log-silent':
    'Le registre sur le site {de organization} ne répond pas ou est en retard. Sans lui rien ne peut être prouvé, donc rien n’a été ouvert. Réessayez dans quelques minutes.',
  'rolled-back':
    'Non : c’est une livraison plus ancienne que celle que vous avez vue en dernier. Rien n’a été ouvert. Prévenez {organization}.',
  'no-grant':
    'Cette livraison ne contient aucune clé pour vous. Soit vous avez été admis après, soit votre accès a été retiré. Demandez à qui désigne vos lecteurs.',
  'damaged-grant':
    'Votre clé pour cette livraison a été altérée en chemin. Rien n’a été ouvert. Prévenez {organization}.',
  'damaged-index':
    'La liste des messages a été altérée en chemin. Rien n’a été ouvert. Réessayez ; si cela persiste, prévenez {organization}.',
  'unknown-message': 'Cette livraison ne contient pas ce message.',
  'missing-object': 'Ce message manque sur le portail. Les autres s’ouvrent.',
  'damaged-object': 'Ce message n’a pas pu être ouvert : son empreinte diffère. Les autres s’ouvrent.',
  'damaged-file': 'Ce fichier n’est pas une livraison, ou il a été coupé ou altéré. Rien n’a été ouvert.',
  'no-vault': 'Aucune livraison n’est ouverte.',
  'note-refused': 'Le portail n’a pas accepté la note. Elle n’est pas enregistrée ; réessayez.',
  'too-long': 'La note dépasse 4 000 caractères.',
  'session-ended': 'La session est terminée. Connectez-vous de nouveau ; vous serez là où vous étiez.',
  'portal-silent': 'Le portail ne répond pas. Cela ne dit rien de vos messages. Réessayez dans quelques minutes.',
  'portal-broken':
    'Le portail est en panne, ou autre chose a répondu à sa place. Réessayez dans quelques minutes ou depuis un autre réseau.',
  'lab-silent':
    'Le portail attend {que organization} dise qui peut lire quoi et ne sert personne d’ici là. Cela prend un jour au plus.',
  'too-many': 'Le portail demande de ralentir. Réessayez dans quelques minutes ; rien n’est perdu.',
  denied: 'Le portail a refusé. Rechargez la page ; si cela persiste, prévenez {organization}.',
  cancelled: 'Arrêté.',
  'worker-ended': 'La partie de cette page qui tient les clés s’est arrêtée. Rechargez la page.',
  fault: 'Quelque chose s’est cassé dans cette page. Rechargez-la ; rien n’est perdu.',
};

const enroll: EnrollWords = {
  question: 'Lire vos e-mails avec {organization}',
  answers: {
    notice: 'Commencez par le code de votre avis.',
    person: 'Dites qui vous êtes et comment vous le prouvez.',
    recovery: 'Notez votre clé de secours. Elle est montrée une fois.',
    passkey: 'Créez une clé d’accès sur cet appareil.',
    proof: 'Montrez que vous agissez pour {target}.',
    waiting: 'Votre inscription attend deux personnes {de organization}.',
    ready: 'Vous êtes admis. Connectez-vous pour lire.',
    refused: '{organization} n’a pas admis cette inscription.',
    stopped: 'Quelqu’un s’est opposé. Cette inscription est arrêtée.',
  },
  steps: {
    notice: 'L’avis',
    person: 'Vous',
    recovery: 'Clé de secours',
    passkey: 'Clé d’accès',
    proof: 'Preuve',
    waiting: 'Attente',
  },
  stepOf: 'Étape {n} sur {of}',
  done: 'fait',
  goOn: 'Continuer',
  working: 'Un instant …',
  startAgain: 'Abandonner et recommencer',
  startAgainHint: 'Les clés faites sont oubliées. Ce qui a été envoyé tombe de lui-même après 30 jours.',
  otherTab:
    'L’inscription se poursuit dans un autre onglet de ce navigateur. Continuez là-bas, ou fermez-le et rechargez cette page.',
  notKept:
    'Ce navigateur ne garde rien. Laissez cet onglet ouvert jusqu’à ce que la clé d’accès soit créée ; ensuite vous pourrez revenir avec elle.',
  silentSite:
    'Les fichiers de {page} ne se chargent pas, le code n’a donc pu être cherché. Cela ne dit rien de votre avis. Réessayez dans quelques minutes.',

  aside: {
    title: 'Ce qu’il vous faut',
    needs: [
      'l’avis, avec son code',
      'du papier, ou un gestionnaire de mots de passe, pour la clé de secours',
      'quelqu’un qui puisse écrire un enregistrement dans votre DNS',
    ],
    time: 'Dix minutes maintenant, puis {hours} d’attente.',
    without: 'Sans cette page',
    why: 'Il pose les mêmes questions et fait les mêmes clés ; aucun hébergeur ne peut vous le changer.',
  },
  notice: {
    lead: 'Le code dit seulement quel avis vous tenez. Il est cherché sur cet appareil, n’est envoyé nulle part, et ne prouve encore rien de vous.',
    code: 'Code de l’avis',
    domain: 'Domaine de l’adresse qui l’a reçu',
    domainHint: 'Ce qui suit le @. Pour un e-mail à vous comme particulier : le domaine de votre fournisseur.',
    domainMissing: 'Saisissez aussi le domaine, par exemple example.com.',
    lookUp: 'Chercher l’avis',
    noCode: 'Vous n’avez pas d’avis, mais un collègue qui lit déjà va vous désigner ?',
    byColleague: 'Continuer sans code',
    answers: {
      unknown:
        'Aucun avis n’a ce code. Comparez-le encore ; s’il est le même, le message où il se trouve n’est pas {de organization}.',
      'other-domain': 'L’avis qui a ce code est allé à un autre domaine que {domain}. Vérifiez ce qui suit le @.',
      withdrawn:
        '{organization} a retiré cet avis, son code n’ouvre plus rien. Cherchez un avis plus récent, ou appelez.',
      unproved:
        'Les fichiers de {page} se contredisent. N’allez pas plus loin : appelez {organization} à un numéro que vous connaissez déjà.',
    },
    issued: 'Émis pour {domain} le {time}.',
    superseded: 'Un avis plus récent l’a remplacé le {time}. Le code sert encore ici.',
    compare: 'Comparez ceci avec la clé imprimée dans votre avis. Cela décide qui cette page croira désormais :',
    compareColleague:
      'Comparez ceci avec ce que votre collègue voit sous « Confiance ». Cela décide qui cette page croira désormais :',
    otherKeySet:
      'Ceux qui décident chez {organization} ont changé depuis votre avis ; ce n’est donc pas la clé qu’il imprime. Demandez au DNS avant de continuer : dig TXT _candor.{ownDomain}',
    same: 'C’est la même',
    isDifferent: 'C’en est une autre',
    different: 'Arrêtez-vous ici, et appelez {organization} à un numéro que vous connaissez déjà.',
  },
  person: {
    lead: '{organization} voit ceci, et tous ceux de votre organisation qu’elle a avertis : ils peuvent s’opposer.',
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le connaissent.',
    address: 'Votre adresse professionnelle',
    addressHint: 'Où {organization} peut vous écrire.',
    addressSlip: 'Ce n’est pas une adresse électronique.',
    proofLegend: 'Comment vous le prouvez',
    proofs: {
      dns: {
        label: 'Un enregistrement dans le DNS de {domain}',
        hint: 'Pour les organisations. Vous ou vos gens du DNS écrivez un enregistrement TXT. Ensuite vous désignez d’autres lecteurs.',
      },
      mailbox: {
        label: 'La boîte {address}',
        hint: 'Pour les particuliers : l’avis est venu exactement à cette adresse. Vous lisez ce qu’elle a envoyé et reçu.',
      },
      nomination: {
        label: 'Un collègue me désigne',
        hint: 'Quelqu’un de {domain} lit déjà. Vous lui dites votre empreinte, et il signe pour vous.',
      },
    },
    missing: 'Il faut le nom et l’adresse.',
    makeKeys: 'Faire mes clés',
    making: 'Fait les clés sur cet appareil …',
  },
  recovery: {
    lead: 'Vos clés ont été faites sur cet appareil. La clé de secours les ouvre quand la clé d’accès ne le peut : sur un nouvel appareil, ou si elle est perdue. Personne d’autre ne l’a, ni {organization}, ni le portail.',
    label: 'Votre clé de secours',
    advice:
      'Notez-la sur papier, ou gardez-la dans un gestionnaire de mots de passe. Pas dans un e-mail : les vôtres sont peut-être lus.',
    written: 'Je l’ai notée',
    askLead:
      'Tapez maintenant deux de ses groupes, pour qu’une faute se voie aujourd’hui et non le jour où vous en aurez besoin.',
    group: 'Groupe {n}',
    wrong: 'Ce n’est pas ce qui a été montré. Comparez avec votre note.',
    showAgain: 'La montrer encore',
    send: 'Envoyer mon inscription',
    sending: 'Signe et envoie …',
  },
  passkey: {
    lead: 'Elle vous connecte et déballe vos clés, par le doigt, le visage ou le code de cet appareil. Ce qu’elle emballe est tout ce que le portail garde.',
    make: 'Créer une clé d’accès',
    making: 'Attente de votre appareil …',
    without:
      'Créée. Les clés d’accès de cet appareil ne peuvent déballer de clés (pas d’extension PRF) ; la clé de secours est donc demandée à chaque visite. Un appareil plus récent peut être enregistré plus tard.',
    withPrf: 'Créée. Elle vous connecte et déballe vos clés.',
  },
  proof: {
    lead: 'Ajoutez cet enregistrement au DNS de {domain}. Il porte l’empreinte de vos propres clés, faites sur cet appareil : qui les échangerait en chemin serait découvert par lui.',
    name: 'Nom',
    type: 'Type',
    value: 'Texte',
    lifetime: 'Laissez-le jusqu’à votre admission, 30 jours au plus. Toute durée de vie (TTL) convient.',
    check: 'Voir s’il y est',
    checkHint: 'Il doit montrer exactement ce texte. Un changement peut mettre une heure à se voir partout.',
    forDns: 'Pour vos gens du DNS',
    forDnsText:
      'Merci d’ajouter cet enregistrement TXT à la zone {domain}. Il montre à {organization} {que name} peut lire les e-mails volés de notre organisation. Il n’ouvre rien par lui-même et peut partir après 30 jours.\n\nNom : {recordName}\nType : TXT\nTexte : {recordText}\n\nPour vérifier : dig TXT {recordName}',
    copyAll: 'Copier ce texte',
    mailbox: 'Rien à faire : le code n’est allé qu’à {target} ; l’avoir montre que vous lisez cette boîte.',
    nomination:
      'Lisez votre empreinte au collègue qui lit déjà, par téléphone et non par e-mail. Il vous trouve sous « Personnes » et signe pour celle-ci exactement :',
    fingerprint: 'Votre empreinte',
    written: 'L’enregistrement est écrit',
  },
  waiting: {
    lead: 'Voici ce qui se passe maintenant :',
    others:
      'Tous les contacts de votre organisation {que organization} connaît apprennent {que name} demande à lire, avec votre empreinte. Une seule opposition l’arrête.',
    when: 'Puis on attend {hours}. Ensuite deux personnes {de organization} vérifient la preuve elles-mêmes et décident.',
    sooner: 'Un second contact de votre organisation peut confirmer et abréger l’attente.',
    close:
      'Vous pouvez fermer cette page. Revenez et connectez-vous avec votre clé d’accès ; jusqu’à votre admission elle dira qu’on ne vous connaît pas encore.',
    asked: 'Portail interrogé le {time} : toujours en attente.',
    ask: 'Interroger le portail',
    unlockLead:
      'La page a été rechargée, ou personne n’était là depuis 15 minutes ; vos clés sont fermées. Ouvrez-les pour continuer.',
    unlock: 'Ouvrir avec la clé d’accès',
    hours: ['une heure', '{n} heures'],
  },
  ready: {
    lead: 'Deux personnes {de organization} ont approuvé l’empreinte {fingerprint}, qui est la vôtre.',
    signIn: 'Se connecter',
  },
  refused:
    'Cela arrive quand l’enregistrement n’a pas montré votre empreinte en 30 jours, quand le code a été retiré ou est à quelqu’un d’autre, ou quand deux personnes en ont décidé ainsi. Appelez {organization} à un numéro que vous connaissez déjà, ou recommencez.',
  stopped:
    'Un contact de votre organisation n’était pas d’accord pour que vous lisiez. Parlez-en entre vous ; deux personnes {de organization} décident de la suite.',

  recover: {
    question: 'Une autre clé d’accès',
    title: 'Votre clé de secours ouvre vos clés, et une nouvelle clé d’accès est créée pour elles.',
    lead: 'La clé d’accès d’avant ne sert plus, toutes vos sessions finissent, et qui vous a désigné voit que cela a eu lieu.',
    label: 'Clé de secours',
    find: 'Trouver mes clés',
    finding: 'Cherche …',
    foundTitle: 'Ce sont vos clés.',
    found: 'Empreinte {fingerprint}. Créez maintenant une clé d’accès sur cet appareil.',
    make: 'Créer une clé d’accès',
    doneTitle: 'La nouvelle clé d’accès sert. Connectez-vous avec elle.',
    done: 'Celle d’avant n’est plus.',
    lost: 'Clé de secours perdue aussi ? Alors personne ne peut ouvrir vos clés. Inscrivez-vous de nouveau ; un collègue qui lit déjà peut vous désigner.',
    enroll: 'S’inscrire de nouveau',
    signIn: 'Se connecter',
  },
};

const overview: OverviewWords = {
  real: {
    question: 'Est-ce authentique ?',
    yes: 'Oui. {organization} l’a signé, deux personnes l’ont approuvé, et le registre public le contient.',
    partly: 'Ce qui est ici est authentique, mais tout n’est pas ici.',
    signed: 'signé par {people}',
    entry: 'la livraison {release} est l’entrée {position} sur {size}',
    continues: 'le même registre que vous connaissiez ({size} entrées)',
    firstLog: 'le registre est retenu à partir de maintenant',
    withheld: ['le portail nomme 1 livraison qu’il ne donne pas', 'le portail nomme {n} livraisons qu’il ne donne pas'],
    checked: 'vérifié sur cet appareil, {at}',
    how: 'Comment le savons-nous ?',
    without: 'Vérifier sans cette application',
    again: 'Vérifier de nouveau',
  },
  refusals: {
    forged: {
      title: 'Non : deux personnes {de organization} n’ont pas approuvé ceci.',
      what: 'Le portail a donné une livraison qui ne tient pas ({flaw}). Aucun message n’a été ouvert.',
      todo: 'N’agissez pas d’après elle. Appelez le {telephone} et lisez votre empreinte ; votre avis reste valable.',
    },
    keys: {
      title: 'Non : ceci est signé avec d’autres clés que celles de votre avis.',
      what: 'L’empreinte des clés n’est pas celle que vous connaissiez. Aucun message n’a été ouvert.',
      todo: 'Comparez l’empreinte de votre avis avec le DNS, ou appelez le {telephone}. N’acceptez d’autres clés, sous Confiance, qu’ensuite.',
    },
    log: {
      title: 'Non : ce registre ne continue pas celui de votre avis.',
      what: 'Des entrées ont été changées ou retirées depuis votre dernière visite, ou quelqu’un vous montre un autre registre. Aucun message n’a été ouvert.',
      todo: 'Gardez votre avis : il imprime l’état du registre. Appelez le {telephone} et dites-le.',
    },
    'rolled-back': {
      title: 'Non : ceci est plus ancien que ce que vous avez vu.',
      what: 'Le portail a donné une livraison antérieure, ou aucune, bien qu’une plus récente ait existé. Aucun message n’a été ouvert.',
      todo: 'Il a peut-être été restauré depuis une sauvegarde. Réessayez dans une heure ; si cela reste, appelez le {telephone}.',
    },
    withheld: {
      title: 'Tout n’est pas ici.',
      what: 'Le portail nomme une livraison et ne donne pas ses papiers. Aucun message n’a été ouvert.',
      todo: 'Réessayez ; si cela reste, appelez le {telephone}.',
    },
    'no-grant': {
      title: 'Il y a du courrier pour votre organisation, mais pas encore pour cette clé.',
      what: 'La livraison est authentique et ne contient pas de clé pour vous. Rien n’est cassé.',
      todo: 'La personne qui nomme vos lecteurs peut la demander ; quand deux personnes chez {organization} auront accepté, elle s’ouvrira.',
    },
    damaged: {
      title: 'La livraison est authentique, mais elle est arrivée abîmée.',
      what: 'Un fichier nommé par les papiers signés n’est pas celui que le portail a donné ({flaw}). Rien n’a été ouvert.',
      todo: 'Réessayez ; si cela reste, dites-le à {organization} : le fichier peut être renvoyé.',
    },
    'log-silent': {
      title: 'Le registre public ne répond pas. Cela ne dit rien de votre courrier.',
      what: 'Sans le registre rien n’est prouvé, donc rien n’a été ouvert. Ce que vous avez vu avant reste vrai.',
      todo: 'Réessayez. Sans cette page : candor open fait de même avec un fichier de livraison.',
    },
    'lab-silent': {
      title: 'Le portail attend {organization}. Cela ne dit rien de votre courrier.',
      what: 'On ne lui a pas dit récemment qui peut lire, donc il ne sert personne. Rien n’est perdu.',
      todo: 'Réessayez dans quelques minutes.',
    },
    silent: {
      title: 'Pas de réponse. Cela ne dit rien de votre courrier.',
      what: 'Le portail n’a pas répondu ({flaw}). Rien n’est perdu ; vos clés et vos notes sont en sûreté.',
      todo: 'Réessayez dans quelques minutes. Sans le portail : candor open fait de même avec un fichier de livraison.',
    },
    session: {
      title: 'Vous avez été déconnecté.',
      what: 'Les clés ont été rangées. Rien n’est perdu.',
      todo: 'Connectez-vous de nouveau ; vous reviendrez à cette page.',
    },
    other: {
      title: 'Ceci n’a pas pu être ouvert.',
      what: 'Cela a échoué pour une raison que cette page ne sait pas mieux nommer : {flaw}. Rien n’est perdu.',
      todo: 'Rechargez la page ; si cela reste, dites ce mot à {organization}.',
    },
  },
  earlier: 'Les chiffres ci-dessous sont ceux du {at}. Aucun message ne s’ouvre.',
  much: {
    question: 'Combien des nôtres',
    opened: ['1 message ouvert ou copié', '{n} messages ouverts ou copiés'],
    more: ['1 autre doit être tenu pour copié', '{n} autres doivent être tenus pour copiés'],
    copied: ['1 message doit être tenu pour copié', '{n} messages doivent être tenus pour copiés'],
    doubt: ['1 message est en doute', '{n} messages sont en doute'],
    none: 'Aucun de vos messages n’est concerné.',
    did: 'Ce que l’intrus a fait',
    messages: 'messages',
    secret: 'avec un secret',
    share: 'part',
    concerned: 'concernés',
    readable: ['1 à lire ici', '{n} à lire ici'],
    bulk: ['1 d’envoi en masse', '{n} d’envois en masse'],
    held: ['1 retenu par les avocats {de organization}', '{n} retenus par les avocats {de organization}'],
    withheld: ['1 gardé', '{n} gardés'],
    differs: 'Vos messages joints à d’autres figurent seuls dans la liste.',
    differsQuoted: 'Vos messages que d’autres citent ou ont en pièce jointe figurent seuls dans la liste.',
    quoted: [
      'Compté à part : 1 message écrit chez {organization} cite un e-mail de vous. Ce qui en est certainement à vous figure dans la liste.',
      'Comptés à part : {n} messages écrits chez {organization} citent des e-mails de vous. Ce qui en est certainement à vous figure dans la liste.',
    ],
    mentioned: [
      'Compté à part : 1 message ne fait que parler de vous, selon {organization} ({kinds}).',
      'Comptés à part : {n} messages ne font que parler de vous, selon {organization} ({kinds}).',
    ],
    kinds: {
      business: ['1 d’affaires', '{n} d’affaires'],
      personal: ['1 sur des personnes', '{n} sur des personnes'],
      secret: ['1 avec un secret', '{n} avec un secret'],
    },
    fresh: 'La livraison {release} est nouvelle depuis votre dernière visite ; vous connaissiez la livraison {before}.',
    same: 'Rien de nouveau depuis votre dernière visite.',
    behind: 'Chaque nombre mène à ses messages.',
  },
  time: {
    titles: {
      week: 'Quand ils ont été écrits, par semaine',
      month: 'Quand ils ont été écrits, par mois',
      year: 'Quand ils ont été écrits, par année',
    },
    intruder: 'intrus dans les boîtes {de organization}',
    span: '{first} – {last}.',
    asTable: 'Afficher en tableau',
    asPicture: 'Afficher en image',
    from: 'Dès le',
    all: 'tous',
    description:
      '{title} : du {first} au {last}, au plus {most} messages dans une de {bars} barres. Le tableau a tous les nombres.',
    outside: ['1 message est daté hors de cette période', '{n} messages sont datés hors de cette période'],
    undated: ['1 n’a pas de date', '{n} n’ont pas de date'],
    none: 'Aucun message n’a de date.',
  },
  which: {
    question: 'Qui parmi nous',
    answer: ['1 adresse', '{n} adresses'],
    one: '{count} : {first}.',
    two: '{count} ; d’abord {first} et {second}.',
    none: 'Aucune de vos adresses n’est nommée.',
    address: 'adresse',
    opened: 'ouverts',
    copied: 'pour copiés',
    doubt: 'en doute',
    secrets: 'secrets',
    all: ['La seule', 'Les {n}'],
    fewer: 'En afficher moins',
    at: [
      'Chez {organization}, dans la boîte de 1 personne :',
      'Chez {organization}, dans les boîtes de {n} personnes :',
    ],
    unnamed: 'Dans quelles boîtes {de organization} ils se trouvaient n’est dit que si le message lui-même les nomme.',
  },
  first: {
    question: 'Que faire d’abord',
    distrust: ['méfiez-vous de 1 message', 'méfiez-vous de {n} messages'],
    change: ['changez ce que 1 message révèle', 'changez ce que {n} messages révèlent'],
    changeSecrets: ['changez 1 secret', 'changez {n} secrets'],
    warn: ['prévenez 1 personne', 'prévenez {n} personnes'],
    calm: 'Lisez ce qui a été ouvert.',
    fraud: {
      title: ['1 message venait de l’intrus', '{n} messages venaient de l’intrus'],
      what: ', non du personnel {de organization}. Ne répondez pas, ne payez pas.',
      do: ['Lire 1', 'Lire les {n}'],
    },
    secrets: {
      title: ['Changez 1 mot de passe ou clé.', 'Changez {n} mots de passe et clés.'],
      done: 'Sur {all} : changés {rotated}, pas à vous {notOurs}.',
      marked: [
        'Changez les mots de passe et les clés dans 1 message.',
        'Changez les mots de passe et les clés dans {n} messages.',
      ],
      what: ' Commencez par ceux qui ont été ouverts.',
      do: ['Ouvrir 1', 'Ouvrir les {n}'],
    },
    personal: {
      title: ['Examinez les données personnelles de 1 message.', 'Examinez les données personnelles de {n} messages.'],
      what: ' Si ce sont celles de personnes dont vous répondez, il faut peut-être les informer.',
      do: ['Ouvrir 1', 'Ouvrir les {n}'],
    },
    report: {
      title: 'Votre propre déclaration :',
      what: ' votre propre délai a pu commencer avec l’avis. Chiffres et textes sont prêts.',
      do: 'Préparer',
    },
    tell: {
      title: ['Prévenez 1 personne.', 'Prévenez {n} personnes.'],
      what: ' Attendez-vous à du courrier qui cite ces fils. Le texte est prêt.',
      text: 'Un intrus a eu accès à des boîtes aux lettres chez {organization}. Des e-mails entre cette organisation et nous, du {first} au {last}, sont concernés. Attendez-vous à des messages qui citent ces échanges ou ressemblent à des réponses. Ne suivez pas leurs liens, ne payez pas sur de nouveaux comptes, et demandez par téléphone avant d’agir. Notre équipe de sécurité répond aux questions.',
    },
  },
  unknown: {
    question: 'Ce qu’on ne sait pas',
    cannot: ['1 message que le journal ne peut pas juger.', '{n} messages que le journal ne peut pas juger.'],
    possible: ['1 message qui ne peut être exclu.', '{n} messages qui ne peuvent être exclus.'],
    nothing: 'Rien de ce qui a été trouvé n’est en doute.',
    undetermined: ['1 ne peut être jugé :', '{n} ne peuvent être jugés :'],
    doubt: ['1 ne peut être exclu :', '{n} ne peuvent être exclus :'],
    held: ['1 est retenu par les avocats {de organization}.', '{n} sont retenus par les avocats {de organization}.'],
    withheld: ['1 est gardé ; demandez pourquoi.', '{n} sont gardés ; demandez pourquoi.'],
    quoted: [
      'Le reste du message qui vous cite n’est pas donné : il a été écrit chez {organization} et ne vous a pas été envoyé.',
      'Le reste des {n} messages qui vous citent n’est pas donné : ils ont été écrits chez {organization} et ne vous ont pas été envoyés.',
    ],
    mentioned: [
      'Le texte du message qui ne fait que parler de vous n’est pas donné : il ne vous a pas été envoyé.',
      'Le texte des {n} messages qui ne font que parler de vous n’est pas donné : ils ne vous ont pas été envoyés.',
    ],
    said: '{organization} dit :',
    show: 'Les afficher',
  },
  next: {
    question: 'Quand nous en saurons plus',
    on: 'Le {day}, dans tous les cas.',
    even: 'Même si rien ne change ; ici et à vos contacts.',
    past: 'Une mise à jour était promise pour le {day}.',
    pastWhat: 'Cette livraison est plus ancienne. Votre dernier avis en dit plus ; {page} dit s’il est authentique.',
    none: 'Cette livraison ne nomme aucun jour.',
    noneWhat: 'Votre dernier avis en nomme peut-être un ; {page} dit s’il est authentique.',
    telephone: 'Questions : {telephone}.',
    page: 'Vérifier un avis : {page}',
  },
  status: { release: 'Livraison {release} du {day}', exposure: 'analyse {n}', log: 'taille du registre {n}' },
  nothing: {
    title: 'Rien à lire encore',
    gone: 'Plus rien à lire',
    yet: 'Vous êtes admis. {organization} n’a pas encore livré de courrier pour votre organisation ; votre avis a les nombres et dit quand. Vérifié le {at}.',
    anymore:
      'La livraison {release} était là à votre dernière visite et n’est plus en vigueur. Votre avis dit ce qui vaut maintenant. Vérifié le {at}.',
  },
  progress: {
    papers: 'Vérification des papiers : {n} sur {of}',
    log: 'Vérification du registre public',
    index: 'Ouverture de l’index : {n} sur {of}',
  },
  checkAgain: 'Regarder de nouveau',
  counting: ['On compte 1 message', 'On compte {n} messages'],
};

const messages: MessagesWords = {
  title: 'Messages',
  search: [
    'Chercher dans 1 message et son texte, par exemple  from:novak has:secret',
    'Chercher dans {n} messages et leur texte, par exemple  from:novak has:secret',
  ],
  searchShort: ['Chercher dans 1 message', 'Chercher dans {n} messages'],
  searchHelp:
    'Mots, "suites exactes", -sans. Champs : from: to: cc: with: at: subject: body: file: has:attachment has:secret has:fraud has:bulk has:note verdict:accessed after:2001-09-10 before:2001-10',
  flaws: {
    date: '« {piece} » n’est ni un jour, ni un mois, ni une année ; écrivez 2001-09-10, 2001-09 ou 2001. Laissé de côté.',
    empty: '« {piece} » ne dit pas quoi chercher. Laissé de côté.',
    field:
      '« {piece} » ne nomme aucun champ. Il y a from, to, cc, with, at, subject, body, file, has, verdict, after, before. Laissé de côté.',
    holds: '« {piece} » : un message a attachment, secret, fraud, bulk ou note. Laissé de côté.',
    'too-long': 'C’est plus long qu’une recherche ne peut l’être (2 000 caractères). Tout a été laissé de côté.',
    unclosed:
      '« {piece} » ouvre des guillemets qui ne se ferment pas ; tout ce qui suit est pris pour la suite de mots.',
    verdict:
      '« {piece} » ne nomme aucun verdict. Il y a accessed, presumed, partial, possible, undetermined. Laissé de côté.',
  },
  all: 'Tous ({n})',
  filters: {
    label: 'Filtres',
    open: 'Filtrer',
    verdict: 'Verdict',
    people: 'Nos personnes',
    at: 'Chez {organization}',
    date: 'Date',
    holds: 'Contient',
    way: 'Sens',
    threads: 'Grouper par fil',
    thread: 'Un fil',
    after: 'Du',
    before: 'Au',
    find: 'Trouver une adresse',
    clear: 'Retirer ce filtre',
    apply: ['Afficher 1 message', 'Afficher {n} messages'],
    more: ['et 1 autre ; tapez pour la trouver', 'et {n} autres ; tapez pour les trouver'],
  },
  ways: { sent: 'envoyés par nous', received: 'reçus par nous' },
  holds: {
    fraud: 'fraude',
    secret: 'secret',
    attachment: 'pièce jointe',
    note: 'note',
    bulk: 'envoi en masse',
    personal: 'données personnelles',
    credential: 'mot de passe',
    'access-code': 'code d’accès',
    'secret-key': 'clé',
    'payment-card': 'carte de paiement',
    'bank-account': 'compte bancaire',
    'national-id': 'numéro d’identité',
    passport: 'passeport',
    'driving-licence': 'permis de conduire',
    'tax-id': 'numéro fiscal',
    'birth-date': 'date de naissance',
    'home-address': 'adresse privée',
    telephone: 'téléphone privé',
    'login-name': 'nom d’utilisateur',
    health: 'santé',
    'special-category': 'spécialement protégé',
  },
  marks: { fraud: 'fraude', secret: 'secret', personal: 'personnel', bulk: 'masse' },
  columns: {
    verdict: 'Intrus',
    date: 'Date (UTC)',
    with: 'Avec',
    subject: 'Objet',
    holds: 'Contient',
    choose: 'Colonnes',
  },
  sortBy: { date: 'date', verdict: 'verdict', with: 'adresse', subject: 'objet', holds: 'contenu' },
  newest: 'Les plus récents d’abord',
  oldest: 'Les plus anciens d’abord',
  noSubject: '(sans objet)',
  noDate: 'sans date',
  nobody: '(personne n’est nommé)',
  toOther: 'à {other}',
  fromOther: 'de {other}',
  others: ['et 1 autre', 'et {n} autres'],
  files: ['1 fichier', '{n} fichiers'],
  inThread: ['1 message', '{n} messages'],
  notOpened: 'n’a pas pu être ouvert',
  listLabel: ['1 message', '{n} messages'],
  shown: 'affichés : {n} sur {of}',
  shownThreads: 'fils : {n}, messages : {messages} sur {of}',
  bodies: {
    all: 'tous les textes ont été cherchés',
    some: '{n} textes sur {of} lus pour la recherche',
    none: 'aucun texte encore lu pour la recherche',
    failed: ['1 n’a pas pu être ouvert', '{n} n’ont pas pu être ouverts'],
    full: 'plus de place pour d’autres textes',
    read: ['Lire aussi 1 texte', 'Lire aussi les {n} textes'],
    readHint: 'Chacun est téléchargé et figure dans votre registre des accès.',
    stop: 'Arrêter la lecture',
    again: 'Poursuivre la lecture',
  },
  unsure: [
    '1 de ceux-ci a tous les mots dans son texte ; on n’a pas regardé s’ils se suivent.',
    '{n} de ceux-ci ont tous les mots dans leur texte ; on n’a pas regardé s’ils se suivent.',
  ],
  empty: ['Aucun message ne correspond. 1 sans le filtre.', 'Aucun message ne correspond. {n} sans le filtre.'],
  emptyRelease: 'Cette livraison ne contient aucun message lisible ici.',
  withoutFilter: 'Tout afficher',
  selected: ['1 sélectionné', '{n} sélectionnés'],
  selectAll: ['Sélectionner le seul affiché', 'Sélectionner les {n} affichés'],
  unselect: 'Annuler la sélection',
  exportAll: ['Exporter 1', 'Exporter {n}'],
  mark: 'Signaler un secret',
  notes: 'Notes',
  position: '{n} sur {of}',
  outside: 'ne fait pas partie des affichés',
  previous: 'Message précédent',
  next: 'Message suivant',
  back: 'Retour à la liste',
  pick: 'Choisissez un message pour le lire ici.',
  keys: { move: 'se déplacer', select: 'sélectionner', search: 'chercher', export: 'exporter' },
  unreadNotes: 'Les notes n’ont pas pu être lues ; aucun message n’est trouvé par elles : {flaw}',
  rowsFailed: 'La liste n’a pas pu être lue : {why}',
};

const gap = (cause: string): string =>
  `L’intrus pouvait lire la boîte aux lettres et, pendant un temps, ${cause} : un accès n’aurait laissé aucune trace.`;

const reading: ReadingWords = {
  message: 'Message',
  noSubject: 'Sans objet',
  fields: {
    from: 'De',
    sender: 'Envoyé par',
    replyTo: 'Répondre à',
    to: 'À',
    cc: 'Copie',
    bcc: 'Copie cachée',
    date: 'Date',
  },
  noDate: 'sans date',
  asWritten: 'telle qu’écrite : {date}',
  unreadableAddress: 'adresse illisible',
  allAddresses: ['Montrer 1 de plus', 'Montrer {n} de plus'],
  fewerAddresses: 'En montrer moins',
  actions: {
    label: 'Avec ce message',
    saveMessage: 'Enregistrer en .eml',
    raw: 'Vue brute',
    closeRaw: 'Fermer la vue brute',
    asText: 'En texte',
    asFormatted: 'Mis en forme',
    why: 'Pourquoi',
    backToMessage: 'Retour au message',
  },
  opening: 'Ouverture du message',
  failed: 'Ce message n’a pas pu être ouvert.',
  frameFlaws: {
    silent:
      'La partie de cette page qui démonte les messages ne s’est pas chargée. Le message est entier ; enregistrez-le, ou rechargez la page.',
    hung: 'Démonter ce message prenait trop de temps et a été arrêté. Le message est entier ; voyez la vue brute, ou enregistrez-le.',
    broken: 'Ce message n’a pas pu être démonté. Il est entier ; voyez la vue brute, ou enregistrez-le.',
    malformed:
      'Quelque chose dans ce message a fait répondre la partie qui le démonte comme elle ne doit jamais le faire. Cette partie a été jetée ; rien n’en est sorti. Voyez la vue brute, ou enregistrez le message.',
    moved:
      'Quelque chose dans ce message a voulu mener ailleurs la partie qui le montre. Cette partie a été jetée ; rien n’a été chargé. Voyez la vue brute, ou enregistrez le message.',
    closed: 'Le message a été fermé.',
    'too-large': 'Ce message dépasse 96 Mo et n’est pas montré ici. Il est entier ; enregistrez-le.',
  },
  openAgain: 'Ouvrir de nouveau',
  fraud:
    'L’intrus a écrit ce message. Il ne vient pas de la personne dont il porte le nom : ne faites pas ce qu’il demande, et prévenez quiconque aurait pu y répondre.',
  bulk: 'Marqué par son expéditeur comme liste ou envoi en nombre ; il est compté à part.',
  secretsShown: [
    '1 mot de passe ou clé dans ce message, affiché en clair',
    '{n} mots de passe ou clés dans ce message, affichés en clair',
  ],
  secrets: ['1 mot de passe ou clé dans ce message, masqué', '{n} mots de passe ou clés dans ce message, masqués'],
  personal:
    '{organization} a trouvé des données personnelles dans ce message : {kinds}. Personne n’a vérifié à qui elles sont.',
  secretMarked:
    'Ce message est marqué comme contenant un mot de passe ou une clé. Aucun n’a été reconnu dans son texte ; voyez aussi ses pièces jointes.',
  showSecrets: 'Montrer',
  maskSecrets: 'Masquer de nouveau',
  differs:
    'Ce message a une forme simple et une forme mise en page qui disent des choses différentes. Les programmes montrent l’une ou l’autre ; voyez les deux.',
  protections: {
    'smime-encrypted': 'Chiffré avec S/MIME. Il reste tel quel : seule la clé de son destinataire l’ouvre.',
    'smime-signed': 'Signé avec S/MIME. La signature reste telle quelle et n’est pas vérifiée ici.',
    'pgp-encrypted': 'Chiffré avec PGP. Il reste tel quel : seule la clé de son destinataire l’ouvre.',
    'pgp-signed': 'Signé avec PGP. La signature reste telle quelle et n’est pas vérifiée ici.',
    tnef: 'Contient une partie au format propre à Outlook (winmail.dat). Elle reste telle quelle et n’est pas démontée ici.',
  },
  notes: {
    'repeated-fields':
      'Des champs qui ne peuvent figurer qu’une fois y figurent plusieurs fois ; les programmes ne s’accordent pas sur celui qui compte. Le premier est montré ; la vue brute les a tous.',
    'too-many-parts': 'Il a plus de parties qu’il n’en est listé ici. Le message enregistré les a toutes.',
    'too-deep':
      'Ses parties sont imbriquées plus profondément qu’il n’est montré ici. Le message enregistré les a toutes.',
    'too-many-addresses': 'Il a plus d’adresses qu’il n’en est listé ici. La vue brute les a toutes.',
    'field-too-long': 'Un de ses champs d’en-tête est plus long que ce qui est lu. La vue brute l’a en entier.',
    'nested-left-out':
      'Plus de messages sont joints, ou plus profonds, qu’il n’en est montré ici. Le message enregistré les a tous.',
    'text-cut': 'Son texte est plus long que ce qui est montré ici. La vue brute a tout.',
    'formatted-too-large': 'Sa forme mise en page est trop grande pour être montrée ; son texte est montré.',
  },
  noText: 'Ce message n’a pas de texte.',
  quoted: ['1 ligne citée', '{n} lignes citées'],
  moreLines: ['Montrer 1 ligne de plus', 'Montrer {n} lignes de plus'],
  hiddenCharacter: 'caractère caché {code}',
  formattedTitle: 'Message tel que mis en forme par son expéditeur',
  remote: ['1 élément distant n’a pas été chargé', '{n} éléments distants n’ont pas été chargés'],
  remoteNone: 'Rien de distant.',
  remoteKinds: {
    picture: ['1 image', '{n} images'],
    style: ['1 feuille de style', '{n} feuilles de style'],
    font: ['1 police', '{n} polices'],
    frame: ['1 page dans la page', '{n} pages dans la page'],
    media: ['1 son ou film', '{n} sons ou films'],
    other: ['1 autre', '{n} autres'],
  },
  hosts: 'De',
  furtherHosts: ['et 1 autre hôte', 'et {n} autres hôtes'],
  leftOut: 'Omis',
  leftOutKinds: {
    script: ['1 script', '{n} scripts'],
    form: ['1 champ de formulaire', '{n} champs de formulaire'],
    frame: ['1 cadre ou objet', '{n} cadres ou objets'],
    drawing: ['1 dessin', '{n} dessins'],
    media: ['1 lecteur', '{n} lecteurs'],
    refresh: ['1 redirection', '{n} redirections'],
    overlay: ['1 posé sur d’autre contenu', '{n} posés sur d’autre contenu'],
    picture: ['1 image intégrée d’un genre peu sûr', '{n} images intégrées de genres peu sûrs'],
  },
  links: ['1 lien', '{n} liens'],
  linksInert: 'Les adresses sont ici du texte : rien ne les ouvre.',
  furtherLinks: ['et 1 autre lien', 'et {n} autres liens'],
  attachments: ['1 pièce jointe', '{n} pièces jointes'],
  noAttachment: 'Aucune pièce jointe.',
  attachment: {
    unnamed: 'sans nom',
    save: 'Enregistrer',
    saved: 'Enregistré',
    declared: 'dit {declared}',
    digest: 'SHA-256',
    inText: 'montrée dans le texte',
    savedAs: 'enregistrée sous {name}',
    failed: 'n’a pas pu être enregistrée : ce qui est sorti diffère de son empreinte',
    bytes: ['1 octet', '{n} octets'],
    large: '{n} ko',
  },
  warnings: {
    program: 'un programme : le lancer est ce que veut un intrus',
    active: 'peut agir à l’ouverture',
    macros: 'peut contenir des macros, qui sont des programmes',
    archive: 'une archive ; son contenu n’a pas été regardé',
    mismatch: 'son contenu n’est pas ce que disent son nom ou son expéditeur',
    'hidden-name': 'son nom contient des caractères qui cachent ce que c’est',
    'two-endings': 'son nom feint un autre genre de fichier',
  },
  furtherParts: ['et 1 autre partie', 'et {n} autres parties'],
  types: {
    'application/pdf': 'document PDF',
    'application/zip': 'archive zip ou document bureautique',
    'application/x-ole-storage': 'ancien document bureautique',
    'image/png': 'image PNG',
    'image/jpeg': 'image JPEG',
    'image/gif': 'image GIF',
    'image/tiff': 'image TIFF',
    'application/x-msdownload': 'programme Windows',
    'application/x-elf': 'programme Unix',
    'application/gzip': 'archive gzip',
    'application/x-7z-compressed': 'archive 7z',
    'application/vnd.rar': 'archive RAR',
    'application/rtf': 'document RTF',
    'application/ms-tnef': 'winmail.dat d’Outlook',
    'text/calendar': 'entrée d’agenda',
    'application/pgp': 'texte PGP',
    'text/html': 'texte html ou xml',
    'text/plain': 'texte',
    'application/octet-stream': 'contenu inconnu',
  },
  calendar: {
    title: 'Entrée d’agenda',
    cancelled: 'Entrée d’agenda annulée',
    what: 'Quoi',
    start: 'Début',
    end: 'Fin',
    place: 'Où',
    organizer: 'Organisateur',
    attendees: 'Invités',
    repeats: 'Répétition',
    description: 'Texte',
    notActed: 'Rien n’a été répondu ni inscrit nulle part.',
  },
  nested: 'Message joint : {subject}',
  nestedFiles: 'Joint à celui-ci : {names}',
  raw: {
    label: 'Le message tel qu’il est dans la livraison, ligne par ligne',
    lines: ['1 ligne', '{n} lignes'],
    cut: 'Les 8 premiers Mo sont montrés ; le message enregistré a tout.',
  },
  why: {
    title: 'Pourquoi',
    times: ['1 enregistrement', '{n} enregistrements'],
    moreTimes: ['et 1 de plus', 'et {n} de plus'],
    rule: 'règle {code}',
    copyTitle: 'Vous voyez la copie que votre propre boîte aux lettres contenait.',
    copy: 'Omis : les traces des serveurs, et ce que l’organisation a ajouté pour elle-même.',
    heldBy: 'Se trouvait chez {people}.',
    howWeKnow: 'Comment le savons-nous ?',
  },
  reasons: {
    bind: 'Le journal des accès nomme ce message comme ouvert par le logiciel de l’intrus.',
    'bind-same-content':
      'Le journal des accès nomme un message identique dans la même boîte comme ouvert par le logiciel de l’intrus.',
    'bind-ambiguous':
      'Le journal des accès nomme, comme ouvert par l’intrus, un identifiant que ce message partage avec d’autres ; lequel a été ouvert ne peut être dit.',
    'bind-unattributed':
      'Le journal des accès nomme ce message comme ouvert ; par le titulaire de la boîte ou par l’intrus, cela ne peut être dit.',
    'bind-same-id':
      'L’intrus a ouvert un message de même numéro dans un autre dossier ; d’après le journal, ce n’était pas celui-ci.',
    'lossy-record':
      'Le journal des accès dit que l’intrus a ouvert des messages dans le dossier qui contenait celui-ci, et sa liste n’en est pas complète.',
    'folder-listed':
      'L’intrus a affiché la liste du dossier qui contenait ce message, ce qui montre objets, personnes et dates.',
    'folder-listed-unattributed':
      'La liste du dossier qui contenait ce message a été affichée ; par le titulaire de la boîte ou par l’intrus, cela ne peut être dit.',
    export: 'L’intrus a exporté ou consulté du courrier de la boîte qui contenait ce message.',
    'export-unattributed':
      'Du courrier de la boîte qui contenait ce message a été exporté ou consulté ; si ce fut par l’intrus, cela ne peut être dit.',
    'sync-folder': 'Le logiciel de l’intrus a copié le dossier qui contenait ce message.',
    'sync-hour':
      'Ce message est arrivé dans l’heure qui a suivi la copie de son dossier par l’intrus ; les copies répétées en une heure ne sont pas journalisées.',
    'sync-folder-unknown':
      'L’intrus a copié un dossier ; était-ce celui qui contenait ce message, cela ne peut être dit.',
    'sync-mailbox':
      'L’intrus a copié un autre dossier de la boîte qui contenait ce message ; toute la boîte est tenue pour copiée.',
    'sync-other-folder': 'L’intrus a copié un autre dossier de la boîte qui contenait ce message.',
    'sync-unattributed':
      'Le dossier qui contenait ce message a été copié ; par le titulaire de la boîte ou par l’intrus, cela ne peut être dit.',
    throttled:
      'L’intrus était actif dans la boîte alors que tant de messages étaient ouverts que le journal a cessé de les nommer pendant un jour.',
    'gap-unlicensed': gap('la boîte n’était pas couverte par le journal'),
    'gap-audit-off': gap('la journalisation était coupée'),
    'gap-ingestion-off': gap('aucun journal des accès n’était tenu'),
    'gap-before-retention': gap('le journal de cette époque n’était plus conservé'),
    'gap-unsupported': gap('le journal ne peut pas montrer ce genre d’accès'),
    'gap-bypassed': gap('un compte était exempté de journalisation'),
    'gap-lossy': gap('le journal est endommagé ou incomplet'),
    'gap-truncated': gap('la copie du journal qui a pu être obtenue était tronquée'),
    'gap-unasserted': gap('personne n’affirme que le journal était tenu'),
    'gap-not-recorded': gap('la boîte était utilisée et aucun accès n’a été enregistré'),
    'app-reach-used':
      'Pendant un temps rien n’a été journalisé, et un programme de l’intrus, alors utilisé, pouvait lire la boîte.',
    'app-reach': 'Pendant un temps rien n’a été journalisé, et un programme de l’intrus pouvait lire la boîte.',
    'delegate-reach': 'Pendant un temps rien n’a été journalisé, et l’intrus avait reçu des droits sur la boîte.',
    forwarding: 'Ce message est arrivé pendant qu’une règle de l’intrus envoyait du courrier hors de la boîte.',
    'forwarding-unattributed':
      'Ce message est arrivé pendant qu’une règle envoyait du courrier hors de la boîte ; si l’intrus l’a créée, cela ne peut être dit.',
    'forwarding-unreadable':
      'Ce message est arrivé pendant qu’une règle de l’intrus était en vigueur, et le journal ne dit pas ce qu’elle faisait.',
    'search-hit':
      'L’intrus a cherché, et ce message était parmi les résultats, qui montrent objet, personnes et premiers mots.',
    handled: 'L’intrus a déplacé, supprimé ou modifié ce message.',
    'copied-out': 'L’intrus a copié ou déplacé ce message dans une autre boîte.',
    'quoted-out': 'L’intrus a envoyé un message qui répond à celui-ci.',
    'intruder-sent': 'L’intrus a envoyé ce message ; il ne vient pas de la personne dont il porte le nom.',
    'after-containment': 'Ce message a été remis après l’exclusion de l’intrus.',
    'complete-coverage': 'Le journal des accès est complet, et rien n’y désigne ce message.',
    'coverage-incomplete': 'Rien dans le journal des accès ne désigne ce message, mais le journal n’est pas complet.',
    attached: 'Il était joint à un message interne à l’organisation, dont rien d’autre n’est donné.',
    quoted: 'Il est cité dans un message de l’organisation, dont rien d’autre n’est donné.',
  },
};

const secrets: SecretWords = {
  question: 'Ce qu’il faut changer',
  open: [
    '{n} mot de passe ou clé sur {total} est encore ouvert.',
    '{n} mots de passe et clés sur {total} sont encore ouverts.',
  ],
  allDone: [
    'Le seul mot de passe ou clé de la liste est réglé.',
    'Les {n} mots de passe et clés de la liste sont réglés.',
  ],
  none: 'Aucun mot de passe ni clé n’est encore sur la liste.',
  noneHint:
    'Quand vous en trouvez un en lisant, marquez son message, ou ajoutez-le ici. Dites ce qu’il ouvre, jamais le secret lui-même.',
  progress: 'changés : {rotated}, pas à nous : {notOurs}, ouverts : {open}',
  filter: 'Montrer',
  all: 'Tous',
  statuses: { open: 'Ouvert', rotated: 'Changé', 'not-ours': 'Pas à nous' },
  noMatch: 'Aucun des {n} de la liste n’est dans cet état.',
  kinds: { password: 'Mot de passe', key: 'Clé', token: 'Jeton', code: 'Code', account: 'Compte', other: 'Autre' },
  columns: { status: 'État', secret: 'Mot de passe ou clé', used: 'Employé à', owner: 'Qui le change', act: 'Action' },
  marked: 'trouvé par {organization}',
  foundIn: ['trouvé par {organization} dans 1 message', 'trouvé par {organization} dans {n} messages'],
  noLabel: '(sans nom)',
  message: 'Ouvrir le message',
  by: '{author}, {time}',
  you: 'vous',
  acts: {
    rotated: 'Est changé',
    'not-ours': 'Pas à nous',
    open: 'Rouvrir',
    edit: 'Modifier…',
    add: 'Ajouter un mot de passe ou une clé…',
  },
  changed: {
    rotated: '« {label} » est marqué comme changé.',
    'not-ours': '« {label} » est marqué comme pas à nous.',
    open: '« {label} » est de nouveau ouvert.',
  },
  undo: 'Annuler',
  dispute:
    '{n} personnes ont écrit en même temps à ce sujet. Les deux paroles restent ; il demeure ouvert tant que l’une le dit.',
  disputeOne: '{author}, {time} : {status}, {label}',
  settle: 'Trancher…',
  form: {
    addTitle: 'Ajouter un mot de passe ou une clé',
    editTitle: 'Changer ce qui en est dit',
    never: 'N’écrivez jamais le secret lui-même : tous les lecteurs voient ceci.',
    kind: 'Genre',
    label: 'Ce que c’est',
    labelHint: 'par exemple : mot de passe SFTP du serveur de règlement',
    used: 'Où il sert',
    usedHint: 'système, adresse, programmes qui le contiennent',
    owner: 'Qui le change',
    ownerHint: 'une personne ou équipe de chez vous',
    remark: 'Remarque',
    save: 'Enregistrer pour tous les lecteurs',
    saving: 'Enregistrement…',
    labelMissing: 'Dites d’abord ce que c’est.',
  },
  shared: 'Partagé avec les lecteurs {de party}, scellé : ni {organization} ni le portail ne peuvent le lire.',
  unread: [
    '{n} note ne peut être lue : écrite avant votre arrivée, ou par quelqu’un sans clé pour cette livraison.',
    '{n} notes ne peuvent être lues : écrites avant votre arrivée, ou par quelqu’un sans clé pour cette livraison.',
  ],
  more: ['Montrer 1 de plus', 'Montrer {n} de plus'],
  unreadable: 'Votre liste des mots de passe et des clés n’a pas pu être lue : {flaw}',
  failed: 'Pas enregistré : {flaw}',
  kept: 'Ce que vous avez écrit est encore ici.',
  loading: 'Ouverture des notes',
  lookAgain: 'Chercher les notes des autres',
  notes: {
    title: 'Notes',
    none: 'Personne n’a écrit sur ce message.',
    unreadable: 'Les notes n’ont pas pu être lues : {flaw}',
    own: 'Votre note',
    ownHint: 'Chacun a sa propre note : personne n’écrit par-dessus une autre.',
    save: 'Enregistrer la note',
    saved: 'Enregistré.',
    remove: 'La reprendre',
    meanwhile: '{author} a écrit entre-temps.',
  },
};

const people: PeopleWords = {
  question: 'Qui peut lire nos e-mails',
  readers: ['{n} personne.', '{n} personnes.'],
  readersWaiting: ['{readers} {n} autre attend.', '{readers} {n} autres attendent.'],
  columns: {
    person: 'Personne',
    role: 'Rôle',
    fingerprint: 'Empreinte des clés',
    opened: 'ouverts',
    standing: 'État',
    act: 'Action',
  },
  roles: { nominator: 'Désigne', reviewer: 'Lit', representative: 'Représente' },
  roleHints: {
    nominator: 'lit, désigne et révoque',
    reviewer: 'lit',
    representative: 'lit ; extérieur à votre organisation',
  },
  noRole: 'ne lit rien',
  you: 'vous',
  noAddress: 'aucune adresse indiquée',
  standings: {
    'being-revoked': 'en cours de révocation',
    leaving: 'se retire',
    'becoming-nominator': 'doit désigner, {organization} décide',
    unnamed: 'attend votre accord',
    named: 'désigné ; annoncé à tous vos contacts',
    waiting: 'a prouvé le domaine ; annoncé à tous vos contacts',
    objected: 'opposition ; deux personnes {de organization} décident',
    contested: 'contesté : deux personnes revendiquent le domaine en même temps',
    refused: 'refusé par {organization}',
    stopped: 'arrêté par une opposition',
    revoked: 'ne lit plus',
  },
  reads: {
    dns: 'prouvé par le DNS',
    mailbox: 'prouvé par la boîte aux lettres',
    nomination: 'désigné par une personne habilitée',
    unknown: 'approuvé par {organization}',
  },
  since: 'demandé le {date}',
  acts: {
    nominate: {
      button: 'Désigner…',
      title: 'Désigner {name} pour lire',
      happens: [
        'Vous signez que cette personne, avec exactement cette clé, peut lire pour {party}.',
        '{organization} annonce l’empreinte à tous les contacts {de party} et attend {hours} h ; chacun peut s’opposer, un second peut confirmer et mettre fin à l’attente.',
        'Puis deux personnes {de organization} approuvent. Dès lors cette personne lit tout ce qui est livré à {party}.',
        'Vous pouvez le retirer jusqu’à l’approbation, et révoquer à tout moment ensuite.',
      ],
      sure: 'Désigner {name}, empreinte {fingerprint}.',
      press: 'Signer et désigner {name}',
      done: '{name} est désigné. {organization} le prend en compte à son prochain appel ; jusqu’à l’approbation vous pouvez le retirer.',
    },
    withdraw: {
      button: 'Retirer…',
      title: 'Retirer la désignation {de name}',
      happens: [
        'Vous signez que cette personne ne doit pas lire pour {party}.',
        'Si deux personnes {de organization} ont approuvé entre-temps, cela vaut révocation.',
        'Vous pouvez désigner la personne de nouveau.',
      ],
      sure: 'Retirer {name}, empreinte {fingerprint}.',
      press: 'Signer et retirer {name}',
      done: 'La désignation {de name} est retirée.',
    },
    object: {
      button: 'S’opposer…',
      title: 'S’opposer à {name}',
      happens: [
        'Vous signez que cette personne ne doit pas lire pour {party}.',
        'L’inscription s’arrête, et votre opposition entre au registre. Elle ne reprend que si deux personnes {de organization} le signent au sujet de cette opposition précise.',
        'Une opposition ne se reprend pas ici ; dites-le à {organization} si vous vous êtes trompé.',
      ],
      sure: 'S’opposer à {name}, empreinte {fingerprint}.',
      press: 'Signer et s’opposer à {name}',
      done: 'L’opposition à {name} est envoyée. L’inscription est arrêtée jusqu’à la décision de deux personnes {de organization}.',
    },
    revoke: {
      button: 'Révoquer…',
      title: 'Révoquer {name}',
      happens: [
        '{organization} l’exécute à son prochain appel, sans demander à personne : dès lors le portail ne donne plus rien à {name} et met fin à chaque session.',
        'Les livraisons suivantes sont scellées pour un nouveau coffre dont {name} n’a pas la clé.',
        'Ce {que name} a ouvert ou enregistré reste à {name} : {opened}.',
        'Pour l’annuler, la personne s’inscrit de nouveau et vous la désignez encore.',
      ],
      sure: 'Révoquer {name}, empreinte {fingerprint}.',
      press: 'Signer et révoquer {name}',
      done: '{name} est en cours de révocation. Elle prend effet au prochain appel {de organization}.',
    },
    transfer: {
      button: 'Transmettre à…',
      title: 'Transmettre la désignation à {name}',
      happens: [
        'Deux personnes {de organization} décident.',
        'Ensuite {name} désigne et révoque, et vous ne faites que lire.',
        'Seul {name} peut rendre ce rôle.',
      ],
      sure: 'Transmettre le rôle à {name}, empreinte {fingerprint}.',
      press: 'Signer et transmettre à {name}',
      done: 'La transmission à {name} est demandée. Jusqu’à la décision {de organization}, vous gardez le rôle.',
    },
    leave: {
      button: 'Se retirer…',
      title: 'Ne plus lire',
      happens: [
        'Vous signez que vous ne lisez plus pour {party}.',
        '{organization} l’exécute à son prochain appel ; dès lors le portail ne vous donne plus rien.',
        'Vous seul pouvez l’annuler : par une nouvelle inscription. Si personne d’autre ne désigne, transmettez d’abord le rôle.',
      ],
      sure: 'Quitter {party}, empreinte {fingerprint}.',
      press: 'Signer et se retirer',
      done: 'Vous vous retirez. Cela prend effet au prochain appel {de organization}.',
    },
  },
  name: 'Désigner quelqu’un…',
  nameHint:
    'Il faut la parole d’une personne habilitée, {hours} h pendant lesquelles vos contacts peuvent s’opposer, et deux personnes {de organization}.',
  typed: {
    label: 'Empreinte, telle que la personne vous la lit au téléphone',
    hint: 'Huit groupes de quatre. La personne la trouve sur son propre écran. Appelez-la à un numéro que vous avez déjà.',
    entered: '{entered} caractères sur 32',
    slip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
    tooLong: 'C’est plus long qu’une empreinte.',
    asking: 'Le portail cherche qui a cette clé…',
    unknown:
      'Personne en attente n’a cette clé. Soit la personne ne s’est pas encore inscrite, soit quelqu’un a échangé la clé entre vous : comparez encore une fois.',
    alreadyReads: '{name} a cette clé et lit déjà.',
    notWaiting: '{name} a cette clé et n’attend plus.',
    itIs: 'C’est la clé {de name}, {address}.',
  },
  relation: {
    label: 'Cette personne appartient à',
    own: 'notre organisation',
    representative: 'quelqu’un qui agit pour nous : avocat externe, prestataire',
  },
  goOn: 'Continuer',
  back: 'Retour',
  signing: 'Signature en cours…',
  nobodyToName:
    'Personne n’attend d’être désigné. Un nouveau lecteur ouvre cette page sur son propre appareil, s’inscrit et vous lit son empreinte.',
  contested:
    'Deux personnes revendiquent {party} par le DNS en même temps. {organization} n’approuve l’une d’elles que si deux de ses membres donnent une raison. Si vous n’en connaissez pas une, opposez-vous.',
  unsigned: [
    '{n} document listé par le portail ne porte pas de signature valide ; il n’est pas montré. Dites-le à {organization}.',
    '{n} documents listés par le portail ne portent pas de signatures valides ; ils ne sont pas montrés. Dites-le à {organization}.',
  ],
  trail: {
    question: 'Qui a ouvert quoi',
    answer: [
      '{n} accès depuis le {date} ; enregistré avant d’être servi.',
      '{n} accès depuis le {date} ; chacun enregistré avant d’être servi.',
    ],
    none: 'Rien n’a encore été ouvert.',
    broken: 'Le registre des accès ne se tient pas : après l’entrée {n}, des entrées manquent ou ont été changées.',
    lost: 'Le registre des accès n’est pas celui que vous avez vu : l’entrée {n} est autre, ou absente.',
    brokenDo:
      'Le portail a été ramené à un jour antérieur, ou il ment. Appelez {organization}. Ci-dessous, ce qui tient encore.',
    reading: '{n} entrées vérifiées',
    time: 'Heure (UTC)',
    person: 'Personne',
    did: 'Acte',
    what: 'Quoi',
    acts: {
      session: 's’est connecté',
      passkey: 'a enregistré une clé d’accès',
      paper: 'a pris des preuves',
      index: 'a pris la liste',
      grant: 'a pris sa propre clé',
      object: 'a ouvert',
      request: 'a signé une demande',
      note: 'a laissé une note',
    },
    messages: ['{n} message', '{n} messages'],
    papers: ['{n} pièce', '{n} pièces'],
    unnamed: 'un message d’une autre livraison',
    all: 'Montrer {n}',
    fewer: 'Montrer moins',
    kept: 'Chaque entrée contient l’empreinte de la précédente. La dernière que vous avez vue est {n}, {hash} ; cet appareil la retient.',
    keptNone: 'Ce navigateur ne retient rien : le registre des accès ne peut être comparé à votre dernière visite.',
  },
  reviewer: {
    answer: ['{n} clé peut ouvrir cette livraison.', '{n} clés peuvent ouvrir cette livraison.'],
    lead: 'D’après le manifeste signé par deux personnes. Les noms, et qui a ouvert quoi, sont montrés à la personne qui désigne.',
    fingerprint: 'Empreinte des clés',
    leaveTitle: 'Vous',
  },
  loading: 'Lecture de qui peut lire',
  failed: 'Impossible d’obtenir qui peut lire : {flaw}',
  kept: 'Rien n’a été changé.',
};

const trust: TrustWords = {
  question: 'Pourquoi nous pouvons nous y fier',
  passed: ['{n} vérification réussie', '{n} vérifications réussies'],
  passedOf: '{passed}, {time}',
  refused: 'Une vérification a échoué. Rien de cette livraison n’a été ouvert.',
  failed: [
    '{n} vérification a échoué. Appelez avant d’aller plus loin.',
    '{n} vérifications ont échoué. Appelez avant d’aller plus loin.',
  ],
  unanswered: 'Non vérifié : {flaw}',
  checking: 'Vérification',
  checkedHere: 'Vérifié sur cet appareil avant tout déchiffrement.',
  checks: {
    keys: {
      passed: 'Les clés sont celles de votre avis',
      open: 'Les clés de l’organisation',
      refused: 'Les clés ne sont pas celles de votre avis',
      fact: '{keySet}',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Comparez l’empreinte avec votre avis et avec le DNS. Si elles diffèrent, quelqu’un d’autre a signé : n’allez pas plus loin et appelez.',
    },
    approvals: {
      passed: 'Deux personnes {de organization} l’ont approuvée',
      open: 'Les approbations de deux personnes',
      refused: 'Deux personnes différentes n’ont pas approuvé exactement ceci',
      fact: '{names} ; les deux signatures sont valides',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Ce que le portail a donné n’est pas ce qui fut approuvé. Appelez {organization} et nommez la livraison.',
    },
    release: {
      passed: 'La livraison est dans le registre public',
      open: 'La livraison dans le registre public',
      refused: 'Le registre ne prouve pas cette livraison',
      fact: 'La livraison {release} est l’entrée {entry} sur {size} de {origin}, preuve d’inclusion valide',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Les papiers de la livraison sont altérés, ou elle n’a jamais été inscrite. Appelez {organization} ; n’en ouvrez rien.',
    },
    log: {
      passed: 'Le registre n’est jamais revenu en arrière',
      open: 'Si le registre continue',
      refused: 'Ce registre ne continue pas celui de votre avis',
      fact: '{from} (connu de vous) → {to} (maintenant), preuve de cohérence valide',
      facts: {
        first:
          '{size} entrées. Rien d’antérieur à comparer : la taille et la racine de votre avis n’ont pas été saisies à l’inscription. Dès maintenant cet appareil connaît celui-ci.',
        '*': 'Pas encore jugé.',
      },
      act: 'Quelqu’un vous montre une autre histoire que votre avis. Gardez-le, n’allez pas plus loin et appelez.',
    },
    app: {
      passed: 'Cette application est celle qui est publiée',
      open: 'Si cette application est celle qui est publiée',
      refused: 'Les fichiers de cette application ne sont pas ceux qui sont publiés',
      fact: 'empreinte {digest}, {files} fichiers, entrée {entry} du registre',
      facts: {
        checking: 'Comparaison des fichiers.',
        'not-logged':
          'Empreinte {digest}. Les fichiers concordent avec leur liste ; la preuve du registre n’est pas encore là, ou rien d’ouvert ne nomme la clé du registre.',
        silent: 'Le site n’a pas donné les fichiers à comparer.',
        '*': 'Pas encore jugé.',
      },
      act: '{what} diffère. Déconnectez-vous, utilisez candor open, et dites-le à {organization}.',
    },
    whole: {
      passed: 'Rien ne vous est retenu',
      open: 'Si le portail donne tout',
      refused: 'Le portail ne donne pas tout',
      fact: 'La livraison {release} est la plus récente nommée et n’est pas plus ancienne que la dernière vue ; les {messages} messages y figurent tous',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Une livraison nommée manque, est plus ancienne que ce que vous avez vu, ou ne suit pas la précédente. Appelez {organization}.',
    },
  },
  checkAgain: 'Vérifier encore',
  saveProofs: 'Enregistrer les preuves',
  proofsHint: 'Manifeste, approbations, clés et preuve du registre : avec eux, chacun peut vérifier ceci sans nous.',
  more: 'Vérifier sans cette page',
  fingerprint: {
    title: 'Votre empreinte',
    hint: 'Lisez-la à un collègue au téléphone. Elle couvre vos deux clés.',
  },
  otherKeys: {
    title: 'Les clés de l’organisation ont-elles changé ?',
    lead: '{organization} le dit alors dans un avis plus récent et dans le DNS. Saisissez l’empreinte qui s’y trouve, ou celle qu’on vous donne à un numéro que vous aviez déjà. Elle n’est pas affichée ici, pour que personne en chemin ne puisse la suggérer. Ce que vous avez vu du registre reste : les nouvelles clés doivent le continuer.',
    label: 'Empreinte des clés de l’organisation',
    entered: '{entered} caractères sur 32',
    slip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
    tooLong: 'Plus de 32 caractères.',
    accept: 'Faire confiance à ces clés désormais',
  },
  compare: {
    title: 'Comparer par d’autres voies',
    lead: 'Chacune doit montrer la même empreinte, {keySet}.',
    leadUnopened: 'Chacune doit montrer la même empreinte.',
    dns: 'Interrogez le DNS :',
    telephone:
      'Appelez {organization} à un numéro que vous avez déjà. Le sien est {telephone} ; comparez-le à une source à vous.',
    noTelephone: 'Appelez {organization} à un numéro que vous avez déjà.',
    notice: 'Regardez votre avis, et vérifiez-le sur {page}.',
  },
  offline: {
    title: 'Ne vous fiez pas à cette page seule',
    lead: 'Un serveur web volé pourrait vous montrer une fausse application. L’ouverture hors ligne n’a besoin ni de serveur ni de page : elle fait les mêmes vérifications avant d’ouvrir quoi que ce soit.',
    steps: [
      'Enregistrez votre fichier de clés. Il est scellé par une phrase secrète à vous.',
      'Enregistrez la livraison scellée. C’est ce que le portail détient ; rien n’y ouvre sans clé.',
      'Procurez-vous Candor par une source à vous, non par cette page, sur une machine sans réseau.',
      'Ouvrez-la avec l’empreinte imprimée dans votre avis :',
    ],
    passphrase: 'Phrase secrète du fichier de clés',
    passphraseHint:
      'Sept mots ou plus que personne ne devine. Elle est demandée à l’ouverture du fichier et n’est gardée nulle part.',
    saveKey: 'Enregistrer le fichier de clés',
    keySaved: 'Le fichier de clés est enregistré. Gardez-le ailleurs que la phrase secrète.',
    saveRelease: 'Enregistrer la livraison scellée',
    byHand: 'À la main, avec tar, sha256sum et age seuls :',
  },
  ask: {
    title: 'Poser une question ou contester un chiffre',
    lead: 'Un chiffre contesté est enregistré, reçoit une réponse, et peut mener à une rectification. Dites quel chiffre, ce que vous comptez, et sur quoi vous vous fondez.',
    ways: [
      'Répondez à l’avis : son adresse de réponse atteint ceux qui l’ont écrite.',
      'Ou appelez, et donnez le code de l’avis.',
      'N’envoyez ni contenu d’e-mail ni mot de passe.',
    ],
    dispute: {
      label: 'Quel chiffre, ce que vous comptez, et sur quoi vous vous fondez',
      hint: 'Un paragraphe. {organization} le lit, le garde dans son registre tel que vous l’avez écrit, et répond. Il ne change par lui-même aucun chiffre.',
      send: 'Signer et envoyer à {organization}',
      done: 'Envoyé. {organization} le prend à son prochain appel et répond par l’adresse de l’avis ou par téléphone.',
      tooLong: 'Au plus {n} caractères ; dites le reste au téléphone.',
    },
    telephone: 'Téléphone : {telephone}',
    report: 'Faux avis : {report}',
  },
  guide: { show: 'Lire le guide : deux pages', hide: 'Fermer le guide' },
};

const report: PackWords = {
  question: 'Votre propre déclaration',
  answer: 'Ce {que party} peut affirmer, avec la preuve de chaque chiffre.',
  lead: 'Des textes pour vos propres obligations, remplis avec les chiffres de cette livraison. Ils énoncent des faits ; à qui et quand déclarer, c’est à vous d’en décider. Rien n’est envoyé nulle part.',
  regimes: {
    neutral: 'Les faits, sans formulaire',
    'gdpr-33': 'RGPD, article 33 : autorité de contrôle',
    'gdpr-34': 'RGPD, article 34 : personnes concernées',
    nis2: 'NIS2, article 23',
  },
  chooseText: 'Texte pour',
  toldLabel: 'Quand l’avis vous est-il parvenu ? (UTC)',
  toldHint: 'Cela figure dans votre boîte aux lettres, non dans la livraison. Sans cela, le texte garde un blanc.',
  textTitle: 'Texte à reprendre',
  gapHint: 'Ce qui est entre crochets, vous seul le savez. Chaque nombre mène à ses messages.',
  copyText: 'Copier le texte',
  copied: 'Copié',
  download: 'Enregistrer le dossier (.zip)',
  downloading: 'Le dossier se prépare',
  downloadHint:
    'Les quatre textes en pages sans script, les tableaux en CSV et JSON, le manifeste signé et ses preuves.',
  print: 'Imprimer',
  unknown: 'inconnu ici',
  figuresTitle: 'Chaque chiffre, et d’où il vient',
  figureColumns: ['Chiffre', 'Valeur', 'Messages correspondants'],
  figures: {
    organization: 'Organisation victime de l’intrusion (manifeste signé)',
    incident: 'Son nom pour l’incident (manifeste signé)',
    party: 'Partie (manifeste signé)',
    domains: 'Domaines que vous avez prouvés (manifeste signé)',
    concerned: 'Messages concernés : lisibles + en nombre + en attente + retenus (manifeste signé)',
    readable: 'Messages que vous pouvez lire (manifeste signé)',
    bulk: 'Listes et envois en nombre, comptés à part (manifeste signé)',
    held: 'En attente, par le conseil juridique ou pour une raison technique (manifeste signé)',
    withheld: 'Retenus définitivement (manifeste signé)',
    quoted:
      'Messages écrits dans l’organisation et qui citent vos e-mails, comptés à part ; leur propre texte n’est pas donné (manifeste signé)',
    mentioned:
      'Messages qui ne font que parler de vous, selon l’organisation, comptés à part ; leur texte n’est pas donné (manifeste signé)',
    mentionedBusiness: 'Dont : d’affaires (manifeste signé)',
    mentionedPersonal: 'Dont : sur des personnes (manifeste signé)',
    mentionedSecret: 'Dont : avec un secret (manifeste signé)',
    objects: 'Messages de cette livraison, comptés sur cet appareil',
    accessed: 'Ouverts ou copiés par le logiciel de l’intrus, comptés sur cet appareil',
    presumed: 'À tenir pour copiés, comptés sur cet appareil',
    partial: 'Vus en partie, comptés sur cet appareil',
    possible: 'Accès non exclu, comptés sur cet appareil',
    undetermined: 'Le journal ne peut le dire, comptés sur cet appareil',
    fraud: 'Envoyés par l’intrus, comptés sur cet appareil',
    secret: 'Marqués par l’organisation comme contenant un secret, comptés sur cet appareil',
    personal: 'Marqués par l’organisation comme contenant des données personnelles, comptés sur cet appareil',
    attached: 'Avec au moins une pièce jointe, comptés sur cet appareil',
    files: 'Pièces jointes, comptées sur cet appareil',
    people: 'Adresses de vos domaines dans De, À ou Copie, chacune une fois, comptées sur cet appareil',
    custodians: 'Adresses de l’organisation dont les boîtes les contenaient, pour autant que les messages les nomment',
    writtenFirst: 'Date du message le plus ancien (son en-tête)',
    writtenLast: 'Date du message le plus récent (son en-tête)',
    windowFrom: 'Quand l’intrus était dans les boîtes de l’organisation : premier moment, selon elle',
    windowTo: 'Quand l’intrus était dans les boîtes de l’organisation : dernier moment, selon elle',
    recordedFirst: 'Premier enregistrement derrière un verdict',
    recordedLast: 'Dernier enregistrement derrière un verdict',
    secretsOpen: 'Secrets de votre liste encore ouverts',
    secretsRotated: 'Secrets de votre liste changés',
    secretsNotOurs: 'Secrets de votre liste qui ne sont pas à vous',
    unknownSaid: 'Ce que l’organisation dit ne pas savoir',
    told: 'Quand l’avis est arrivé, selon vous',
    release: 'Numéro de la livraison (manifeste signé)',
    releasedAt: 'Heure de la livraison (manifeste signé)',
    exposure: 'Version des constats de l’organisation (manifeste signé)',
    approvers: 'Personnes de l’organisation dont les signatures sont valides, vérifiées sur cet appareil',
    keySet: 'Empreinte des clés de l’organisation : celle de votre avis',
    logOrigin: 'Registre public',
    logPosition: 'Entrée de la livraison, prouvée sur cet appareil',
    logSize: 'Nombre d’entrées au moment de la preuve',
    manifest: 'SHA-256 du manifeste signé',
  },
  showMessages: 'montrer',
  peopleTitle: 'Qui parmi nous',
  custodiansTitle: 'Dans les boîtes de qui chez {organization}',
  addressColumns: ['Adresse', 'messages'],
  typesTitle: 'Pièces jointes par contenu',
  typeColumns: ['Type', 'fichiers'],
  foundTitle: 'Ce qu’une recherche de l’organisation y a trouvé',
  foundColumns: ['Genre', 'messages', 'valeurs distinctes', 'dont certaines', 'confirmées par une personne'],
  doubtsTitle: 'Pourquoi certains sont en doute',
  doubtColumns: ['Raison', 'messages'],
  noDoubts: 'Aucun message n’est en doute.',
  further: ['et {n} de plus', 'et {n} de plus'],
  tellingsTitle: 'Ce qui nous a été dit, et quand',
  tellingColumns: ['Quoi', 'Quand', 'Preuve'],
  toldNotice: 'Avis',
  toldRelease: 'Livraison {release}, messages à lire : {n}',
  madeAt: 'Établi le {time} d’après la livraison {release}.',
  madeFrom: 'Compté sur l’appareil du lecteur, d’après des messages {que organization} a livrés et signés.',
  filesTitle: 'Fichiers',
};

const HAPPENED =
  'Entre le {windowFrom} et le {windowTo}, un intrus a eu accès à des boîtes aux lettres {de organization} et aux e-mails qu’elles contenaient. Ce que le journal d’accès {de organization} montre au sujet de nos e-mails a été enregistré entre le {recordedFirst} et le {recordedLast}.';

const FIGURES = [
  'E-mails concernés entre {domains} et {organization} : {concerned}. Ils ont été écrits entre le {writtenFirst} et le {writtenLast}. Parmi ceux que nous pouvons lire nous-mêmes :',
  '- ouverts ou copiés par le logiciel de l’intrus : {accessed}',
  '- à tenir pour copiés : {presumed}',
  '- vus en partie : {partial}',
  '- accès non exclu : {possible}',
  '- le journal ne peut le dire : {undetermined}',
];

const UNKNOWN = [
  'Messages dont le journal ne dit rien : {undetermined}. Messages pour lesquels un accès ne peut être exclu : {possible}.',
  'Messages que le conseil juridique {de organization} retient : {held} ; retenus définitivement : {withheld}. Nous ne savons pas ce qu’il en est d’eux.',
  '? Non compris dans les nombres ci-dessus, messages écrits chez {organization} et qui citent nos e-mails : {quoted}. Le reste de leur contenu ne nous est pas donné, parce qu’ils ne nous ont pas été envoyés.',
  '? Non compris dans les nombres ci-dessus, messages qui ne font que parler de nous, selon {organization} : {mentioned} (d’affaires {mentionedBusiness}, sur des personnes {mentionedPersonal}, avec un secret {mentionedSecret}). Leur texte ne nous est pas donné, parce qu’ils ne nous ont pas été envoyés.',
  'Selon les termes {de organization} : {unknownSaid}',
  'On ne sait pas si des copies ont été transmises à d’autres.',
];

const PROOF =
  'La livraison {release} du {releasedAt} (version {exposure} de l’analyse) a été approuvée par {approvers} chez {organization}. C’est l’entrée {logPosition} sur {logSize} du registre {logOrigin} ; SHA-256 de son manifeste : {manifest}. Empreinte des clés de l’organisation : {keySet}.';

const reportTexts: PackTemplates = {
  neutral: {
    title: 'E-mails de chez nous volés chez {organization}',
    source: 'Les faits, sans formulaire : pour la direction, les assureurs, les clients, les auditeurs',
    parts: [
      { heading: 'Ce qui s’est passé', paragraphs: [HAPPENED, '{organization} nous en a informés le {told}.'] },
      { heading: 'Combien des nôtres', paragraphs: FIGURES },
      {
        heading: 'Qui et quoi s’y trouve',
        paragraphs: [
          'Adresses de chez nous qui y figurent : {people}. Adresses {de organization} dont les boîtes les contenaient : {custodians}.',
          'Messages avec pièces jointes : {attached} ; fichiers joints : {files}. Messages marqués comme contenant un secret : {secret}. Messages contenant des données personnelles : {personal}. Messages envoyés par l’intrus lui-même : {fraud}. Listes et envois en nombre : {bulk}.',
          'Types de données personnelles présentes : [ce que vous avez trouvé en les lisant].',
        ],
      },
      {
        heading: 'Ce qui a été fait',
        paragraphs: [
          'Mots de passe et clés trouvés dans ces messages et changés : {secretsRotated} ; pas encore changés : {secretsOpen} ; pas à nous : {secretsNotOurs}.',
          '[ce que vous avez fait d’autre, avec les dates]',
        ],
      },
      { heading: 'Ce qu’on ne sait pas', paragraphs: UNKNOWN },
      { heading: 'Sur quoi cela repose', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Violation de données à caractère personnel : e-mails de chez nous chez {organization}',
    source: 'Points de l’article 33, paragraphe 3, du règlement (UE) 2016/679',
    parts: [
      {
        heading: 'Nature de la violation, article 33, paragraphe 3, point a)',
        paragraphs: [
          'Confidentialité. La violation a eu lieu chez {organization}. Dans nos propres systèmes : [ce que vous avez examiné et trouvé].',
          HAPPENED,
          ...FIGURES,
          'Catégories de personnes concernées : [par exemple personnel, clients, candidats]. Nombre approximatif de personnes : [nombre] ; adresses de chez nous dans les messages : {people}.',
          'Catégories de données : [par exemple coordonnées, contrats, comptes bancaires, catégories particulières]. Messages avec pièces jointes : {attached} ; fichiers joints : {files}. Messages marqués comme contenant un secret : {secret}. Messages contenant des données personnelles : {personal}.',
        ],
      },
      {
        heading: 'Contact, article 33, paragraphe 3, point b)',
        paragraphs: ['[nom du délégué à la protection des données ou d’un autre contact, adresse, téléphone]'],
      },
      {
        heading: 'Conséquences probables, article 33, paragraphe 3, point c)',
        paragraphs: [
          'Des e-mails qui citent de vrais échanges et demandent des paiements ou des mots de passe ; l’emploi des mots de passe et clés qui figurent dans les messages, pas encore changés : {secretsOpen}. Messages que l’intrus a envoyés au nom d’autres : {fraud}.',
          '[ce que le contenu des messages y ajoute]',
        ],
      },
      {
        heading: 'Mesures, article 33, paragraphe 3, point d)',
        paragraphs: [
          'Mots de passe et clés changés : {secretsRotated} ; pas à nous : {secretsNotOurs} ; pas encore changés : {secretsOpen}.',
          '[avertissement des personnes concernées, autres mesures, avec les dates]',
        ],
      },
      {
        heading: 'Quand nous l’avons appris, et ce qu’on ne sait pas encore, article 33, paragraphes 1 et 4',
        paragraphs: [
          '{organization} nous en a informés le {told}.',
          ...UNKNOWN,
          'D’autres informations suivront dès {que organization} les fournira.',
        ],
      },
      { heading: 'Documentation, article 33, paragraphe 5', paragraphs: [PROOF] },
    ],
  },
  'gdpr-34': {
    title: 'Vos données dans des e-mails volés chez {organization}',
    source:
      'Points de l’article 34, paragraphe 2, du règlement (UE) 2016/679, en termes clairs pour les personnes concernées',
    parts: [
      {
        heading: 'Ce qui s’est passé',
        paragraphs: [
          'Quelqu’un s’est introduit dans des boîtes aux lettres {de organization}, avec qui nous échangeons des e-mails. Des e-mails entre nous et {organization}, écrits entre le {writtenFirst} et le {writtenLast}, s’y trouvaient. [Lesquels vous concernent.]',
          'E-mails ouverts ou copiés : {accessed}. E-mails à tenir pour copiés : {presumed}. E-mails dont une partie a été vue : {partial}. E-mails pour lesquels un accès ne peut être exclu : {possible} ; pour lesquels personne ne peut le dire : {undetermined}.',
        ],
      },
      {
        heading: 'Ce que cela signifie pour vous',
        paragraphs: [
          'Qui détient ces e-mails peut vous écrire comme s’il était l’un de nous, et citer ce qui a vraiment été écrit. [Ce qui, de vous, s’y trouve.]',
        ],
      },
      {
        heading: 'Ce que nous avons fait',
        paragraphs: [
          'Mots de passe et clés qui figuraient dans les e-mails et qui sont changés : {secretsRotated}. [Autres mesures.]',
        ],
      },
      {
        heading: 'Ce que vous pouvez faire',
        paragraphs: [
          'Ne répondez à aucun e-mail qui demande un paiement, un mot de passe ou annonce un nouveau compte bancaire, même s’il cite un échange antérieur. Appelez-nous à un numéro que vous avez déjà.',
          'Si vous nous avez envoyé un mot de passe par e-mail : changez-le partout où vous l’utilisez.',
        ],
      },
      {
        heading: 'À qui vous adresser',
        paragraphs: ['[nom du délégué à la protection des données ou d’un autre contact, adresse, téléphone]'],
      },
    ],
  },
  nis2: {
    title: 'Incident chez {organization} qui nous concerne',
    source: 'Points de l’article 23, paragraphe 4, de la directive (UE) 2022/2555',
    parts: [
      {
        heading: 'Alerte précoce, article 23, paragraphe 4, point a)',
        paragraphs: [
          HAPPENED,
          'Actes illicites ou malveillants soupçonnés : oui. Impact transfrontière : [oui ou non, et quels États].',
          'Nous l’avons appris le {told}.',
        ],
      },
      {
        heading: 'Notification de l’incident, article 23, paragraphe 4, point b)',
        paragraphs: [
          ...FIGURES,
          'Gravité et impact sur nos services : [votre évaluation]. Mots de passe et clés de nos systèmes dans les messages, pas encore changés : {secretsOpen} ; changés : {secretsRotated} ; pas à nous : {secretsNotOurs}.',
          'Indicateurs de compromission : messages envoyés par l’intrus : {fraud} ; [accès à vos systèmes avec des mots de passe tirés des messages].',
        ],
      },
      {
        heading: 'Rapport final, article 23, paragraphe 4, point d)',
        paragraphs: [
          'Type de menace et cause : accès aux boîtes aux lettres d’un partenaire, selon {organization}. [Ce que vous avez établi vous-mêmes.]',
          'Mesures prises et en cours : [mesures, avec les dates].',
          ...UNKNOWN,
          PROOF,
        ],
      },
    ],
  },
};

const exports: ExportWords = {
  title: ['Enregistrer {n} message', 'Enregistrer {n} messages'],
  lead: 'Les octets de chaque message sont ceux qu’écrit candor open.',
  chooseKind: 'Comme',
  kinds: {
    mbox: { name: 'mbox', hint: 'un fichier que les logiciels de messagerie importent' },
    'eml-zip': { name: 'EML dans un zip', hint: 'un fichier par message, avec un tableau' },
    csv: { name: 'CSV', hint: 'le tableau seul, pour un tableur ; aucun texte de message' },
    json: { name: 'JSON', hint: 'le tableau seul, pour un programme ; aucun texte de message' },
  },
  recorded: 'Chaque message pris pour cela figure dans le registre des accès, que lit la personne qui désigne.',
  unsealed:
    'Le fichier n’est pas chiffré. Gardez-le comme vous garderiez les e-mails eux-mêmes. Les mots de passe et les clés y figurent en clair.',
  save: ['Enregistrer {n} message', 'Enregistrer {n} messages'],
  saving: '{done} sur {n}',
  cancel: 'Arrêter',
  cancelled: 'Arrêté. Aucun fichier n’est resté.',
  failed: 'Pas enregistré : {flaw} Aucun fichier n’est resté ; réessayez.',
  done: ['{n} message enregistré, {bytes} octets.', '{n} messages enregistrés, {bytes} octets.'],
  digest: 'SHA-256 du fichier',
  missing: [
    '{n} message n’a pu être ouvert et n’y figure pas : endommagé ou absent au portail. Son identifiant est ci-dessous.',
    '{n} messages n’ont pu être ouverts et n’y figurent pas : endommagés ou absents au portail. Leurs identifiants sont ci-dessous.',
  ],
  nothing: 'Aucun message ne correspond : il n’y a rien à enregistrer.',
  open: 'Enregistrer…',
  diskFull: 'Le disque ou le navigateur a refusé de garder le fichier.',
};

const files: FilesWords = {
  question: 'Fichiers de cet appareil',
  title: 'Ouvrez un fichier de clé, pour lire sans le portail ou pour lui enregistrer une clé d’accès.',
  lead: 'Les deux fichiers sont lus sur cet appareil et ne sont envoyés nulle part.',
  keyFile: 'Votre fichier de clé',
  passphrase: 'Sa phrase secrète',
  passphraseHint: 'Laissez vide si le fichier n’en a pas.',
  keySet: 'Empreinte des clés de l’organisation',
  keySetHint: 'Telle que votre avis l’imprime : {entered} caractères sur 32',
  keySetSlip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
  read: 'Lire une livraison depuis le disque',
  readLead:
    'Les mêmes contrôles qu’avec le portail, sauf deux : personne ne peut dire si le registre public a continué depuis, ni s’il existe une livraison plus récente.',
  release: 'La livraison (release.candor)',
  open: 'Contrôler et ouvrir',
  opening: 'Contrôle …',
  passkey: 'Enregistrer une clé d’accès pour ces clés',
  passkeyLead:
    'Pour des clés faites par un programme, ou quand la clé d’accès et la clé de secours sont toutes deux perdues. L’organisation doit les avoir admises auparavant.',
  take: 'Continuer avec ces clés',
  taking: 'Un instant …',
  missing: 'Choisissez d’abord le fichier de clé et saisissez l’empreinte entière.',
  recovery: 'Votre nouvelle clé de secours',
  recoveryLead:
    'Elle est montrée une seule fois. Elle ouvre vos clés quand la clé d’accès ne le peut pas. Écrivez-la sur papier, puis saisissez-la ici.',
  typeBack: 'La clé de secours, telle que vous l’avez notée',
  wrong: 'Ce n’est pas ce qui a été montré. Comparez avec votre note.',
  make: 'Créer une clé d’accès',
  done: 'La clé d’accès est enregistrée. Toutes les sessions antérieures sont terminées.',
  signIn: 'Se connecter',
  needsPortal:
    'Cette livraison a été ouverte depuis le disque. Ce que les personnes de votre organisation font ensemble se trouve sur le portail.',
  leave: 'Ranger les clés et se connecter',
};

export const reviewer: ReviewerCatalogue = {
  rules,
  codeWords,
  shared,
  session,
  errors,
  enroll,
  overview,
  messages,
  reading,
  secrets,
  people,
  trust,
  report,
  reportTexts,
  exports,
  files,
  guide: { markdown },
};
