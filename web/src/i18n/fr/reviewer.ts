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
    presumed: { sentence: 'présumé copié', short: 'présumé copié' },
    partial: { sentence: 'vu en partie', short: 'vu en partie' },
    possible: { sentence: 'ne peut être exclu', short: 'non exclu' },
    undetermined: { sentence: 'le journal ne dit rien', short: 'journal muet' },
    'no-evidence': { sentence: 'journal complet, aucun accès', short: 'aucun accès' },
    absent: { sentence: 'arrivé après l’exclusion de l’intrus', short: 'arrivé après' },
  },
  status: {
    keysHere: 'clés et e-mails sur cet appareil seulement',
    nobody: 'personne n’est connecté',
    idleSoon:
      'Vous êtes inactif depuis 14 minutes. Dans une minute, les clés seront verrouillées et vous serez déconnecté. Appuyez sur une touche pour rester connecté.',
    clock: {
      ahead: 'L’horloge de cet appareil avance de {minutes} min. Les heures affichées sont celles du portail.',
      behind: 'L’horloge de cet appareil retarde de {minutes} min. Les heures affichées sont celles du portail.',
    },
    keeping: {
      full: 'Le stockage de ce navigateur est plein : les e-mails ouverts seront téléchargés de nouveau la prochaine fois. Vous pouvez continuer à lire.',
      none: 'Ce navigateur ne conserve rien (fenêtre privée) : les e-mails ouverts seront téléchargés de nouveau la prochaine fois. Vous pouvez continuer à lire.',
      unkept:
        'Le portail n’a pas enregistré ce que vous avez vu. Seul cet onglet le sait ; un autre appareil pourrait ne pas remarquer qu’on lui montre un état plus ancien. La prochaine vérification essaiera de nouveau.',
    },
  },
  goTo: { title: 'Aller à', short: 'aller à', label: 'Page', none: 'Aucune page de ce nom.' },
  keys: {
    title: 'Toutes les touches',
    short: 'toutes les touches',
    acts: {
      goTo: 'Aller à une page',
      help: 'Cette liste',
      search: 'Rechercher dans les messages',
      move: 'Message suivant, précédent',
      select: 'Sélectionner le message',
      save: 'Enregistrer ce qui est affiché',
      leave: 'Revenir, fermer',
      table: 'Le graphique en tableau',
    },
  },
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  copy: 'Copier',
  copied: 'Copié',
  close: 'Fermer',
  cancel: 'Annuler',
  fault: {
    title: 'Une erreur s’est produite sur cette page.',
    what: 'L’action en cours est perdue ; vos e-mails et vos clés ne le sont pas. L’erreur : {fault}',
    kept: 'Rien n’a été envoyé.',
    reload: 'Recharger la page',
  },
  settingsMissing: {
    title: 'L’adresse du portail manque.',
    what: 'Le fichier settings.json à côté de cette page ne s’est pas chargé ou appartient à une autre version. Rien n’est perdu.',
    other: 'Sans cette page : candor enroll et candor open font la même chose.',
  },
  notFound: { title: 'Cette page n’existe pas.', back: 'Aller à l’aperçu' },
};

const session: SessionWords = {
  question: 'Vos e-mails avec {organization}',
  answers: {
    first: 'Connectez-vous avec votre clé d’accès pour les lire.',
    'by-you': 'Vous êtes déconnecté. Les clés sont verrouillées.',
    idle: 'Vous êtes resté inactif 15 minutes ; les clés ont été verrouillées.',
    ended: 'Le portail a mis fin à la session. Les clés ont été verrouillées.',
    'other-tab': 'Vous vous êtes déconnecté dans un autre onglet. Les clés ont été verrouillées ici aussi.',
    'other-person': 'Une autre personne s’est connectée dans un autre onglet. Les clés ont été verrouillées ici.',
  },
  lead: {
    first: 'Ils sont déchiffrés uniquement sur cet appareil. Le portail ne peut pas les ouvrir.',
    'by-you': 'Il ne reste rien de vos e-mails dans cet onglet.',
    idle: 'Connectez-vous pour reprendre là où vous étiez. Rien de ce que vous avez enregistré n’est perdu.',
    ended:
      'Cela arrive après 8 heures, quand le portail redémarre, quand une autre clé d’accès est enregistrée pour vous, ou quand votre accès a été révoqué. Connectez-vous pour reprendre là où vous étiez.',
    'other-tab': 'Reconnectez-vous pour reprendre là où vous étiez.',
    'other-person':
      'Un navigateur n’ouvre qu’une session à la fois. Pour deux personnes, utilisez deux navigateurs ou deux profils.',
  },
  signIn: 'Se connecter avec une clé d’accès',
  signingIn: 'En attente de votre clé d’accès …',
  firstTime: 'Première visite ? Il vous faut le code imprimé dans l’avis.',
  enroll: 'S’inscrire avec le code d’un avis',
  lostPasskey: 'Clé d’accès perdue, ou sur un autre appareil ?',
  recover: 'En enregistrer une autre avec votre clé de secours',
  keyFile: 'Un fichier de clés ou une livraison sur le disque ?',
  openFiles: 'Ouvrir des fichiers de cet appareil',
  withoutBrowser:
    'Sans navigateur : candor enroll et candor open. Ils n’utilisent pas cette page ; personne ne peut donc la modifier à votre insu.',
  privateMode:
    'Ce navigateur ne conserve rien (fenêtre privée ou stockage interdit) : chaque visite télécharge de nouveau vos e-mails, et l’inscription doit se faire en une seule fois.',
  locked: {
    question: 'Connecté, clés encore verrouillées',
    title: 'Saisissez votre clé de secours pour déverrouiller vos clés.',
    lead: 'Votre clé d’accès vous connecte mais ne peut pas déverrouiller vos clés : son appareil ou son programme n’a pas l’extension PRF, ou ne l’avait pas à sa création. La clé de secours est donc demandée à chaque fois. Pour l’éviter, enregistrez une autre clé d’accès, créée avec un appareil ou un programme plus récent.',
    label: 'Clé de secours',
    hint: '28 caractères (27 pour les anciennes), tels que vous les avez notés. Elle est utilisée sur cet appareil et n’est envoyée nulle part.',
    open: 'Déverrouiller mes clés',
    opening: 'Déverrouillage …',
  },
  portalFlaws: {
    malformed:
      'Le portail n’a pas accepté la demande de cette page. La page et le portail n’ont pas la même version ; rechargez la page.',
    'foreign-origin':
      'Le portail ne connaît pas l’adresse de cette page. Saisissez l’adresse indiquée dans votre avis ; si c’est la même, prévenez {organization}.',
    'not-found': 'Le portail n’a rien ici, ou rien pour vous.',
    conflict: 'Quelque chose a changé sur le portail entre-temps. Réessayez.',
    'too-large': 'Le portail n’accepte pas autant de données à la fois.',
    'wrong-host': 'Le portail ne répond pas à cette adresse. Signalez-le à l’expéditeur de votre avis.',
    'wrong-type': 'Le portail n’a pas accepté la demande de cette page. Rechargez la page.',
    'too-many': 'Le portail demande de ralentir. Réessayez dans quelques minutes ; rien n’est perdu.',
    fault: 'Une erreur s’est produite sur le portail. Rien n’est perdu ; réessayez dans quelques minutes.',
    'lab-silent':
      'Le portail attend {que organization} indique qui peut lire quoi ; d’ici là, il ne fournit rien. Cela dure jusqu’à son prochain appel, un jour au plus.',
    'session-ended': 'La session est terminée. Reconnectez-vous.',
    'not-known':
      'Le portail ne connaît pas cette clé d’accès ou cette clé. Soit votre inscription attend encore une approbation, soit votre accès a été révoqué, soit la clé d’accès a été remplacée.',
    'portal-silent': 'Le portail ne répond pas. Cela ne dit rien de vos e-mails. Réessayez dans quelques minutes.',
    offline: 'Cet appareil n’est pas connecté au réseau.',
    'portal-broken':
      'La réponse ne vient pas d’un portail de cette version. Un équipement sur le trajet a peut-être répondu à sa place ; essayez un autre réseau.',
  },
  passkeyFlaws: {
    cancelled:
      'Aucune clé d’accès n’a été utilisée : l’opération a été annulée, a duré trop longtemps, ou cet appareil n’en a pas pour {domain}.',
    unsupported:
      'Ce navigateur ou cet appareil ne prend pas en charge ces clés d’accès. Utilisez un autre navigateur ou une clé de sécurité.',
    'wrong-site':
      'Les clés d’accès pour {domain} ne peuvent pas être utilisées sur cette page. Comparez l’adresse de la page avec votre avis.',
    'already-there': 'Cet appareil a déjà cette clé d’accès.',
    fault: 'La clé d’accès a échoué ; le navigateur n’indique pas pourquoi. Réessayez.',
  },
  otherFault: 'L’opération a échoué pour une raison inconnue. Rechargez la page.',
  account: {
    question: 'Vous et cet appareil',
    title: 'Vos clés et vos e-mails sont uniquement sur cet appareil.',
    nobody: 'Personne n’est connecté.',
    party: 'Lit pour',
    roles: { nominator: 'Personne qui désigne', reviewer: 'Lecteur', representative: 'Représentant' },
    role: 'Rôle',
    fingerprint: 'Votre empreinte',
    fingerprintHint: 'Elle couvre vos deux clés. Lisez-la à toute personne qui veut s’assurer que c’est vous.',
    tabs: 'Chaque onglet a ses propres clés et demande la clé d’accès ; se déconnecter dans l’un ferme tous les autres. Il faut deux navigateurs pour deux personnes.',
    others: {
      title: 'Où vous êtes connecté par ailleurs',
      none: 'Nulle part ailleurs.',
      some: ['Dans un autre navigateur.', 'Dans {n} autres navigateurs.'],
      one: 'Depuis le {begun}, dernier usage le {seen}',
      hint: 'L’un d’eux vous est inconnu, ou un appareil n’est plus entre vos mains ? Déconnectez-vous de ces navigateurs ; la clé d’accès est demandée une fois de plus.',
      end: 'Se déconnecter partout ailleurs',
      ended: 'Déconnecté partout ailleurs.',
    },
    forgetTitle: 'Ce que ce navigateur conserve',
    forgetHint:
      'Des e-mails chiffrés, pour accélérer la prochaine visite, et une inscription commencée. Supprimez-les sur un appareil qui n’est pas le vôtre.',
    forget: 'Supprimer de ce navigateur',
    forgotten: 'Supprimé. La prochaine visite téléchargera de nouveau vos e-mails.',
  },
};

