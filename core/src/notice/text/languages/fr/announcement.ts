import type { AnnouncementPhrases } from '../announcement-phrases.ts';

// Spaces before colons and inside guillemets are non-breaking (U+00A0), those before semicolons narrow ones (U+202F).
export const frenchAnnouncement: AnnouncementPhrases = {
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
