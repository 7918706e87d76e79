import type { Phrases } from '../phrases.ts';

/** The answers, each with what it means. */
export const headlines: Phrases['headlines'] = {
  issued: {
    label: 'À moitié vérifié : le code est authentique, le texte inconnu',
    title: 'Émis pour {domain} le {time}. Texte pas encore comparé.',
    lead: 'Un vrai code peut être copié dans un faux message. Comparez le texte avant d’agir, d’appeler un numéro ou d’ouvrir une adresse qu’il contient.',
  },
  genuine: {
    label: 'Authentique',
    title: '{organization} a émis cet avis pour {domain}, et son texte est inchangé.',
    lead: 'Émis le {time}.',
  },
  added: {
    label: 'Inchangé, avec des ajouts',
    title: 'Notre texte est entier, mais quelqu’un y a ajouté quelque chose.',
    lead: 'Émis pour {domain} le {time}. Les listes et les passerelles ajoutent des lignes ; les faussaires aussi. Elles ne sont pas de nous : ne suivez rien de ce qu’elles disent.',
  },
  superseded: {
    label: 'Remplacé',
    title: '{organization} a remplacé cet avis le {later}.',
    lead: 'Son texte est celui que nous avons émis pour {domain} le {time}, mais ses chiffres ne valent plus. Cherchez l’avis du {later} ; il a son propre code.',
  },
  incomplete: {
    label: 'Inchangé, pas entièrement prouvé',
    title: 'Le texte est celui émis, mais une partie de la preuve manque.',
    lead: 'Émis pour {domain} le {time}. Réessayez dans une heure ; d’ici là, interrogez le DNS ou appelez-nous avant d’agir.',
  },
  old: {
    label: 'Inchangé, validité inconnue',
    title: 'Le texte est celui émis. On ne sait pas s’il vaut encore.',
    lead: 'Émis pour {domain} le {time}. Les fichiers de cette page sont du {built} : ce qui a été retiré ou remplacé depuis n’y figure pas. Appelez-nous à un numéro que vous connaissez avant d’agir.',
  },
  changed: {
    label: 'Texte modifié',
    title: 'Ce n’est pas ce que nous avons émis. N’agissez pas.',
    lead: 'Le code est authentique et a été émis pour {domain} le {time}, mais {differences}. Quelqu’un a mis un vrai code dans un message modifié.',
  },
  rewritten: {
    label: 'Réécrit en chemin',
    title: 'Les mots sont les nôtres, mais votre messagerie a réécrit le message.',
    lead: 'Émis pour {domain} le {time}. Les liens ou la mise en page de votre copie ne sont pas de nous. Suivez le texte émis ci-dessous, pas un lien de votre copie.',
  },
  'words-alone': {
    label: 'Mots comparés',
    title: 'Les mots sont ceux que nous avons émis. L’expéditeur et les liens n’ont pas été comparés.',
    lead: 'Émis pour {domain} le {time}. Déposez le fichier du message pour vérifier son expéditeur et ses liens.',
  },
  inside: {
    label: 'Dans un autre message',
    title: 'Quelqu’un d’autre a envoyé ce message. Notre avis se trouve dedans.',
    lead: 'L’expéditeur est {from}, l’objet est « {subject} ». Seul le texte émis ci-dessous est de nous.',
  },
  'not-the-notice': {
    label: 'Un autre message',
    title: 'Ce fichier n’est pas l’avis.',
    lead: 'Nous avons émis ce code pour {domain} le {time}, mais votre fichier est un autre message. Déposez l’avis lui-même, ou lisez le texte émis ci-dessous.',
  },
  'pasted-not-the-notice': {
    label: 'Un autre texte',
    title: 'Ce texte n’est pas l’avis.',
    lead: 'Nous avons émis ce code pour {domain} le {time}, mais vous avez collé un autre texte. Collez l’avis en entier, ou lisez le texte émis ci-dessous.',
  },
  withdrawn: {
    label: 'Retiré',
    title: '{organization} a retiré cet avis le {later}.',
    lead: 'Ce qu’il dit ne vaut pas, quel que soit le texte de votre copie.',
  },
  'other-domain': {
    label: 'Émis pour un autre domaine',
    title: 'Ce code n’a pas été émis pour {typed}.',
    lead: 'Un avis vaut pour un domaine. Soit vous l’avez reçu à une autre adresse, soit quelqu’un vous a envoyé l’avis d’un autre.',
  },
  unknown: {
    label: 'Code inconnu',
    title: 'Nous n’avons émis aucun avis avec ce code.',
    lead: 'Le code est bien formé, mais aucun avis ne le porte dans les fichiers de réponse du {built}. Un avis plus récent apparaît avec les suivants. Comparez-le encore une fois avec votre message.',
  },
  unproved: {
    label: 'La preuve ne tient pas',
    title: 'Les fichiers de cette page se contredisent. N’agissez pas d’après l’avis.',
    lead: 'Une signature ou une preuve est fausse. C’est une erreur de notre part, ou quelqu’un a modifié des fichiers de ce site.',
  },
  failed: {
    label: 'Sans réponse',
    title: 'Pas de réponse. Cela ne dit rien de votre avis.',
    lead: 'Les fichiers de réponse n’ont pas été chargés. Rien de ce que vous avez saisi n’est perdu.',
  },
  'old-browser': {
    label: 'Sans réponse',
    title: 'Ce navigateur ne sait pas vérifier les signatures. Cela ne dit rien de votre avis.',
    lead: 'Il est trop ancien, ou la page n’est pas venue par https. Prenez un navigateur plus récent ou une autre voie.',
  },
};