const errors: ErrorWords = {
  locked: 'Vos clés sont verrouillées. Connectez-vous de nouveau.',
  'wrong-key': 'Cette clé ne déverrouille pas vos clés.',
  mistyped: 'La saisie contient une erreur. Comparez-la groupe par groupe avec le texte imprimé.',
  'damaged-keys':
    'Vos clés chiffrées manquent sur le portail ou sont illisibles. Enregistrez une nouvelle clé d’accès avec votre clé de secours ou votre fichier de clés.',
  'unknown-recovery':
    'Le portail n’a aucune clé correspondant à cette clé de secours. Comparez-la avec votre note ; si elle est exacte, inscrivez-vous de nouveau.',
  'older-keys':
    'Le portail a fourni une copie de vos clés plus ancienne que celle déjà vue par ce navigateur. Rien n’a été ouvert. Prévenez {organization}.',
  'other-person':
    'La session et ces clés n’appartiennent pas à la même personne. Rien n’a été ouvert. Connectez-vous de nouveau.',
  'weak-passphrase': 'La phrase secrète a moins de 10 caractères. Choisissez quatre ou cinq mots au hasard.',
  'needs-recovery':
    'Votre clé de secours est nécessaire : verrouillez les clés, déverrouillez-les avec elle, puis réessayez aussitôt.',
  'release-refused:manifest':
    'Refusé : le manifeste de cette livraison n’a pas la forme prescrite. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:keys':
    'Refusé : le jeu de clés joint à cette livraison est illisible. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:approvals':
    'Refusé : deux personnes différentes {de organization} n’ont pas approuvé exactement cette livraison. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:fingerprint':
    'Refusé : cette livraison est signée avec d’autres clés que celles de votre avis. Rien n’a été ouvert. Comparez l’empreinte avec votre avis, avec le DNS ou par téléphone.',
  'release-refused:log':
    'Refusé : le registre public ne prouve pas cette livraison. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:scope':
    'Refusé : cette livraison porte sur un autre incident ou ne vous est pas destinée. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:chain':
    'Refusé : cette livraison ne fait pas suite à la précédente, ou deux portent le même numéro. Rien n’a été ouvert. Prévenez {organization}.',
  'release-withheld':
    'Le portail annonce une livraison mais ne la fournit pas. Rien n’a été ouvert. Réessayez ; si cela persiste, prévenez {organization}.',
  'log-not-continued':
    'Non : ce registre n’est pas la suite de celui de votre avis ni du dernier que vous avez vu. Rien n’a été ouvert. Appelez {organization} et conservez votre avis.',
  'log-silent':
    'Le registre sur le site {de organization} ne répond pas ou n’est pas à jour. Sans lui, rien ne peut être prouvé ; rien n’a donc été ouvert. Réessayez dans quelques minutes.',
  'rolled-back':
    'Non : cette livraison est plus ancienne que la dernière que vous avez vue. Rien n’a été ouvert. Prévenez {organization}.',
  'no-grant':
    'Cette livraison ne contient aucune clé pour vous. Soit vous avez été approuvé après sa création, soit votre accès a été révoqué. Adressez-vous à la personne qui désigne vos lecteurs.',
  'damaged-grant':
    'Votre clé pour cette livraison a été altérée en chemin. Rien n’a été ouvert. Prévenez {organization}.',
  'damaged-index':
    'La liste des messages a été altérée en chemin. Rien n’a été ouvert. Réessayez ; si cela persiste, prévenez {organization}.',
  'unknown-message': 'Cette livraison ne contient pas ce message.',
  'missing-object': 'Ce message manque sur le portail. Les autres s’ouvrent.',
  'damaged-object': 'Ce message n’a pas pu être ouvert : son empreinte diffère. Les autres s’ouvrent.',
  'damaged-file': 'Ce fichier n’est pas une livraison, ou il est tronqué ou altéré. Rien n’a été ouvert.',
  'no-vault': 'Aucune livraison n’est ouverte.',
  'note-refused': 'Le portail n’a pas accepté la note. Elle n’est pas enregistrée ; réessayez.',
  'too-long': 'La note dépasse 4 000 caractères.',
  'session-ended': 'La session est terminée. Connectez-vous de nouveau pour reprendre là où vous étiez.',
  'portal-silent': 'Le portail ne répond pas. Cela ne dit rien de vos e-mails. Réessayez dans quelques minutes.',
  'portal-broken':
    'Le portail est en panne, ou un autre équipement a répondu à sa place. Réessayez dans quelques minutes ou depuis un autre réseau.',
  'lab-silent':
    'Le portail attend {que organization} indique qui peut lire quoi et ne fournit rien d’ici là. Cela dure un jour au plus.',
  'too-many': 'Le portail demande de ralentir. Réessayez dans quelques minutes ; rien n’est perdu.',
  denied: 'Le portail a refusé. Rechargez la page ; si cela persiste, prévenez {organization}.',
  cancelled: 'Arrêté.',
  'worker-ended': 'La partie de cette page qui gère les clés s’est arrêtée. Rechargez la page.',
  fault: 'Une erreur s’est produite sur cette page. Rechargez-la ; rien n’est perdu.',
};

