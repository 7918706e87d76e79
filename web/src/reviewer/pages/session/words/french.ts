import type { SessionWords } from './session-words.ts';

export const french: SessionWords = {
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
