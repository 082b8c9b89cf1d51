import type { Talk } from './talk.ts';

export const frenchTalks: readonly Talk[] = [
  {
    language: 'fr',
    tellsName: true,
    turns: [
      ['visitor', 'Bonjour, nous refaisons notre cuisine à {city} au printemps. Quels sont vos délais ?'],
      ['takes over'],
      ['team', 'Bonjour {first}, ici Inès. Comptez six à huit semaines entre les mesures et la pose.'],
      ['visitor', 'Parfait. Voici mon adresse : {email}'],
      ['team', 'Merci ! Je vous propose une prise de mesures jeudi à 10 h.'],
      ['visitor', 'Jeudi me convient très bien, merci.'],
      ['closes'],
    ],
  },
  {
    language: 'fr',
    tellsName: true,
    turns: [
      ['visitor', 'Bonjour, livrez-vous aussi à {city} ?'],
      ['takes over'],
      ['team', 'Oui, nous livrons et posons dans toute la région, sans supplément.'],
      ['visitor', 'Très bien. Vous pouvez m’écrire à {email} ou m’appeler au {phone}.'],
      ['team', 'C’est noté. Je vous envoie notre catalogue cet après-midi.'],
      ['hands back'],
    ],
  },
  {
    language: 'fr',
    tellsName: true,
    turns: [
      ['visitor', 'Je voudrais un devis pour un îlot en chêne, environ 2,4 m sur 1 m.'],
      ['visitor', 'Mon courriel : {email}'],
      ['takes over'],
      ['team', 'Bonjour {first}, un îlot de cette taille se situe entre 4 800 $ et 6 200 $, pose comprise.'],
      ['visitor', 'C’est dans notre budget. Merci beaucoup !'],
      ['closes'],
    ],
  },
  {
    language: 'fr',
    tellsName: true,
    turns: [
      ['visitor', 'Bonsoir, une porte de mon armoire ne ferme plus depuis la pose.'],
      ['visitor', 'La commande est au nom de {name}, {email}.'],
      ['takes over'],
      ['team', 'Bonsoir {first}, toutes mes excuses. Un technicien passera demain matin, sans frais.'],
      ['visitor', 'Super, merci de votre rapidité.'],
      ['closes'],
    ],
  },
  { language: 'fr', tellsName: true, turns: [['visitor', 'Merci, je regarde seulement.'], ['closes']] },
];

/** Asked a while ago, and nobody has answered yet. */
export const frenchNow: Talk = {
  language: 'fr',
  tellsName: true,
  turns: [
    ['visitor', 'Bonjour, je suis {name} ({email}). Est-ce que votre salle d’exposition est ouverte le samedi ?'],
  ],
};