const enroll: EnrollWords = {
  question: 'Lire vos e-mails avec {organization}',
  answers: {
    notice: 'Commencez par le code de votre avis.',
    person: 'Indiquez qui vous êtes et comment vous le prouvez.',
    recovery: 'Notez votre clé de secours. Elle n’est affichée qu’une fois.',
    passkey: 'Créez une clé d’accès sur cet appareil.',
    proof: 'Prouvez que vous agissez pour {target}.',
    waiting: 'Deux personnes {de organization} doivent encore approuver votre inscription.',
    ready: 'Votre inscription est approuvée. Connectez-vous pour lire.',
    refused: '{organization} a refusé cette inscription.',
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
  startAgainHint: 'Les clés créées sont supprimées. Ce qui a été envoyé est refusé automatiquement après 30 jours.',
  otherTab:
    'L’inscription se poursuit dans un autre onglet de ce navigateur. Continuez dans cet onglet, ou fermez-le et rechargez cette page.',
  notKept:
    'Ce navigateur ne conserve rien. Laissez cet onglet ouvert jusqu’à la création de la clé d’accès ; ensuite, elle vous permettra de revenir.',
  silentSite:
    'Les fichiers de {page} ne se sont pas chargés ; le code n’a donc pas pu être recherché. Cela ne dit rien de votre avis. Réessayez dans quelques minutes.',

  aside: {
    title: 'Ce qu’il vous faut',
    needs: [
      'l’avis, avec son code',
      'du papier, ou un gestionnaire de mots de passe, pour la clé de secours',
      'quelqu’un qui puisse ajouter un enregistrement à votre DNS',
    ],
    time: 'Dix minutes maintenant, puis {hours} d’attente.',
    without: 'Sans cette page',
    why: 'Le programme pose les mêmes questions et crée les mêmes clés ; aucun hébergeur ne peut le modifier à votre insu.',
  },
  notice: {
    lead: 'Le code indique seulement quel avis vous avez. Il est recherché sur cet appareil, n’est envoyé nulle part et ne prouve encore rien sur vous.',
    code: 'Code de l’avis',
    domain: 'Domaine ou adresse qui l’a reçu',
    domainHint: 'La partie après le @. Pour un e-mail reçu à titre privé : l’adresse entière.',
    domainMissing: 'Saisissez aussi le domaine, par exemple example.com.',
    lookUp: 'Rechercher l’avis',
    noCode: 'Vous n’avez pas d’avis, mais un collègue qui lit déjà va vous désigner ?',
    byColleague: 'Continuer sans code',
    answers: {
      unknown:
        'Aucun avis ne porte ce code. Comparez-le encore une fois ; s’il est exact, le message ne vient pas {de organization}.',
      'other-domain':
        'L’avis qui porte ce code a été envoyé à quelqu’un d’autre, pas à {domain}. Vérifiez votre saisie.',
      'address-asked':
        'L’avis qui porte ce code a été envoyé à une personne. Saisissez l’adresse entière à laquelle il a été envoyé.',
      withdrawn:
        '{organization} a retiré cet avis ; son code n’est plus valable. Cherchez un avis plus récent, ou appelez.',
      unproved:
        'Les fichiers de {page} se contredisent. N’allez pas plus loin : appelez {organization} à un numéro que vous connaissez déjà.',
    },
    issued: 'Émis pour {domain} le {time}.',
    superseded: 'Un avis plus récent l’a remplacé le {time}. Le code reste valable ici.',
    compare:
      'Comparez ceci avec la clé imprimée dans votre avis. Elle détermine les signatures que cette page acceptera désormais :',
    compareColleague:
      'Comparez ceci avec ce que votre collègue voit sous « Confiance ». Cela détermine les signatures que cette page acceptera désormais :',
    otherKeySet:
      'Les personnes qui décident chez {organization} ont changé depuis votre avis ; ce n’est donc pas la clé qui y est imprimée. Interrogez le DNS avant de continuer : dig TXT _candor.{ownDomain}',
    same: 'C’est la même',
    isDifferent: 'C’en est une autre',
    different: 'Arrêtez-vous ici, et appelez {organization} à un numéro que vous connaissez déjà.',
  },
  person: {
    lead: '{organization} voit ces informations, ainsi que toutes les personnes de votre organisation qu’elle a averties : elles peuvent s’opposer.',
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le connaissent.',
    address: 'Votre adresse professionnelle',
    addressHint: 'L’adresse à laquelle {organization} peut vous écrire.',
    addressSlip: 'Ce n’est pas une adresse électronique.',
    proofLegend: 'Comment vous le prouvez',
    proofs: {
      dns: {
        label: 'Un enregistrement dans le DNS de {domain}',
        hint: 'Pour les organisations. Vous ou votre équipe DNS ajoutez un enregistrement TXT. Ensuite, vous désignez d’autres lecteurs.',
      },
      mailbox: {
        label: 'La boîte aux lettres {address}',
        hint: 'Pour les particuliers : l’avis a été envoyé à cette adresse précise. Vous lisez ce qu’elle a envoyé et reçu.',
      },
      nomination: {
        label: 'Un collègue me désigne',
        hint: 'Une personne de {domain} lit déjà. Vous lui communiquez votre empreinte, et elle signe pour vous.',
      },
    },
    missing: 'Saisissez le nom et l’adresse.',
    makeKeys: 'Créer mes clés',
    making: 'Création des clés sur cet appareil …',
  },
  recovery: {
    lead: 'Vos clés ont été créées sur cet appareil. La clé de secours les déverrouille quand la clé d’accès ne le peut pas : sur un nouvel appareil, ou en cas de perte. Personne d’autre ne l’a, ni {organization}, ni le portail.',
    label: 'Votre clé de secours',
    advice:
      'Notez-la sur papier, ou conservez-la dans un gestionnaire de mots de passe. Pas dans un e-mail : les vôtres sont peut-être lus.',
    written: 'Je l’ai notée',
    askLead:
      'Saisissez maintenant deux de ses groupes, pour qu’une erreur se voie aujourd’hui et non le jour où vous en aurez besoin.',
    group: 'Groupe {n}',
    wrong: 'Cela ne correspond pas à la clé affichée. Comparez avec votre note.',
    showAgain: 'L’afficher de nouveau',
    send: 'Envoyer mon inscription',
    sending: 'Signature et envoi …',
  },
  passkey: {
    lead: 'Elle vous connecte et déverrouille vos clés, par empreinte digitale, visage ou code PIN de cet appareil. Le portail ne conserve vos clés que sous la forme chiffrée par la clé d’accès.',
    make: 'Créer une clé d’accès',
    making: 'En attente de votre appareil …',
    without:
      'Créée. Les clés d’accès de cet appareil ne peuvent pas déverrouiller vos clés (pas d’extension PRF) ; la clé de secours est donc demandée à chaque visite. Vous pourrez enregistrer un appareil plus récent plus tard.',
    withPrf: 'Créée. Elle vous connecte et déverrouille vos clés.',
  },
  proof: {
    lead: 'Ajoutez cet enregistrement au DNS de {domain}. Il contient l’empreinte de vos propres clés, créées sur cet appareil. Il révèle tout échange de vos clés en chemin.',
    name: 'Nom',
    type: 'Type',
    value: 'Texte',
    lifetime:
      'Laissez-le jusqu’à l’approbation de votre inscription, 30 jours au plus. Toute durée de vie (TTL) convient.',
    check: 'Vérifier l’enregistrement',
    checkHint:
      'Le texte affiché doit être exactement celui-ci. Une modification peut mettre une heure à être visible partout.',
    forDns: 'Pour votre équipe DNS',
    forDnsText:
      'Merci d’ajouter cet enregistrement TXT à la zone {domain}. Il montre à {organization} {que name} peut lire les e-mails volés de notre organisation. Il ne donne aucun accès par lui-même et peut être supprimé après 30 jours.\n\nNom : {recordName}\nType : TXT\nTexte : {recordText}\n\nPour vérifier : dig TXT {recordName}',
    copyAll: 'Copier ce texte',
    mailbox: 'Rien à faire : le code n’a été envoyé qu’à {target}. L’avoir prouve que vous lisez cette boîte.',
    nomination:
      'Lisez votre empreinte au collègue qui lit déjà, par téléphone et non par e-mail. Il vous trouve sous « Personnes » et signe pour cette empreinte précise :',
    fingerprint: 'Votre empreinte',
    written: 'L’enregistrement est ajouté',
  },
  waiting: {
    lead: 'Et maintenant :',
    others:
      'Tous les contacts de votre organisation {que organization} connaît apprennent, avec votre empreinte, {que name} demande à lire. Une seule opposition arrête l’inscription.',
    when: 'Suit une attente de {hours}. Ensuite, deux personnes {de organization} vérifient elles-mêmes la preuve et décident.',
    sooner: 'Un second contact de votre organisation peut confirmer et abréger l’attente.',
    close:
      'Vous pouvez fermer cette page. Revenez et connectez-vous avec votre clé d’accès ; jusqu’à l’approbation, le portail répond qu’il ne vous connaît pas encore.',
    asked: 'Portail interrogé le {time} : toujours en attente.',
    ask: 'Interroger le portail',
    unlockLead:
      'La page a été rechargée, ou vous êtes resté inactif 15 minutes ; vos clés sont verrouillées. Déverrouillez-les pour continuer.',
    unlock: 'Déverrouiller avec la clé d’accès',
    hours: ['une heure', '{n} heures'],
  },
  ready: {
    lead: 'Deux personnes {de organization} ont approuvé l’empreinte {fingerprint}, qui est la vôtre.',
    signIn: 'Se connecter',
  },
  refused:
    'Cela arrive quand l’enregistrement n’a pas montré votre empreinte dans les 30 jours, quand le code a été retiré ou appartient à une autre personne, ou quand deux personnes en ont décidé ainsi. Appelez {organization} à un numéro que vous connaissez déjà, ou recommencez.',
  stopped:
    'Un contact de votre organisation s’est opposé à votre inscription. Parlez-en à vos collègues ; deux personnes {de organization} décident de la suite.',

  recover: {
    question: 'Une autre clé d’accès',
    title: 'Votre clé de secours déverrouille vos clés, et une nouvelle clé d’accès est créée pour elles.',
    lead: 'L’ancienne clé d’accès n’est plus valable, toutes vos sessions se terminent, et la personne qui désigne vos lecteurs en est informée.',
    label: 'Clé de secours',
    find: 'Trouver mes clés',
    finding: 'Recherche …',
    foundTitle: 'Ce sont vos clés.',
    found: 'Empreinte {fingerprint}. Créez maintenant une clé d’accès sur cet appareil.',
    make: 'Créer une clé d’accès',
    doneTitle: 'La nouvelle clé d’accès fonctionne. Connectez-vous avec elle.',
    done: 'L’ancienne n’est plus valable.',
    lost: 'Clé de secours perdue aussi ? Alors personne ne peut déverrouiller vos clés. Inscrivez-vous de nouveau ; un collègue qui lit déjà peut vous désigner.',
    enroll: 'S’inscrire de nouveau',
    signIn: 'Se connecter',
  },
};

const overview: OverviewWords = {
  real: {
    question: 'Est-ce authentique ?',
    yes: 'Oui. {organization} l’a signé, deux personnes l’ont approuvé, et le registre public le contient.',
    partly: 'Ce qui est ici est authentique, mais incomplet.',
    signed: 'signé par {people}',
    entry: 'la livraison {release} est l’entrée {position} sur {size}',
    continues: 'suite du registre que vous connaissiez ({size} entrées)',
    firstLog: 'le registre est mémorisé à partir de maintenant',
    withheld: [
      'le portail annonce 1 livraison qu’il ne fournit pas',
      'le portail annonce {n} livraisons qu’il ne fournit pas',
    ],
    checked: 'vérifié sur cet appareil, {at}',
    how: 'Comment le savons-nous ?',
    without: 'Vérifier sans cette application',
    again: 'Vérifier de nouveau',
  },
  refusals: {
    forged: {
      title: 'Non : deux personnes {de organization} n’ont pas approuvé ceci.',
      what: 'Le portail a fourni une livraison non valide ({flaw}). Aucun message n’a été ouvert.',
      todo: 'N’en tenez pas compte. Appelez le {telephone} et lisez votre empreinte ; votre avis reste valable.',
    },
    keys: {
      title: 'Non : ceci est signé avec d’autres clés que celles de votre avis.',
      what: 'L’empreinte des clés de l’organisation n’est pas celle que vous connaissiez. Aucun message n’a été ouvert.',
      todo: 'Comparez l’empreinte de votre avis avec le DNS, ou appelez le {telephone}. N’acceptez d’autres clés, sous « Confiance », qu’après cette vérification.',
    },
    log: {
      title: 'Non : ce registre n’est pas la suite de celui de votre avis.',
      what: 'Des entrées ont été modifiées ou supprimées depuis votre dernière visite, ou quelqu’un vous montre un autre registre. Aucun message n’a été ouvert.',
      todo: 'Conservez votre avis : il indique l’état du registre. Appelez le {telephone} et signalez-le.',
    },
    'rolled-back': {
      title: 'Non : ceci est plus ancien que ce que vous avez vu.',
      what: 'Le portail a fourni une livraison antérieure, ou aucune, alors qu’il en existait une plus récente. Aucun message n’a été ouvert.',
      todo: 'Le portail a peut-être été restauré depuis une sauvegarde. Réessayez dans une heure ; si cela persiste, appelez le {telephone}.',
    },
    withheld: {
      title: 'La livraison est incomplète.',
      what: 'Le portail annonce une livraison mais ne fournit pas ses documents. Aucun message n’a été ouvert.',
      todo: 'Réessayez ; si cela persiste, appelez le {telephone}.',
    },
    'no-grant': {
      title: 'Il y a des e-mails pour votre organisation, mais pas encore pour cette clé.',
      what: 'La livraison est authentique mais ne contient pas de clé pour vous. Ce n’est pas une erreur.',
      todo: 'La personne qui désigne vos lecteurs peut demander l’accès pour vous ; quand deux personnes {de organization} l’auront accordé, la livraison s’ouvrira.',
    },
    damaged: {
      title: 'La livraison est authentique, mais elle est arrivée endommagée.',
      what: 'Un fichier fourni par le portail ne correspond pas aux documents signés ({flaw}). Rien n’a été ouvert.',
      todo: 'Réessayez ; si cela persiste, prévenez {organization}, qui peut renvoyer le fichier.',
    },
    'log-silent': {
      title: 'Le registre public ne répond pas. Cela ne dit rien de vos e-mails.',
      what: 'Sans le registre, rien n’est prouvé ; rien n’a donc été ouvert. Ce que vous avez déjà vu reste valable.',
      todo: 'Réessayez. Sans cette page : candor open ouvre de même un fichier de livraison.',
    },
    'lab-silent': {
      title: 'Le portail attend {organization}. Cela ne dit rien de vos e-mails.',
      what: 'Il ne sait pas qui est autorisé à lire en ce moment ; il ne fournit donc rien. Rien n’est perdu.',
      todo: 'Réessayez dans quelques minutes.',
    },
    silent: {
      title: 'Pas de réponse. Cela ne dit rien de vos e-mails.',
      what: 'Le portail n’a pas répondu ({flaw}). Rien n’est perdu ; vos clés et vos notes sont en sûreté.',
      todo: 'Réessayez dans quelques minutes. Sans le portail : candor open ouvre de même un fichier de livraison.',
    },
    session: {
      title: 'Vous avez été déconnecté.',
      what: 'Les clés ont été verrouillées. Rien n’est perdu.',
      todo: 'Connectez-vous de nouveau ; vous reviendrez à cette page.',
    },
    other: {
      title: 'Ceci n’a pas pu être ouvert.',
      what: 'L’opération a échoué avec cette erreur : {flaw}. Rien n’est perdu.',
      todo: 'Rechargez la page ; si cela persiste, indiquez cette erreur à {organization}.',
    },
  },
  earlier: 'Les chiffres ci-dessous sont ceux du {at}. Les messages ne peuvent pas être ouverts pour l’instant.',
  much: {
    question: 'Combien des nôtres',
    opened: ['1 message ouvert ou copié', '{n} messages ouverts ou copiés'],
    more: ['1 autre doit être présumé copié', '{n} autres doivent être présumés copiés'],
    copied: ['1 message doit être présumé copié', '{n} messages doivent être présumés copiés'],
    doubt: ['1 message est incertain', '{n} messages sont incertains'],
    none: 'Cette livraison ne contient aucun de vos messages.',
    did: 'Ce que l’intrus a fait',
    messages: 'messages',
    secret: 'avec mot de passe ou clé',
    share: 'part',
    concerned: 'touchés',
    readable: ['1 à lire ici', '{n} à lire ici'],
    bulk: ['1 envoyé en nombre', '{n} envoyés en nombre'],
    held: ['1 retenu par les juristes {de organization}', '{n} retenus par les juristes {de organization}'],
    withheld: ['1 non fourni', '{n} non fournis'],
    differs: 'Vos messages joints à d’autres figurent séparément dans la liste.',
    differsQuoted: 'Vos messages cités ou joints par d’autres figurent séparément dans la liste.',
    quoted: [
      'Compté à part : 1 message écrit chez {organization} cite vos e-mails. Ce qui vient certainement de vous figure dans la liste.',
      'Comptés à part : {n} messages écrits chez {organization} citent vos e-mails. Ce qui vient certainement de vous figure dans la liste.',
    ],
    mentioned: [
      'Compté à part : 1 message vous mentionne seulement, selon {organization} ({kinds}).',
      'Comptés à part : {n} messages vous mentionnent seulement, selon {organization} ({kinds}).',
    ],
    kinds: {
      business: ['1 professionnel', '{n} professionnels'],
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
    asPicture: 'Afficher en graphique',
    from: 'À partir de',
    all: 'tous',
    description:
      '{title} : du {first} au {last}, au plus {most} messages dans l’une des {bars} barres. Le tableau contient tous les chiffres.',
    outside: ['1 message est daté hors de cette période', '{n} messages sont datés hors de cette période'],
    undated: ['1 n’a pas de date', '{n} n’ont pas de date'],
    none: 'Aucun de ces messages n’a de date.',
  },
  which: {
    question: 'Qui parmi nous',
    answer: ['1 adresse', '{n} adresses'],
    one: '{count} : {first}.',
    two: '{count} ; d’abord {first} et {second}.',
    none: 'Aucune de vos adresses ne figure dans ces messages.',
    address: 'adresse',
    opened: 'ouverts',
    copied: 'présumés copiés',
    doubt: 'incertains',
    secrets: 'avec mot de passe ou clé',
    all: ['La seule', 'Les {n}'],
    fewer: 'En afficher moins',
    at: [
      'Chez {organization}, dans la boîte de 1 personne :',
      'Chez {organization}, dans les boîtes de {n} personnes :',
    ],
    unnamed:
      'Les boîtes {de organization} où ils se trouvaient ne sont indiquées que si le message lui-même les nomme.',
  },
  first: {
    question: 'Que faire d’abord',
    distrust: ['méfiez-vous de 1 message', 'méfiez-vous de {n} messages'],
    change: ['changez ce que 1 message révèle', 'changez ce que {n} messages révèlent'],
    changeSecrets: ['changez 1 mot de passe ou clé', 'changez {n} mots de passe et clés'],
    warn: ['prévenez 1 personne', 'prévenez {n} personnes'],
    calm: 'Lisez ce qui a été ouvert.',
    fraud: {
      title: ['1 message venait de l’intrus', '{n} messages venaient de l’intrus'],
      what: ', non du personnel {de organization}. Ne répondez pas, ne payez pas.',
      do: ['Lire 1', 'Lire les {n}'],
    },
    secrets: {
      title: ['Changez 1 mot de passe ou clé.', 'Changez {n} mots de passe et clés.'],
      inMessages: [' 1 message est marqué comme en contenant.', ' {n} messages sont marqués comme en contenant.'],
      done: 'Sur {all} : changés : {rotated} ; pas à vous : {notOurs}.',
      marked: [
        'Changez les mots de passe et les clés dans 1 message.',
        'Changez les mots de passe et les clés dans {n} messages.',
      ],
      what: ' Commencez par ceux des messages ouverts.',
      do: ['Ouvrir 1', 'Ouvrir les {n}'],
    },
    personal: {
      title: [
        'Examinez les données à caractère personnel de 1 message.',
        'Examinez les données à caractère personnel de {n} messages.',
      ],
      what: ' Si vous êtes responsable du traitement de ces données, vous devez peut-être informer les personnes concernées.',
      do: ['Ouvrir 1', 'Ouvrir les {n}'],
    },
    report: {
      title: 'Votre propre déclaration :',
      what: ' votre propre délai de déclaration a pu commencer avec l’avis. Chiffres et textes sont prêts.',
      do: 'Préparer',
    },
    tell: {
      title: ['Prévenez 1 personne.', 'Prévenez {n} personnes.'],
      what: ' Attendez-vous à des e-mails qui citent ces échanges. Le texte est prêt.',
      text: 'Un intrus a eu accès à des boîtes aux lettres chez {organization}. Des e-mails entre cette organisation et nous, du {first} au {last}, sont touchés. Attendez-vous à des messages qui citent ces échanges ou ressemblent à des réponses. Ne suivez pas leurs liens, ne payez pas sur de nouveaux comptes, et vérifiez par téléphone avant d’agir. Notre équipe de sécurité répond à vos questions.',
    },
  },
  unknown: {
    question: 'Ce qu’on ne sait pas',
    cannot: ['1 message dont le journal ne dit rien.', '{n} messages dont le journal ne dit rien.'],
    possible: ['1 message dont l’accès ne peut être exclu.', '{n} messages dont l’accès ne peut être exclu.'],
    nothing: 'Aucun message de cette livraison n’est incertain.',
    undetermined: ['1 dont le journal ne dit rien :', '{n} dont le journal ne dit rien :'],
    doubt: ['1 dont l’accès ne peut être exclu :', '{n} dont l’accès ne peut être exclu :'],
    held: ['1 est retenu par les juristes {de organization}.', '{n} sont retenus par les juristes {de organization}.'],
    withheld: ['1 n’est pas fourni ; demandez pourquoi.', '{n} ne sont pas fournis ; demandez pourquoi.'],
    quoted: [
      'Le reste du message qui vous cite n’est pas fourni : il a été écrit chez {organization} et ne vous a pas été envoyé.',
      'Le reste des {n} messages qui vous citent n’est pas fourni : ils ont été écrits chez {organization} et ne vous ont pas été envoyés.',
    ],
    mentioned: [
      'Le texte du message qui vous mentionne seulement n’est pas fourni : il ne vous a pas été envoyé.',
      'Le texte des {n} messages qui vous mentionnent seulement n’est pas fourni : ils ne vous ont pas été envoyés.',
    ],
    said: '{organization} dit :',
    show: 'Les afficher',
  },
  next: {
    question: 'Quand nous en saurons plus',
    on: 'Le {day}, dans tous les cas.',
    even: 'Même si rien ne change : ici et à vos contacts.',
    past: 'Une mise à jour était annoncée pour le {day}.',
    pastWhat: 'Cette livraison est plus ancienne. Votre dernier avis en dit plus ; {page} montre s’il est authentique.',
    none: 'Cette livraison n’indique aucune date.',
    noneWhat: 'Votre dernier avis en indique peut-être une ; {page} montre s’il est authentique.',
    telephone: 'Questions : {telephone}.',
    page: 'Vérifier un avis : {page}',
  },
  status: { release: 'Livraison {release} du {day}', exposure: 'analyse {n}', log: 'taille du registre {n}' },
  nothing: {
    title: 'Rien à lire pour l’instant',
    gone: 'Plus rien à lire',
    yet: 'Votre inscription est approuvée. {organization} n’a pas encore livré d’e-mails pour votre organisation ; votre avis contient les chiffres et la date. Vérifié le {at}.',
    anymore:
      'La livraison {release} était disponible à votre dernière visite et n’est plus en vigueur. Votre avis indique ce qui vaut maintenant. Vérifié le {at}.',
  },
  progress: {
    papers: 'Vérification des documents : {n} sur {of}',
    log: 'Vérification du registre public',
    index: 'Ouverture de la liste des messages : {n} sur {of}',
  },
  checkAgain: 'Vérifier de nouveau',
  counting: ['Comptage de 1 message', 'Comptage de {n} messages'],
};

const messages: MessagesWords = {
  title: 'Messages',
  search: [
    'Rechercher dans 1 message et son texte, par exemple  from:novak has:secret',
    'Rechercher dans {n} messages et leur texte, par exemple  from:novak has:secret',
  ],
  searchShort: ['Rechercher dans 1 message', 'Rechercher dans {n} messages'],
  searchHelp:
    'Mots, "expressions exactes", -sans. Champs : from: to: cc: with: at: subject: body: file: has:attachment has:secret has:fraud has:bulk has:note has:unopened verdict:accessed after:2001-09-10 before:2001-10',
  flaws: {
    date: '« {piece} » n’est ni un jour, ni un mois, ni une année ; écrivez 2001-09-10, 2001-09 ou 2001. Ce critère a été ignoré.',
    empty: '« {piece} » ne contient aucun terme de recherche. Ce critère a été ignoré.',
    field:
      '« {piece} » n’est pas un champ. Les champs sont from, to, cc, with, at, subject, body, file, has, verdict, after, before. Ce critère a été ignoré.',
    holds: '« {piece} » : les valeurs sont attachment, secret, fraud, bulk, note et unopened. Ce critère a été ignoré.',
    'too-long': 'La recherche est trop longue (2 000 caractères au plus). Elle a été ignorée.',
    unclosed:
      '« {piece} » : les guillemets ne sont pas fermés ; tout ce qui suit est traité comme une seule expression.',
    verdict:
      '« {piece} » n’est pas un verdict. Les verdicts sont accessed, presumed, partial, possible, undetermined. Ce critère a été ignoré.',
    operator:
      '« {piece} » n’est pas pris en charge : tous les mots doivent figurer, et -mot en exclut un. Ce critère a été ignoré.',
    repeated:
      '« {piece} » : un message a un expéditeur, une date et un verdict ; ce champ n’est possible qu’une fois. Ce critère a été ignoré.',
    wildcard:
      '« {piece} » : * n’est pas pris en charge. Un mot trouve aussi les mots plus longs qui le contiennent. Ce critère a été ignoré.',
    wordless: '« {piece} » ne contient ni lettre ni chiffre. Ce critère a été ignoré.',
  },
  all: 'Tous ({n})',
  filters: {
    label: 'Filtres',
    open: 'Filtrer',
    verdict: 'Verdict',
    people: 'Chez nous',
    at: 'Chez {organization}',
    date: 'Date',
    holds: 'Contient',
    way: 'Sens',
    threads: 'Grouper par fil',
    thread: 'Un fil',
    after: 'Du',
    before: 'Au',
    find: 'Rechercher une adresse',
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
    unopened: 'n’a pas pu être ouvert',
    bulk: 'envoi en nombre',
    corrected: 'corrigé',
    personal: 'données à caractère personnel',
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
    'special-category': 'catégorie particulière',
  },
  marks: { fraud: 'fraude', secret: 'secret', personal: 'personnel', bulk: 'en nombre', corrected: 'corrigé' },
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
  notOpenedShort: 'illisible',
  listLabel: ['1 message', '{n} messages'],
  printed: [
    'Un extrait de 1 message : la ligne à l’écran.',
    'Un extrait de {n} messages : les lignes à l’écran. Exportez la liste pour l’imprimer.',
  ],
  shown: 'affichés : {n} sur {of}',
  shownThreads: 'fils : {n}, messages : {messages} sur {of}',
  coverage: {
    everyText: ['recherche faite dans 1 texte', 'recherche faite dans tous les {n} textes'],
    someTexts: ['recherche faite dans {searched} texte sur 1', 'recherche faite dans {searched} textes sur {n}'],
    failed: ['1 n’a pas pu être ouvert', '{n} n’ont pas pu être ouverts'],
    inPart: ['1 n’a été lu qu’en partie', '{n} n’ont été lus qu’en partie'],
    unread: ['1 n’a pas encore été lu', '{n} n’ont pas encore été lus'],
  },
  noMatch: {
    index: ['Aucun message ne correspond. 1 sans le filtre.', 'Aucun message ne correspond. {n} sans le filtre.'],
    everyText: [
      'Aucun message ne correspond : recherche faite dans 1 texte.',
      'Aucun message ne correspond : recherche faite dans tous les {n} textes.',
    ],
    someTexts: ['0 résultat dans {searched} texte sur 1', '0 résultat dans {searched} textes sur {n}'],
    noText: [
      '0 résultat dans les adresses, les objets et les noms de fichiers. La recherche n’a pas encore porté sur 1 texte.',
      '0 résultat dans les adresses, les objets et les noms de fichiers. La recherche n’a pas encore porté sur {n} textes.',
    ],
    unreadNotes: 'Vos notes n’ont pas été lues ; on ignore donc quels messages en ont une.',
    attachments: 'La recherche porte sur les noms des pièces jointes, pas sur leur contenu.',
  },
  bodies: {
    full: 'plus de place pour d’autres textes',
    read: ['Lire 1 texte', 'Lire {n} textes'],
    readHint: 'Chacun est téléchargé et figure dans votre relevé des consultations.',
    stop: 'Arrêter la lecture',
    again: 'Poursuivre la lecture',
    retry: ['Réessayer pour 1 texte', 'Réessayer pour {n} textes'],
    showFailed: [
      'Afficher le message qui n’a pas pu être ouvert',
      'Afficher les {n} messages qui n’ont pas pu être ouverts',
    ],
    stopped: 'La lecture s’est interrompue. {why}',
    resumes: 'Elle reprend dès que la connexion est rétablie.',
  },
  unsure: [
    '1 d’entre eux contient tous les mots de l’expression ; leur ordre n’a pas été vérifié.',
    '{n} d’entre eux contiennent tous les mots de l’expression ; leur ordre n’a pas été vérifié.',
  ],
  emptyRelease: 'Cette livraison ne contient aucun message lisible ici.',
  withoutFilter: 'Tout afficher',
  selected: ['1 sélectionné', '{n} sélectionnés'],
  selectAll: ['Sélectionner le seul affiché', 'Sélectionner les {n} affichés'],
  unselect: 'Annuler la sélection',
  exportAll: ['Exporter 1', 'Exporter {n}'],
  mark: 'Signaler un secret',
  notes: 'Notes',
  position: '{n} sur {of}',
  outside: 'ne figure pas parmi les messages affichés',
  previous: 'Message précédent',
  next: 'Message suivant',
  back: 'Retour à la liste',
  pick: 'Choisissez un message pour le lire ici.',
  keys: { move: 'se déplacer', select: 'sélectionner', search: 'rechercher', export: 'exporter' },
  unreadNotes: 'Les notes n’ont pas pu être lues et ne sont pas prises en compte dans la recherche : {flaw}',
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
  allAddresses: ['Afficher 1 de plus', 'Afficher {n} de plus'],
  fewerAddresses: 'En afficher moins',
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
      'La partie de cette page qui analyse les messages ne s’est pas chargée. Le message est intact ; enregistrez-le, ou rechargez la page.',
    hung: 'L’analyse de ce message prenait trop de temps et a été arrêtée. Le message est intact ; ouvrez la vue brute, ou enregistrez-le.',
    broken: 'Ce message n’a pas pu être analysé. Il est intact ; ouvrez la vue brute, ou enregistrez-le.',
    malformed:
      'Ce message a provoqué une réponse interdite de la partie qui l’analyse. Cette partie a été arrêtée ; rien n’en est sorti. Ouvrez la vue brute, ou enregistrez le message.',
    moved:
      'Ce message a tenté de rediriger la partie qui l’affiche. Cette partie a été arrêtée ; rien n’a été chargé. Ouvrez la vue brute, ou enregistrez le message.',
    closed: 'Le message a été fermé.',
    'too-large': 'Ce message dépasse 96 Mo et n’est pas affiché ici. Il est intact ; enregistrez-le.',
  },
  openAgain: 'Ouvrir de nouveau',
  fraud:
    'L’intrus a écrit ce message. Il ne vient pas de la personne dont il porte le nom : ne faites pas ce qu’il demande, et prévenez quiconque aurait pu y répondre.',
  corrected:
    'Une livraison précédente contenait ce message endommagé. Le voici complet : ne vous fiez pas à ce que vous aviez lu ou enregistré.',
  bulk: 'Marqué par son expéditeur comme liste ou envoi en nombre ; il est compté à part.',
  secretsShown: [
    '1 mot de passe ou clé reconnu et affiché ; il peut y en avoir d’autres',
    '{n} mots de passe ou clés reconnus et affichés ; il peut y en avoir d’autres',
  ],
  secrets: [
    '1 mot de passe ou clé masqué ; il peut y en avoir d’autres',
    '{n} mots de passe ou clés masqués ; il peut y en avoir d’autres',
  ],
  personal:
    '{organization} a trouvé des données à caractère personnel dans ce message : {kinds}. Personne n’a vérifié à qui elles appartiennent.',
  secretMarked:
    'Ce message est marqué comme contenant un mot de passe ou une clé. Aucun n’a été reconnu dans son texte ; vérifiez aussi ses pièces jointes.',
  showSecrets: 'Afficher',
  maskSecrets: 'Masquer de nouveau',
  differs:
    'Le texte brut et la version mise en forme de ce message diffèrent. Les programmes affichent l’un ou l’autre ; consultez les deux.',
  protections: {
    'smime-encrypted': 'Chiffré avec S/MIME. Il reste tel quel : seule la clé de son destinataire l’ouvre.',
    'smime-signed': 'Signé avec S/MIME. La signature reste telle quelle et n’est pas vérifiée ici.',
    'pgp-encrypted': 'Chiffré avec PGP. Il reste tel quel : seule la clé de son destinataire l’ouvre.',
    'pgp-signed': 'Signé avec PGP. La signature reste telle quelle et n’est pas vérifiée ici.',
    tnef: 'Contient une partie au format propre à Outlook (winmail.dat). Elle reste telle quelle et n’est pas analysée ici.',
  },
  notes: {
    'repeated-fields':
      'Des champs qui ne doivent figurer qu’une fois y figurent plusieurs fois ; les programmes divergent sur celui qui compte. Le premier est affiché ; la vue brute les contient tous.',
    'too-many-parts': 'Il a plus de parties que celles affichées ici. Le message enregistré les contient toutes.',
    'too-deep':
      'Ses parties sont imbriquées plus profondément que ce qui est affiché ici. Le message enregistré les contient toutes.',
    'too-many-addresses': 'Il a plus d’adresses que celles affichées ici. La vue brute les contient toutes.',
    'field-too-long': 'Un de ses champs d’en-tête est trop long pour être affiché. La vue brute le contient en entier.',
    'nested-left-out':
      'Il contient des messages joints plus nombreux ou plus imbriqués que ceux affichés ici. Le message enregistré les contient tous.',
    'text-cut': 'Son texte est plus long que ce qui est affiché ici. La vue brute le contient en entier.',
    'formatted-too-large': 'Sa version mise en forme est trop grande pour être affichée ; son texte est affiché.',
  },
  noText: 'Ce message n’a pas de texte qui puisse être affiché.',
  quoted: ['1 ligne citée', '{n} lignes citées'],
  moreLines: ['Afficher 1 ligne de plus', 'Afficher {n} lignes de plus'],
  hiddenCharacter: 'caractère caché {code}',
  formattedTitle: 'Message tel que mis en forme par son expéditeur',
  remote: ['1 élément distant n’a pas été chargé', '{n} éléments distants n’ont pas été chargés'],
  remoteNone: 'Aucun élément distant.',
  remoteKinds: {
    picture: ['1 image', '{n} images'],
    style: ['1 feuille de style', '{n} feuilles de style'],
    font: ['1 police', '{n} polices'],
    frame: ['1 page intégrée', '{n} pages intégrées'],
    media: ['1 fichier audio ou vidéo', '{n} fichiers audio ou vidéo'],
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
    overlay: ['1 superposé à un autre contenu', '{n} superposés à un autre contenu'],
    picture: ['1 image intégrée d’un type peu sûr', '{n} images intégrées de types peu sûrs'],
  },
  links: ['1 lien', '{n} liens'],
  linksInert: 'Les adresses sont affichées comme du texte et ne s’ouvrent pas.',
  furtherLinks: ['et 1 autre lien', 'et {n} autres liens'],
  attachments: ['1 pièce jointe', '{n} pièces jointes'],
  noAttachment: 'Aucune pièce jointe indiquée.',
  attachment: {
    unnamed: 'sans nom',
    save: 'Enregistrer',
    saved: 'Enregistré',
    declared: 'déclarée {declared}',
    digest: 'SHA-256',
    inText: 'affichée dans le texte',
    savedAs: 'enregistrée sous {name}',
    failed: 'n’a pas pu être enregistrée : son empreinte ne correspond pas',
    bytes: ['1 octet', '{n} octets'],
    large: '{n} ko',
  },
  warnings: {
    program: 'un programme : ne le lancez pas',
    active: 'peut exécuter des actions à l’ouverture',
    macros: 'peut contenir des macros, qui sont des programmes',
    archive: 'une archive ; son contenu n’a pas été examiné',
    mismatch: 'son contenu ne correspond pas à son nom ou à ce qu’indique l’expéditeur',
    'hidden-name': 'son nom contient des caractères qui cachent son type',
    'two-endings': 'son nom imite un autre type de fichier',
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
    notActed: 'Aucune réponse ni entrée n’a été faite.',
  },
  nested: 'Message joint : {subject}',
  nestedFiles: 'Joint à celui-ci : {names}',
  raw: {
    label: 'Le message tel qu’il est dans la livraison, ligne par ligne',
    lines: ['1 ligne', '{n} lignes'],
    cut: 'Les 8 premiers Mo sont affichés ; le message enregistré est complet.',
  },
  why: {
    title: 'Pourquoi',
    times: ['1 enregistrement', '{n} enregistrements'],
    moreTimes: ['et 1 de plus', 'et {n} de plus'],
    rule: 'règle {code}',
    copyTitle: 'Vous voyez la copie qui se trouvait dans votre propre boîte aux lettres.',
    copy: 'Omis : les traces des serveurs et les ajouts internes de l’organisation.',
    heldBy: 'Se trouvait dans la boîte de {people}.',
    howWeKnow: 'Comment le savons-nous ?',
  },
  reasons: {
    bind: 'Selon le journal des accès, le logiciel de l’intrus a ouvert ce message.',
    'bind-same-content':
      'Selon le journal des accès, le logiciel de l’intrus a ouvert un message identique dans la même boîte.',
    'bind-ambiguous':
      'Selon le journal des accès, l’intrus a ouvert l’un des messages qui partagent cet identifiant ; rien n’indique lequel.',
    'bind-unattributed':
      'Selon le journal des accès, ce message a été ouvert ; rien n’indique si c’est par le titulaire de la boîte ou par l’intrus.',
    'bind-same-id':
      'L’intrus a ouvert un message de même numéro dans un autre dossier ; d’après le journal, ce n’était pas celui-ci.',
    'bind-elsewhere':
      'Le journal des accès nomme une copie de ce message, dans une boîte qui ne la contient plus, comme ouverte par le programme de l’intrus.',
    'handled-elsewhere':
      'L’intrus a déplacé, supprimé ou modifié une copie de ce message dans une boîte qui ne la contient plus.',
    'lossy-record':
      'Selon le journal des accès, l’intrus a ouvert des messages du dossier qui contenait celui-ci ; la liste de ces messages est incomplète.',
    'folder-listed':
      'L’intrus a affiché la liste du dossier qui contenait ce message, ce qui montre objets, personnes et dates.',
    'folder-listed-unattributed':
      'La liste du dossier qui contenait ce message a été affichée ; rien n’indique si c’est par le titulaire de la boîte ou par l’intrus.',
    export: 'L’intrus a exporté ou consulté des e-mails de la boîte qui contenait ce message.',
    'export-unattributed':
      'Des e-mails de la boîte qui contenait ce message ont été exportés ou consultés ; rien n’indique si c’est par l’intrus.',
    'sync-folder': 'Le logiciel de l’intrus a copié le dossier qui contenait ce message.',
    'sync-hour':
      'Ce message est arrivé dans l’heure qui a suivi la copie de son dossier par l’intrus ; les copies répétées en une heure ne sont pas journalisées.',
    'sync-folder-unknown': 'L’intrus a copié un dossier ; rien n’indique si c’était celui qui contenait ce message.',
    'sync-mailbox':
      'L’intrus a copié un autre dossier de la boîte qui contenait ce message ; toute la boîte est présumée copiée.',
    'sync-other-folder': 'L’intrus a copié un autre dossier de la boîte qui contenait ce message.',
    'sync-unattributed':
      'Le dossier qui contenait ce message a été copié ; rien n’indique si c’est par le titulaire de la boîte ou par l’intrus.',
    throttled:
      'L’intrus était actif dans la boîte pendant que tant de messages étaient ouverts que le journal a cessé de les enregistrer pendant un jour.',
    'gap-unlicensed': gap('la boîte n’était pas couverte par le journal'),
    'gap-audit-off': gap('la journalisation était désactivée'),
    'gap-ingestion-off': gap('aucun journal des accès n’était tenu'),
    'gap-before-retention': gap('les journaux de cette période n’étaient plus conservés'),
    'gap-unsupported': gap('le journal ne peut pas montrer ce genre d’accès'),
    'gap-bypassed': gap('un compte était exempté de journalisation'),
    'gap-lossy': gap('le journal est endommagé ou incomplet'),
    'gap-truncated': gap('seule une copie incomplète du journal était disponible'),
    'gap-late': gap('le journal a été extrait avant que toutes ses entrées dussent y être'),
    'gap-unasserted': gap('personne n’affirme que le journal était tenu'),
    'gap-not-recorded': gap('la boîte était utilisée et aucun accès n’a été enregistré'),
    'app-reach-used':
      'Pendant un temps rien n’a été journalisé, et un programme de l’intrus, alors utilisé, pouvait lire la boîte.',
    'app-reach': 'Pendant un temps rien n’a été journalisé, et un programme de l’intrus pouvait lire la boîte.',
    'delegate-reach': 'Pendant un temps rien n’a été journalisé, et l’intrus avait reçu des droits sur la boîte.',
    forwarding: 'Ce message est arrivé pendant qu’une règle de l’intrus transférait des e-mails hors de la boîte.',
    'forwarding-unattributed':
      'Ce message est arrivé pendant qu’une règle transférait des e-mails hors de la boîte ; rien n’indique si l’intrus l’a créée.',
    'forwarding-unreadable':
      'Ce message est arrivé pendant qu’une règle que l’intrus a créée ou a pu créer était active ; le journal ne dit pas ce qu’elle faisait.',
    'search-hit':
      'L’intrus a cherché, et ce message était parmi les résultats, qui montrent objet, personnes et premiers mots.',
    'search-hit-unattributed':
      'Ce message était parmi les résultats d’une recherche ; rien n’indique si le titulaire de la boîte ou l’intrus a cherché.',
    'search-unread':
      'Une recherche a été faite dans la boîte qui contenait ce message ; le journal ne permet pas de lire ce qui a été cherché.',
    handled: 'L’intrus a déplacé, supprimé ou modifié ce message.',
    'copied-out': 'L’intrus a copié ou déplacé ce message dans une autre boîte.',
    'copied-out-unattributed':
      'Ce message a été copié ou déplacé dans une autre boîte ; rien n’indique si c’est par le titulaire de la boîte ou par l’intrus.',
    'quoted-out': 'L’intrus a envoyé un message qui répond à celui-ci.',
    'quoted-out-unattributed':
      'Un message qui répond à celui-ci a été envoyé ; rien n’indique si c’est par le titulaire de la boîte ou par l’intrus.',
    'intruder-sent': 'L’intrus a envoyé ce message ; il ne vient pas de la personne dont il porte le nom.',
    'after-containment': 'Ce message a été distribué après l’exclusion de l’intrus.',
    'complete-coverage': 'Le journal des accès est complet et ne contient aucune trace de ce message.',
    'coverage-incomplete': 'Le journal des accès ne contient aucune trace de ce message, mais il n’est pas complet.',
    'contained-in': 'Il était joint à un autre message que l’intrus a envoyé, ouvert ou peut-être vu.',
    'no-control':
      'Le journal des accès ne contient aucune trace de ce message, mais rien ne montre qu’il enregistre les accès à cette boîte.',
    'ids-unresolved':
      'Le journal des accès ne contient aucune trace de ce message, mais la plupart des messages qu’il nomme ne sont pas dans la boîte.',
    'date-alone':
      'Seule la date que ce message indique le place hors de portée de l’intrus, et une telle date ne prouve rien à elle seule.',
    'carrier-undetermined': 'Il était joint à un autre message ; on ne peut établir si l’intrus l’a atteint.',
    'linked-after': 'Des accès ultérieurs ont pu atteindre ce message ; on ne peut établir s’ils viennent de l’intrus.',
    'grant-open':
      'Ce message a été remis après l’exclusion de l’intrus, mais rien ne montre qu’une autorisation donnée à l’intrus a été retirée.',
    attached: 'Il était joint à un message interne de l’organisation, dont le reste n’est pas fourni.',
    quoted: 'Il est cité dans un message de l’organisation, dont le reste n’est pas fourni.',
  },
};

const secrets: SecretWords = {
  question: 'Ce qu’il faut changer',
  open: [
    '{n} mot de passe ou clé sur {total} est encore à traiter.',
    '{n} mots de passe et clés sur {total} sont encore à traiter.',
  ],
  allDone: [
    'Le seul mot de passe ou la seule clé de la liste est traité.',
    'Les {n} mots de passe et clés de la liste sont traités.',
  ],
  none: 'La liste ne contient encore aucun mot de passe ni aucune clé.',
  noneHint:
    'Quand vous en trouvez un en lisant, marquez le message, ou ajoutez-le ici. Indiquez à quoi il donne accès, jamais le secret lui-même.',
  progress: 'changés : {rotated}, pas à nous : {notOurs}, à traiter : {open}',
  filter: 'Afficher',
  all: 'Tous',
  statuses: { open: 'À traiter', rotated: 'Changé', 'not-ours': 'Pas à nous' },
  noMatch: 'Aucun des {n} de la liste n’est dans cet état.',
  kinds: { password: 'Mot de passe', key: 'Clé', token: 'Jeton', code: 'Code', account: 'Compte', other: 'Autre' },
  columns: {
    status: 'État',
    secret: 'Mot de passe ou clé',
    used: 'Utilisé pour',
    owner: 'Qui le change',
    act: 'Action',
  },
  marked: 'trouvé par {organization}',
  foundIn: ['trouvé par {organization} dans 1 message', 'trouvé par {organization} dans {n} messages'],
  noLabel: '(sans nom)',
  message: 'Ouvrir le message',
  by: '{author}, {time}',
  you: 'vous',
  acts: {
    rotated: 'Marquer comme changé',
    'not-ours': 'Pas à nous',
    open: 'Remettre à traiter',
    edit: 'Modifier…',
    add: 'Ajouter un mot de passe ou une clé…',
  },
  changed: {
    rotated: '« {label} » est marqué comme changé.',
    'not-ours': '« {label} » est marqué comme pas à nous.',
    open: '« {label} » est de nouveau à traiter.',
  },
  undo: 'Annuler',
  dispute:
    '{n} personnes ont écrit en même temps à ce sujet. Les deux indications restent ; il demeure à traiter tant que l’une l’indique.',
  disputeOne: '{author}, {time} : {status}, {label}',
  settle: 'Trancher…',
  form: {
    addTitle: 'Ajouter un mot de passe ou une clé',
    editTitle: 'Modifier les informations',
    never: 'N’écrivez jamais le secret lui-même : tous les lecteurs voient ce texte.',
    kind: 'Type',
    label: 'Ce que c’est',
    labelHint: 'par exemple : mot de passe SFTP du serveur de règlement',
    used: 'Où il est utilisé',
    usedHint: 'système, adresse, programmes qui le contiennent',
    owner: 'Qui le change',
    ownerHint: 'une personne ou une équipe de votre organisation',
    remark: 'Remarque',
    save: 'Enregistrer pour tous les lecteurs',
    saving: 'Enregistrement…',
    labelMissing: 'Indiquez d’abord ce que c’est.',
  },
  shared: 'Partagé avec les lecteurs {de party}, scellé : ni {organization} ni le portail ne peuvent le lire.',
  unread: [
    '{n} note ne peut être lue : écrite avant votre approbation, ou par quelqu’un sans clé pour cette livraison.',
    '{n} notes ne peuvent être lues : écrites avant votre approbation, ou par quelqu’un sans clé pour cette livraison.',
  ],
  more: ['Afficher 1 de plus', 'Afficher {n} de plus'],
  unreadable: 'Votre liste des mots de passe et des clés n’a pas pu être lue : {flaw}',
  failed: 'Pas enregistré : {flaw}',
  kept: 'Ce que vous avez écrit est encore ici.',
  loading: 'Ouverture des notes',
  lookAgain: 'Actualiser les notes',
  notes: {
    title: 'Notes',
    none: 'Personne n’a écrit sur ce message.',
    unreadable: 'Les notes n’ont pas pu être lues : {flaw}',
    own: 'Votre note',
    ownHint: 'Chacun a sa propre note ; personne ne remplace celle d’un autre.',
    save: 'Enregistrer la note',
    saved: 'Enregistré.',
    remove: 'Supprimer',
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
    'becoming-nominator': 'rôle demandé, {organization} décide',
    unnamed: 'attend votre désignation',
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
        '{organization} communique l’empreinte à tous les contacts {de party} et attend {hours} h. Chaque contact peut s’opposer ; un second peut confirmer et mettre fin à l’attente.',
        'Puis deux personnes {de organization} approuvent. Dès lors cette personne lit tout ce qui est livré à {party}.',
        'Vous pouvez retirer la désignation jusqu’à l’approbation, et révoquer l’accès à tout moment ensuite.',
      ],
      sure: 'Désigner {name}, empreinte {fingerprint}.',
      press: 'Signer et désigner {name}',
      done: '{name} est désigné. {organization} le prend en compte à son prochain appel ; jusqu’à l’approbation, vous pouvez retirer la désignation.',
    },
    withdraw: {
      button: 'Retirer…',
      title: 'Retirer la désignation {de name}',
      happens: [
        'Vous signez que cette personne ne doit pas lire pour {party}.',
        'Si deux personnes {de organization} ont approuvé entre-temps, cela vaut révocation.',
        'Vous pouvez désigner la personne de nouveau.',
      ],
      sure: 'Retirer la désignation {de name}, empreinte {fingerprint}.',
      press: 'Signer et retirer la désignation {de name}',
      done: 'La désignation {de name} est retirée.',
    },
    object: {
      button: 'S’opposer…',
      title: 'S’opposer à {name}',
      happens: [
        'Vous signez que cette personne ne doit pas lire pour {party}.',
        'L’inscription s’arrête, et votre opposition est inscrite au registre. Elle ne reprend que si deux personnes {de organization} signent une décision sur cette opposition précise.',
        'Une opposition ne peut pas être retirée ici ; prévenez {organization} si vous vous êtes trompé.',
      ],
      sure: 'S’opposer à {name}, empreinte {fingerprint}.',
      press: 'Signer et s’opposer à {name}',
      done: 'L’opposition à {name} est envoyée. L’inscription est arrêtée jusqu’à la décision de deux personnes {de organization}.',
    },
    revoke: {
      button: 'Révoquer…',
      title: 'Révoquer l’accès {de name}',
      happens: [
        '{organization} l’exécute à son prochain appel, sans demander d’accord : dès lors, le portail ne fournit plus rien à {name} et met fin à toutes ses sessions.',
        'Les livraisons suivantes sont scellées pour un nouveau coffre dont {name} n’a pas la clé.',
        'Ce {que name} a ouvert ou enregistré reste en sa possession : {opened}.',
        'Pour l’annuler, la personne s’inscrit de nouveau et vous la désignez encore.',
      ],
      sure: 'Révoquer l’accès {de name}, empreinte {fingerprint}.',
      press: 'Signer et révoquer l’accès {de name}',
      done: 'L’accès {de name} est en cours de révocation. La révocation prend effet au prochain appel {de organization}.',
    },
    transfer: {
      button: 'Transmettre à…',
      title: 'Transmettre à {name} le rôle de désignation',
      happens: [
        'Deux personnes {de organization} décident.',
        'Ensuite {name} désigne et révoque, et vous ne faites que lire.',
        'Seul {name} peut vous rendre ce rôle.',
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
        '{organization} l’exécute à son prochain appel ; dès lors, le portail ne vous fournit plus rien.',
        'Vous seul pouvez l’annuler, par une nouvelle inscription. Si vous êtes seul à désigner, transmettez d’abord le rôle.',
      ],
      sure: 'Quitter {party}, empreinte {fingerprint}.',
      press: 'Signer et se retirer',
      done: 'Vous vous retirez. Cela prend effet au prochain appel {de organization}.',
    },
  },
  name: 'Désigner quelqu’un…',
  nameHint:
    'Il faut une personne habilitée à désigner, {hours} h pendant lesquelles vos contacts peuvent s’opposer, et deux personnes {de organization}.',
  typed: {
    label: 'Empreinte, telle que la personne vous la lit au téléphone',
    hint: 'Huit groupes de quatre. La personne la trouve sur son propre écran. Appelez-la à un numéro que vous avez déjà.',
    entered: '{entered} caractères sur 32',
    slip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
    tooLong: 'C’est plus long qu’une empreinte.',
    asking: 'Le portail cherche qui a cette clé…',
    unknown:
      'Aucune personne en attente n’a cette clé. Soit la personne ne s’est pas encore inscrite, soit quelqu’un a échangé la clé entre vous : comparez encore une fois.',
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
    'Aucune personne n’attend d’être désignée. Un nouveau lecteur ouvre cette page sur son propre appareil, s’inscrit et vous lit son empreinte.',
  contested:
    'Deux personnes revendiquent {party} par le DNS en même temps. {organization} n’approuve l’une d’elles que si deux de ses membres donnent une raison. Si l’une vous est inconnue, opposez-vous.',
  unsigned: [
    '{n} document listé par le portail ne porte pas de signature valide et n’est pas affiché. Prévenez {organization}.',
    '{n} documents listés par le portail ne portent pas de signature valide et ne sont pas affichés. Prévenez {organization}.',
  ],
  trail: {
    question: 'Qui a ouvert quoi',
    answer: [
      '{n} consultation depuis le {date} ; enregistrée avant d’être servie.',
      '{n} consultations depuis le {date} ; chacune enregistrée avant d’être servie.',
    ],
    none: 'Le portail n’a encore enregistré aucune consultation.',
    broken:
      'Le relevé des consultations n’est pas cohérent : après l’entrée {n}, des entrées manquent ou ont été modifiées.',
    lost: 'Le relevé des consultations n’est pas celui que vous avez vu : l’entrée {n} est différente ou absente.',
    brokenDo:
      'Le portail a été ramené à un état antérieur, ou il fournit de fausses entrées. Appelez {organization}. Ci-dessous, ce qui peut encore être prouvé.',
    reading: '{n} entrées vérifiées',
    time: 'Heure (UTC)',
    person: 'Personne',
    did: 'Action',
    what: 'Quoi',
    acts: {
      session: 's’est connecté',
      passkey: 'a enregistré une clé d’accès',
      paper: 'a téléchargé des preuves',
      index: 'a téléchargé la liste',
      grant: 'a téléchargé sa propre clé',
      object: 'a ouvert',
      request: 'a signé une demande',
      note: 'a écrit une note',
    },
    messages: ['{n} message', '{n} messages'],
    papers: ['{n} document', '{n} documents'],
    unnamed: 'un message d’une autre livraison',
    all: 'Afficher {n}',
    fewer: 'Afficher moins',
    kept: 'Chaque entrée contient l’empreinte de la précédente. La dernière que vous avez vue est {n}, {hash} ; cet appareil la conserve pour la prochaine fois.',
    keptNone:
      'Ce navigateur ne conserve rien ; le relevé des consultations ne peut donc pas être comparé à votre dernière visite.',
  },
  reviewer: {
    answer: ['{n} clé peut ouvrir cette livraison.', '{n} clés peuvent ouvrir cette livraison.'],
    lead: 'D’après le manifeste signé par deux personnes. Les noms et les consultations sont montrés à la personne qui désigne vos lecteurs.',
    fingerprint: 'Empreinte des clés',
    leaveTitle: 'Vous',
  },
  loading: 'Chargement des droits de lecture',
  failed: 'Les droits de lecture n’ont pas pu être chargés : {flaw}',
  kept: 'Rien n’a été modifié.',
};

