import type { TrustWords } from '../trust-words.ts';

export const french: TrustWords = {
  question: 'Pourquoi nous pouvons nous y fier',
  passed: ['{n} vérification réussie', '{n} vérifications réussies'],
  passedOf: '{passed}, {time}',
  refused: 'Une vérification a échoué. Rien de cette publication n’a été ouvert.',
  unanswered: 'Non vérifié : {flaw}',
  checking: 'Vérification',
  checkedHere: 'Vérifié sur cet appareil avant tout déchiffrement.',
  checks: {
    keys: {
      passed: 'Les clés sont celles de votre notification',
      open: 'Les clés de l’organisation',
      refused: 'Les clés ne sont pas celles de votre notification',
      fact: '{keySet}',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Comparez l’empreinte avec votre notification et avec le DNS. Si elles diffèrent, quelqu’un d’autre a signé : n’allez pas plus loin et appelez.',
    },
    approvals: {
      passed: 'Deux personnes de {organization} l’ont approuvée',
      open: 'Les approbations de deux personnes',
      refused: 'Deux personnes différentes n’ont pas approuvé exactement ceci',
      fact: '{names} ; les deux signatures sont valides',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Ce que le portail a donné n’est pas ce qui fut approuvé. Appelez {organization} et nommez la publication.',
    },
    release: {
      passed: 'La publication est dans le journal public',
      open: 'La publication dans le journal public',
      refused: 'Le journal ne prouve pas cette publication',
      fact: 'La publication {release} est l’entrée {entry} sur {size} de {origin}, preuve d’inclusion valide',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Les papiers de la publication sont altérés, ou elle n’a jamais été inscrite. Appelez {organization} ; n’en ouvrez rien.',
    },
    log: {
      passed: 'Le journal n’est jamais revenu en arrière',
      open: 'Si le journal continue',
      refused: 'Ce journal ne continue pas celui de votre notification',
      fact: '{from} (connu de vous) → {to} (maintenant), preuve de cohérence valide',
      facts: {
        first:
          '{size} entrées. Rien d’antérieur à comparer : la taille et la racine de votre notification n’ont pas été saisies à l’inscription. Dès maintenant cet appareil connaît celui-ci.',
        '*': 'Pas encore jugé.',
      },
      act: 'Quelqu’un vous montre une autre histoire que votre notification. Gardez-la, n’allez pas plus loin et appelez.',
    },
    app: {
      passed: 'Cette application est celle qui est publiée',
      open: 'Si cette application est celle qui est publiée',
      refused: 'Les fichiers de cette application ne sont pas ceux qui sont publiés',
      fact: 'empreinte {digest}, {files} fichiers, entrée {entry} du journal',
      facts: {
        checking: 'Comparaison des fichiers.',
        'not-logged':
          'Empreinte {digest}. Les fichiers concordent avec leur liste ; la preuve du journal n’est pas encore là, ou rien d’ouvert ne nomme la clé du journal.',
        silent: 'Le site n’a pas donné les fichiers à comparer.',
        '*': 'Pas encore jugé.',
      },
      act: '{what} diffère. Déconnectez-vous, utilisez candor open, et dites-le à {organization}.',
    },
    whole: {
      passed: 'Rien ne vous est retenu',
      open: 'Si le portail donne tout',
      refused: 'Le portail ne donne pas tout',
      fact: 'La publication {release} est la plus récente nommée et n’est pas plus ancienne que la dernière vue ; les {messages} messages y figurent tous',
      facts: { '*': 'Pas encore jugé.' },
      act: 'Une publication nommée manque, est plus ancienne que ce que vous avez vu, ou ne suit pas la précédente. Appelez {organization}.',
    },
  },
  checkAgain: 'Vérifier encore',
  saveProofs: 'Enregistrer les preuves',
  proofsHint: 'Manifeste, approbations, clés et preuve du journal : avec eux, chacun peut vérifier ceci sans nous.',
  more: 'Vérifier sans cette page',
  fingerprint: {
    title: 'Votre empreinte',
    hint: 'Lisez-la à un collègue au téléphone. Elle couvre vos deux clés.',
  },
  compare: {
    title: 'Comparer par d’autres voies',
    lead: 'Chacune doit montrer la même empreinte, {keySet}.',
    dns: 'Interrogez le DNS :',
    telephone:
      'Appelez {organization} à un numéro que vous avez déjà. Le sien est {telephone} ; comparez-le à une source à vous.',
    noTelephone: 'Appelez {organization} à un numéro que vous avez déjà.',
    notice: 'Regardez votre notification, et vérifiez-la sur {page}.',
  },
  offline: {
    title: 'Ne vous fiez pas à cette page seule',
    lead: 'Un serveur web volé pourrait vous montrer une fausse application. L’ouverture hors ligne n’a besoin ni de serveur ni de page : elle fait les mêmes vérifications avant d’ouvrir quoi que ce soit.',
    steps: [
      'Enregistrez votre fichier de clés. Il est scellé par une phrase secrète à vous.',
      'Enregistrez la publication scellée. C’est ce que le portail détient ; rien n’y ouvre sans clé.',
      'Procurez-vous Candor par une source à vous, non par cette page, sur une machine sans réseau.',
      'Ouvrez-la avec l’empreinte imprimée dans votre notification :',
    ],
    passphrase: 'Phrase secrète du fichier de clés',
    passphraseHint:
      'Sept mots ou plus que personne ne devine. Elle est demandée à l’ouverture du fichier et n’est gardée nulle part.',
    saveKey: 'Enregistrer le fichier de clés',
    keySaved: 'Le fichier de clés est enregistré. Gardez-le ailleurs que la phrase secrète.',
    saveRelease: 'Enregistrer la publication scellée',
    byHand: 'À la main, avec tar, sha256sum et age seuls :',
  },
  ask: {
    title: 'Poser une question ou contester un chiffre',
    lead: 'Un chiffre contesté est enregistré, reçoit une réponse, et peut mener à une rectification. Dites quel chiffre, ce que vous comptez, et sur quoi vous vous fondez.',
    ways: [
      'Répondez à la notification : son adresse de réponse atteint ceux qui l’ont écrite.',
      'Ou appelez, et donnez le code de la notification.',
      'N’envoyez ni contenu de courriel ni mot de passe.',
    ],
    telephone: 'Téléphone : {telephone}',
    report: 'Fausses notifications : {report}',
  },
  guide: { show: 'Lire le guide : deux pages', hide: 'Fermer le guide' },
};
