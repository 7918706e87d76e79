import type { ComparedPhrases } from '../verify/compared-phrases.ts';

export const compared: ComparedPhrases = {
  notes: {
    quoted: 'Les marques de citation (>) en début de ligne n’ont pas été prises en compte.',
    'subject-tag': 'Devant l’objet se trouve « {tag} » ; votre messagerie ou une liste l’y a peut-être mis.',
    'recipient-name':
      '« {name} » figure à côté de votre adresse. Votre carnet d’adresses ou votre messagerie a ajouté ce nom, pas nous.',
    'own-list': 'Votre liste de diffusion figure comme expéditeur : {list}',
    signature:
      'Le message se trouve dans une signature numérique qui n’est pas la nôtre. Nous n’avons pas vérifié de qui elle est.',
    'links-replaced':
      '{gateway} a remplacé des liens par les siens. On ne peut pas lire où ils mènent : suivez le texte émis ici.',
    pixel: 'Une image d’un pixel a été ajoutée. La charger apprend à quelqu’un que vous avez ouvert le message.',
    detectors:
      'Un logiciel d’Apple a rendu des dates ou des lieux cliquables. Ils ouvrent quelque chose sur votre appareil, pas une page.',
    'passed-fields': 'Des messageries ont ajouté ces champs, que les logiciels n’affichent pas : {fields}',
    'html-missing': 'Votre copie n’a que le texte brut ; la forme mise en page manque.',
    'text-missing': 'Votre copie n’a que la forme mise en page ; le texte brut manque.',
    'html-rewritten': 'Un logiciel a réécrit la mise en page. Les mots sont les mêmes, et aucun n’est caché.',
    'links-made':
      'Un logiciel a rendu des adresses cliquables. Elles mènent à l’adresse indiquée ; notre avis n’a pas de liens.',
    'through-list': 'Il est passé par une liste de diffusion.',
    'saved-as-text':
      'Un logiciel de messagerie l’a enregistré en texte. La date et la mise en page n’ont pas été comparées.',
    'gateway-links': 'Une passerelle a placé sa propre adresse devant des liens. Ils mènent à l’adresse indiquée.',
    'unknown-field': 'L’en-tête contient un champ que nous ne connaissons pas : {field}',
    'words-alone': 'Seuls les mots ont été comparés, pas l’expéditeur, l’objet, la date ni les liens.',
  },
  outlook: {
    compared: 'Comparé dans le fichier Outlook : {places}.',
    notCompared: 'Non comparé dans le fichier Outlook : {places}.',
    places: {
      header: 'l’en-tête tel qu’arrivé',
      sender: 'expéditeur',
      recipients: 'destinataires',
      'reply-to': 'l’adresse de réponse',
      subject: 'objet',
      date: 'date',
      kind: 'le type de message',
      text: 'texte brut',
      html: 'texte mis en forme (HTML)',
      rtf: 'texte mis en forme (RTF)',
      'signed-part': 'la partie signée',
    },
  },
  flaws: {
    header: 'Une ligne d’un en-tête n’est pas un champ : {detail}',
    part: 'Une partie se décrit d’une façon que les logiciels lisent différemment : {detail}',
    boundary: 'Les lignes entre les parties peuvent se lire de plusieurs façons : {detail}',
    outside: 'Des mots se trouvent hors de toute partie, et certains logiciels les affichent : {detail}',
    encoding: 'Une partie est codée d’une façon que les logiciels lisent différemment : {detail}',
    markup: 'Le HTML contient un élément que les navigateurs ignorent et que d’autres logiciels affichent : {detail}',
  },
  natures: {
    figure: 'un autre chiffre',
    address: 'une autre adresse ou un autre numéro',
    'look-alike': 'des lettres qui se ressemblent seulement',
    invisible: 'des caractères invisibles',
    direction: 'du texte au sens inversé',
    missing: 'des mots manquent',
    added: 'des mots ont été ajoutés',
    words: 'd’autres mots',
    sender: 'un autre expéditeur',
    'reply-address': 'les réponses vont à une autre adresse',
    date: 'une autre date',
    'repeated-field': 'un champ est en double',
    attachment: 'une pièce jointe ; nos avis n’en ont pas',
    'extra-part': 'une partie de plus, que certains logiciels montrent à la place',
    'hidden-words': 'la mise en page cache ou remplace des mots',
    'active-element': 'un élément actif, qui fait plus qu’afficher des mots',
    'link-target': 'un lien qui mène à une autre adresse que celle affichée',
    'remote-content': 'un contenu qui serait chargé depuis le réseau',
  },
};