const trust: TrustWords = {
  question: 'Pourquoi nous pouvons avoir confiance',
  passed: ['{passed} vérification réussie sur 1', '{passed} vérifications réussies sur {n}'],
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
      facts: { '*': 'Pas encore évalué.' },
      act: 'Comparez l’empreinte avec votre avis et avec le DNS. Si elles diffèrent, quelqu’un d’autre a signé : n’allez pas plus loin et appelez.',
    },
    approvals: {
      passed: 'Deux personnes {de organization} l’ont approuvée',
      open: 'Les approbations de deux personnes',
      refused: 'Deux personnes différentes n’ont pas approuvé exactement ceci',
      fact: '{names} ; les deux signatures sont valides',
      facts: { '*': 'Pas encore évalué.' },
      act: 'Ce que le portail a fourni n’est pas ce qui a été approuvé. Appelez {organization} et indiquez la livraison.',
    },
    release: {
      passed: 'La livraison est dans le registre public',
      open: 'La livraison dans le registre public',
      refused: 'Le registre ne prouve pas cette livraison',
      fact: 'La livraison {release} est l’entrée {entry} sur {size} de {origin}, preuve d’inclusion valide',
      facts: { '*': 'Pas encore évalué.' },
      act: 'Les documents de la livraison sont altérés, ou elle n’a jamais été inscrite. Appelez {organization} ; n’en ouvrez rien.',
    },
    log: {
      passed: 'Le registre n’a jamais été réécrit',
      open: 'La continuité du registre',
      refused: 'Ce registre n’est pas la suite de celui de votre avis',
      fact: '{from} (connu de vous) → {to} (maintenant), preuve de cohérence valide',
      facts: {
        first:
          '{size} entrées. Aucun état antérieur à comparer : la taille et la racine indiquées dans votre avis n’ont pas été saisies à l’inscription. Dès maintenant, cet appareil connaît cet état.',
        '*': 'Pas encore évalué.',
      },
      act: 'Quelqu’un vous montre un autre registre que celui de votre avis. Conservez l’avis, n’allez pas plus loin et appelez.',
    },
    app: {
      passed: 'Cette application est celle publiée',
      open: 'L’authenticité de cette application',
      refused: 'Les fichiers de cette application ne sont pas ceux publiés',
      fact: 'empreinte {digest}, {files} fichiers, entrée {entry} du registre',
      facts: {
        checking: 'Comparaison des fichiers.',
        'not-logged':
          'Empreinte {digest}. Les fichiers concordent avec leur liste ; la preuve du registre n’est pas encore disponible, ou aucune livraison ouverte n’indique la clé du registre.',
        silent: 'Le site n’a pas fourni les fichiers à comparer.',
        '*': 'Pas encore évalué.',
      },
      act: '{what} diffère. Déconnectez-vous, utilisez candor open, et prévenez {organization}.',
    },
    whole: {
      passed: 'Rien ne vous est caché',
      open: 'Si le portail fournit tout',
      refused: 'Le portail ne fournit pas tout',
      fact: 'La livraison {release} est la plus récente annoncée et n’est pas antérieure à la dernière vue ; les {messages} messages y figurent tous',
      facts: { '*': 'Pas encore évalué.' },
      act: 'Une livraison annoncée manque, est plus ancienne que ce que vous avez vu, ou ne fait pas suite à la précédente. Appelez {organization}.',
    },
  },
  checkAgain: 'Vérifier de nouveau',
  saveProofs: 'Enregistrer les preuves',
  proofsHint:
    'Manifeste, approbations, clés et preuve du registre : ils permettent à chacun de vérifier ceci sans nous.',
  more: 'Vérifier sans cette page',
  fingerprint: {
    title: 'Votre empreinte',
    hint: 'Lisez-la à un collègue au téléphone. Elle couvre vos deux clés.',
  },
  otherKeys: {
    title: 'Les clés de l’organisation ont-elles changé ?',
    lead: 'Si c’est le cas, {organization} l’annonce dans un avis plus récent et dans le DNS. Saisissez l’empreinte qui s’y trouve, ou celle qu’on vous donne à un numéro que vous aviez déjà. Elle n’est pas affichée ici, pour que personne ne puisse la suggérer en chemin. Ce que vous avez vu du registre reste valable : les nouvelles clés doivent en donner la suite.',
    label: 'Empreinte des clés de l’organisation',
    entered: '{entered} caractères sur 32',
    slip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
    tooLong: 'Plus de 32 caractères.',
    accept: 'Faire confiance à ces clés désormais',
  },
  compare: {
    title: 'Comparer par d’autres moyens',
    lead: 'Chacun de ces moyens doit montrer la même empreinte : {keySet}.',
    leadUnopened: 'Chacun de ces moyens doit montrer la même empreinte.',
    dns: 'Interrogez le DNS :',
    telephone:
      'Appelez {organization} à un numéro que vous avez déjà. Le sien est {telephone} ; comparez-le avec une autre source.',
    noTelephone: 'Appelez {organization} à un numéro que vous avez déjà.',
    notice: 'Consultez votre avis, et vérifiez-le sur {page}.',
  },
  offline: {
    title: 'Ne vous fiez pas uniquement à cette page',
    lead: 'Un serveur web compromis pourrait vous montrer une fausse application. L’ouverture hors ligne n’a besoin ni de serveur ni de page : elle fait les mêmes vérifications avant d’ouvrir quoi que ce soit.',
    steps: [
      'Enregistrez votre fichier de clés. Il est chiffré avec une phrase secrète que vous choisissez.',
      'Enregistrez la livraison scellée. C’est ce que détient le portail ; rien ne s’y ouvre sans clé.',
      'Procurez-vous Candor auprès d’une source que vous connaissez, et non par cette page, pour une machine sans réseau.',
      'Ouvrez la livraison avec l’empreinte imprimée dans votre avis :',
    ],
    passphrase: 'Phrase secrète du fichier de clés',
    passphraseHint:
      'Au moins sept mots que personne ne peut deviner. Elle est demandée à l’ouverture du fichier et n’est conservée nulle part.',
    saveKey: 'Enregistrer le fichier de clés',
    keySaved: 'Le fichier de clés est enregistré. Conservez-le ailleurs que la phrase secrète.',
    saveRelease: 'Enregistrer la livraison scellée',
    byHand: 'À la main, avec seulement tar, sha256sum et age :',
  },
  ask: {
    title: 'Poser une question ou contester un chiffre',
    lead: 'Un chiffre contesté est enregistré, reçoit une réponse et peut mener à une rectification. Indiquez le chiffre, votre propre décompte et ce qui le justifie.',
    ways: [
      'Répondez à l’avis : la réponse parvient aux personnes qui l’ont rédigé.',
      'Ou appelez, et donnez le code de l’avis.',
      'N’envoyez ni contenu d’e-mail ni mot de passe.',
    ],
    dispute: {
      label: 'Le chiffre, votre décompte et ce qui le justifie',
      hint: 'Un paragraphe. {organization} le lit, le conserve tel quel dans son registre et répond. À lui seul, il ne change aucun chiffre.',
      send: 'Signer et envoyer à {organization}',
      done: 'Envoyé. {organization} le reçoit à son prochain appel et répond par l’adresse de l’avis ou par téléphone.',
      tooLong: 'Au plus {n} caractères ; le reste peut être dit par téléphone.',
    },
    telephone: 'Téléphone : {telephone}',
    report: 'Faux avis : {report}',
  },
  guide: { show: 'Lire le guide : deux pages', hide: 'Fermer le guide' },
};

const report: PackWords = {
  question: 'Votre propre déclaration',
  answer: 'Ce {que party} peut déclarer, avec la preuve de chaque chiffre.',
  lead: 'Des textes pour vos propres obligations, remplis avec les chiffres de cette livraison. Ils énoncent des faits ; vous décidez s’il faut déclarer, à qui et quand. Rien n’est envoyé.',
  regimes: {
    neutral: 'Les faits, sans formulaire',
    'gdpr-33': 'RGPD, article 33 : autorité de contrôle',
    'gdpr-34': 'RGPD, article 34 : personnes concernées',
    nis2: 'NIS2, article 23',
  },
  chooseText: 'Texte pour',
  toldLabel: 'Quand l’avis vous est-il parvenu ? (UTC)',
  toldHint:
    'Cette date figure dans votre boîte aux lettres, non dans la livraison. Sans elle, le texte garde un blanc.',
  textTitle: 'Texte à reprendre',
  gapHint: 'Vous seul connaissez les informations entre crochets. Chaque chiffre mène à ses messages.',
  copyText: 'Copier le texte',
  copied: 'Copié',
  download: 'Enregistrer le dossier (.zip)',
  downloading: 'Préparation du dossier',
  downloadHint:
    'Les quatre textes en pages sans script, les tableaux en CSV et JSON, le manifeste signé et ses preuves.',
  print: 'Imprimer',
  unknown: 'inconnu ici',
  figuresTitle: 'Les chiffres et leur origine',
  figureColumns: ['Chiffre', 'Valeur', 'Messages correspondants'],
  figures: {
    organization: 'Organisation victime de l’intrusion (manifeste signé)',
    incident: 'Nom qu’elle donne à l’incident (manifeste signé)',
    party: 'Organisation ou personne avertie (manifeste signé)',
    domains: 'Domaines que vous avez prouvés (manifeste signé)',
    concerned: 'Messages touchés : lisibles + en nombre + retenus + non fournis (manifeste signé)',
    readable: 'Messages que vous pouvez lire (manifeste signé)',
    bulk: 'Listes et envois en nombre, comptés à part (manifeste signé)',
    held: 'Retenus pour examen juridique ou pour une raison technique (manifeste signé)',
    withheld: 'Non fournis, définitivement (manifeste signé)',
    quoted:
      'Messages écrits dans l’organisation qui citent vos e-mails, comptés à part ; leur propre texte n’est pas fourni (manifeste signé)',
    mentioned:
      'Messages qui vous mentionnent seulement, selon l’organisation, comptés à part ; leur texte n’est pas fourni (manifeste signé)',
    mentionedBusiness: 'Dont : professionnels (manifeste signé)',
    mentionedPersonal: 'Dont : sur des personnes (manifeste signé)',
    mentionedSecret: 'Dont : avec un secret (manifeste signé)',
    objects: 'Messages de cette livraison, comptés sur cet appareil',
    accessed: 'Ouverts ou copiés par le logiciel de l’intrus, comptés sur cet appareil',
    presumed: 'Présumés copiés, comptés sur cet appareil',
    partial: 'Vus en partie, comptés sur cet appareil',
    possible: 'Accès non exclu, comptés sur cet appareil',
    undetermined: 'Le journal ne dit rien, comptés sur cet appareil',
    fraud: 'Envoyés par l’intrus, comptés sur cet appareil',
    secret: 'Marqués par l’organisation comme contenant un secret, comptés sur cet appareil',
    personal: 'Marqués par l’organisation comme contenant des données à caractère personnel, comptés sur cet appareil',
    attached: 'Avec au moins une pièce jointe, comptés sur cet appareil',
    files: 'Pièces jointes, comptées sur cet appareil',
    people: 'Adresses de vos domaines dans De, À ou Copie, chacune une fois, comptées sur cet appareil',
    custodians: 'Adresses de l’organisation dont les boîtes les contenaient, si les messages les nomment',
    writtenFirst: 'Date du message le plus ancien (son en-tête)',
    writtenLast: 'Date du message le plus récent (son en-tête)',
    windowFrom: 'Période d’accès de l’intrus aux boîtes de l’organisation, selon elle : début',
    windowTo: 'Période d’accès de l’intrus aux boîtes de l’organisation, selon elle : fin',
    recordedFirst: 'Première entrée de journal à l’appui d’un verdict',
    recordedLast: 'Dernière entrée de journal à l’appui d’un verdict',
    secretsOpen: 'Secrets de votre liste encore à traiter',
    secretsRotated: 'Secrets de votre liste changés',
    secretsNotOurs: 'Secrets de votre liste qui ne sont pas à vous',
    unknownSaid: 'Ce que l’organisation dit ne pas savoir',
    told: 'Date d’arrivée de l’avis, selon vous',
    release: 'Numéro de la livraison (manifeste signé)',
    releasedAt: 'Heure de la livraison (manifeste signé)',
    exposure: 'Version de l’analyse de l’organisation (manifeste signé)',
    approvers: 'Personnes de l’organisation dont les signatures sont valides, vérifiées sur cet appareil',
    keySet: 'Empreinte des clés de l’organisation : celle de votre avis',
    logOrigin: 'Registre public',
    logPosition: 'Entrée de la livraison, prouvée sur cet appareil',
    logSize: 'Nombre d’entrées au moment de la preuve',
    manifest: 'SHA-256 du manifeste signé',
  },
  showMessages: 'afficher',
  peopleTitle: 'Qui parmi nous',
  custodiansTitle: 'Titulaires des boîtes chez {organization}',
  addressColumns: ['Adresse', 'messages'],
  typesTitle: 'Pièces jointes par contenu',
  typeColumns: ['Type', 'fichiers'],
  foundTitle: 'Ce qu’une recherche de l’organisation y a trouvé',
  foundColumns: ['Type', 'messages', 'valeurs distinctes', 'dont certaines', 'confirmées par une personne'],
  doubtsTitle: 'Pourquoi certains sont incertains',
  doubtColumns: ['Raison', 'messages'],
  noDoubts: 'Aucun message de cette livraison n’est incertain.',
  further: ['et {n} de plus', 'et {n} de plus'],
  tellingsTitle: 'Ce qui nous a été communiqué, et quand',
  tellingColumns: ['Quoi', 'Quand', 'Preuve'],
  toldNotice: 'Avis',
  toldRelease: 'Livraison {release}, messages à lire : {n}',
  madeAt: 'Établi le {time} d’après la livraison {release}.',
  madeFrom: 'Compté sur l’appareil du lecteur, d’après des messages {que organization} a livrés et signés.',
  filesTitle: 'Fichiers',
};

const HAPPENED =
  'Entre le {windowFrom} et le {windowTo}, un intrus a eu accès à des boîtes aux lettres {de organization} et aux e-mails qu’elles contenaient. Les entrées du journal d’accès {de organization} relatives à nos e-mails datent d’entre le {recordedFirst} et le {recordedLast}.';

const FIGURES = [
  'E-mails touchés entre {domains} et {organization} : {concerned}. Ils ont été écrits entre le {writtenFirst} et le {writtenLast}. Parmi ceux que nous pouvons lire nous-mêmes :',
  '- ouverts ou copiés par le logiciel de l’intrus : {accessed}',
  '- présumés copiés : {presumed}',
  '- vus en partie : {partial}',
  '- accès non exclu : {possible}',
  '- le journal ne dit rien : {undetermined}',
];

const UNKNOWN = [
  'Messages dont le journal ne dit rien : {undetermined}. Messages dont l’accès ne peut être exclu : {possible}.',
  'Messages que les juristes {de organization} retiennent : {held} ; non fournis, définitivement : {withheld}. Nous ne savons pas ce qu’il en est de ces messages.',
  '? Non compris dans les chiffres ci-dessus, messages écrits chez {organization} qui citent nos e-mails : {quoted}. Le reste de leur contenu ne nous est pas fourni, parce qu’ils ne nous ont pas été envoyés.',
  '? Non compris dans les chiffres ci-dessus, messages qui nous mentionnent seulement, selon {organization} : {mentioned} (professionnels {mentionedBusiness}, sur des personnes {mentionedPersonal}, avec un secret {mentionedSecret}). Leur texte ne nous est pas fourni, parce qu’ils ne nous ont pas été envoyés.',
  'Selon les termes {de organization} : {unknownSaid}',
  'On ne sait pas si des copies ont été transmises à d’autres.',
];

const PROOF =
  'La livraison {release} du {releasedAt} (version {exposure} de l’analyse) a été approuvée par {approvers} chez {organization}. C’est l’entrée {logPosition} sur {logSize} du registre {logOrigin} ; SHA-256 de son manifeste : {manifest}. Empreinte des clés de l’organisation : {keySet}.';

const reportTexts: PackTemplates = {
  neutral: {
    title: 'Nos e-mails volés chez {organization}',
    source: 'Les faits, sans formulaire : pour la direction, les assureurs, les clients, les auditeurs',
    parts: [
      { heading: 'Ce qui s’est passé', paragraphs: [HAPPENED, '{organization} nous en a informés le {told}.'] },
      { heading: 'Combien des nôtres', paragraphs: FIGURES },
      {
        heading: 'Personnes et données qui y figurent',
        paragraphs: [
          'Nos adresses qui y figurent : {people}. Adresses {de organization} dont les boîtes les contenaient : {custodians}.',
          'Messages avec pièces jointes : {attached} ; fichiers joints : {files}. Messages marqués comme contenant un secret : {secret}. Messages marqués comme contenant des données à caractère personnel : {personal}. Messages envoyés par l’intrus lui-même : {fraud}. Listes et envois en nombre : {bulk}.',
          'Types de données à caractère personnel présentes : [ce que vous avez trouvé en lisant].',
        ],
      },
      {
        heading: 'Ce qui a été fait',
        paragraphs: [
          'Mots de passe et clés trouvés dans ces messages et changés : {secretsRotated} ; pas encore changés : {secretsOpen} ; pas à nous : {secretsNotOurs}.',
          '[autres mesures, avec les dates]',
        ],
      },
      { heading: 'Ce qu’on ne sait pas', paragraphs: UNKNOWN },
      { heading: 'Fondement de ces informations', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Violation de données à caractère personnel : nos e-mails chez {organization}',
    source: 'Points de l’article 33, paragraphe 3, du règlement (UE) 2016/679',
    parts: [
      {
        heading: 'Nature de la violation, article 33, paragraphe 3, point a)',
        paragraphs: [
          'Violation de la confidentialité. Elle a eu lieu chez {organization}. Dans nos propres systèmes : [ce que vous avez examiné et trouvé].',
          HAPPENED,
          ...FIGURES,
          'Catégories de personnes concernées : [par exemple salariés, clients, candidats]. Nombre approximatif de personnes concernées : [nombre] ; nos adresses dans les messages : {people}.',
          'Catégories de données à caractère personnel : [par exemple coordonnées, contrats, comptes bancaires, catégories particulières]. Messages avec pièces jointes : {attached} ; fichiers joints : {files}. Messages marqués comme contenant un secret : {secret}. Messages marqués comme contenant des données à caractère personnel : {personal}.',
        ],
      },
      {
        heading: 'Contact, article 33, paragraphe 3, point b)',
        paragraphs: ['[nom du délégué à la protection des données ou d’un autre contact, adresse, téléphone]'],
      },
      {
        heading: 'Conséquences probables, article 33, paragraphe 3, point c)',
        paragraphs: [
          'Des e-mails qui citent de vrais échanges et demandent des paiements ou des mots de passe ; l’usage des mots de passe et des clés figurant dans les messages, pas encore changés : {secretsOpen}. Messages que l’intrus a envoyés au nom d’autres personnes : {fraud}.',
          '[autres conséquences liées au contenu des messages]',
        ],
      },
      {
        heading: 'Mesures, article 33, paragraphe 3, point d)',
        paragraphs: [
          'Mots de passe et clés changés : {secretsRotated} ; pas à nous : {secretsNotOurs} ; pas encore changés : {secretsOpen}.',
          '[communication aux personnes concernées, autres mesures, avec les dates]',
        ],
      },
      {
        heading: 'Date de prise de connaissance et points encore inconnus, article 33, paragraphes 1 et 4',
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
          'Quelqu’un s’est introduit dans des boîtes aux lettres {de organization}, avec qui nous échangeons des e-mails. Elles contenaient des e-mails entre nous et {organization}, écrits entre le {writtenFirst} et le {writtenLast}. [Lesquels vous concernent.]',
          'E-mails ouverts ou copiés : {accessed}. Présumés copiés : {presumed}. Vus en partie : {partial}. Dont l’accès ne peut être exclu : {possible}. Dont rien ne peut être dit : {undetermined}.',
        ],
      },
      {
        heading: 'Ce que cela signifie pour vous',
        paragraphs: [
          'Une personne qui détient ces e-mails peut vous écrire en se faisant passer pour nous et citer ce qui a vraiment été écrit. [Vos données qui y figurent.]',
        ],
      },
      {
        heading: 'Ce que nous avons fait',
        paragraphs: ['Mots de passe et clés des e-mails que nous avons changés : {secretsRotated}. [Autres mesures.]'],
      },
      {
        heading: 'Ce que vous pouvez faire',
        paragraphs: [
          'Ne répondez à aucun e-mail qui demande un paiement, un mot de passe ou annonce un nouveau compte bancaire, même s’il cite un échange antérieur. Appelez-nous à un numéro que vous avez déjà.',
          'Si vous nous avez envoyé un mot de passe par e-mail, changez-le partout où vous l’utilisez.',
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
  lead: 'Chaque message est enregistré octet pour octet comme avec candor open.',
  chooseKind: 'Comme',
  kinds: {
    mbox: { name: 'mbox', hint: 'un fichier que les logiciels de messagerie importent' },
    'eml-zip': { name: 'EML dans un zip', hint: 'un fichier par message, avec un tableau' },
    csv: { name: 'CSV', hint: 'uniquement le tableau, pour un tableur ; sans le texte des messages' },
    json: { name: 'JSON', hint: 'uniquement le tableau, pour un programme ; sans le texte des messages' },
  },
  recorded:
    'Chaque message téléchargé à cet effet figure dans le relevé des consultations, que lit la personne qui désigne vos lecteurs.',
  unsealed:
    'Le fichier n’est pas chiffré. Protégez-le comme les e-mails eux-mêmes. Les mots de passe et les clés y figurent en clair.',
  save: ['Enregistrer {n} message', 'Enregistrer {n} messages'],
  saving: '{done} sur {n}',
  cancel: 'Arrêter',
  cancelled: 'Arrêté. Aucun fichier n’a été enregistré.',
  failed: 'Pas enregistré : {flaw} Aucun fichier partiel ne reste ; réessayez.',
  done: ['{n} message enregistré, {bytes} octets.', '{n} messages enregistrés, {bytes} octets.'],
  digest: 'SHA-256 du fichier',
  missing: [
    '{n} message n’a pas pu être ouvert et n’y figure pas : endommagé ou absent sur le portail. Son identifiant est ci-dessous.',
    '{n} messages n’ont pas pu être ouverts et n’y figurent pas : endommagés ou absents sur le portail. Leurs identifiants sont ci-dessous.',
  ],
  nothing: '0 message dans la liste : il n’y a rien à enregistrer.',
  open: 'Enregistrer…',
  diskFull: 'Le disque ou le navigateur a refusé le fichier.',
};

const files: FilesWords = {
  question: 'Fichiers de cet appareil',
  title: 'Ouvrez un fichier de clés pour lire sans le portail ou pour lui associer une clé d’accès.',
  lead: 'Les deux fichiers sont lus sur cet appareil et ne sont envoyés nulle part.',
  keyFile: 'Votre fichier de clés',
  passphrase: 'Sa phrase secrète',
  passphraseHint: 'Laissez vide si le fichier n’en a pas.',
  keySet: 'Empreinte des clés de l’organisation',
  keySetHint: 'Imprimée dans votre avis : {entered} caractères sur 32',
  keySetSlip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
  read: 'Lire une livraison depuis le disque',
  readLead:
    'Les mêmes vérifications qu’avec le portail, sauf deux : rien n’indique si le registre public a continué depuis, ni s’il existe une livraison plus récente.',
  release: 'La livraison (release.candor)',
  open: 'Vérifier et ouvrir',
  opening: 'Vérification …',
  passkey: 'Enregistrer une clé d’accès pour ces clés',
  passkeyLead:
    'Pour des clés créées par un programme, ou quand la clé d’accès et la clé de secours sont toutes deux perdues. L’organisation doit avoir approuvé ces clés auparavant.',
  take: 'Continuer avec ces clés',
  taking: 'Un instant …',
  missing: 'Choisissez d’abord le fichier de clés et saisissez l’empreinte entière.',
  recovery: 'Votre nouvelle clé de secours',
  recoveryLead:
    'Elle n’est affichée qu’une fois. Elle déverrouille vos clés quand la clé d’accès ne le peut pas. Notez-la sur papier, puis saisissez-la ici.',
  typeBack: 'La clé de secours, telle que vous l’avez notée',
  wrong: 'Cela ne correspond pas à la clé affichée. Comparez avec votre note.',
  make: 'Créer une clé d’accès',
  done: 'La clé d’accès est enregistrée. Toutes les sessions antérieures sont terminées.',
  signIn: 'Se connecter',
  needsPortal:
    'Cette livraison a été ouverte depuis le disque. Le travail commun de votre organisation se trouve sur le portail.',
  leave: 'Verrouiller les clés et se connecter',
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
