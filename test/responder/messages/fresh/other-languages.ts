import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { number, wordings } from './wordings.ts';

export const french: readonly VisitorMessage[] = [
  says(
    "Bonjour, je souhaiterais un devis pour la rénovation d'une salle de bain (6 m²). Notre budget est de 8 000 € et les travaux devraient être finis avant fin juin. Cordialement, Hélène Marchand, 06 39 98 12 44",
    {
      name: 'Hélène Marchand',
      phone: number('06 39 98 12 44'),
      budget: '8 000 €',
      need: wordings("[[un ]devis pour ][la ]rénovation d'une salle de bain[ (6 m²)]"),
      timeline: wordings('[avant ][la ]fin juin'),
    },
  ),
  says('Vous êtes ouverts le 11 novembre ?'),
  says(
    "je m'appelle Yanis et je cherche un appart T2 à louer près de la gare à partir de septembre, 650 euros max. yanis.b@example.fr",
    {
      name: 'Yanis',
      email: 'yanis.b@example.fr',
      budget: wordings('650 euros[ max]'),
      need: wordings('[un ]appart T2[ à louer][ près de la gare]'),
      timeline: wordings('[à partir de ]septembre'),
    },
  ),
  says("Ma commande 20114587 n'est toujours pas arrivée, c'est inadmissible."),
  says(
    'Responsable achats chez Verrerie du Lac, je recherche un fournisseur de cartons pour le printemps. La décision revient à mon directeur. Merci de me rappeler au 01 99 00 57 31. Claire Dumont',
    {
      name: 'Claire Dumont',
      phone: number('01 99 00 57 31'),
      company: 'Verrerie du Lac',
      jobTitle: wordings('Responsable achats', 'responsable achats'),
      authority: wordings('[[La décision revient à ]mon ]directeur'),
      need: wordings('[un ]fournisseur de cartons'),
      timeline: wordings('[pour ][le ]printemps'),
    },
  ),
  answers("Oui, c'est Bastien Leroy de l'Atelier Noisette", {
    name: 'Bastien Leroy',
    company: wordings("[l']Atelier Noisette"),
  }),
  says(
    'Bonjour, cours de guitare pour ado de 13 ans, le mercredi si possible, dès la rentrée. Combien ça coûte ? Mme Fabre',
    {
      name: wordings('[Mme ]Fabre'),
      need: wordings('cours de guitare[ pour ado[ de 13 ans[, le mercredi si possible]]]'),
      timeline: wordings('[dès ]la rentrée'),
    },
  ),
];

export const spanish: readonly VisitorMessage[] = [
  says(
    'Hola, soy Marta Iglesias, directora de la clínica Dental Ribera. Necesitamos una página web nueva antes de marzo. Tenemos unos 3.000 euros. marta@dentalribera.example',
    {
      name: 'Marta Iglesias',
      email: 'marta@dentalribera.example',
      company: wordings('[[la ]clínica ]Dental Ribera'),
      jobTitle: 'directora',
      budget: wordings('[unos ]3.000 euros'),
      need: wordings('[una ]página web nueva'),
      timeline: wordings('[antes de ]marzo'),
    },
  ),
  says('¿Tenéis aparcamiento?'),
  says('Gracias por todo, quedó genial la cocina!!'),
  says(
    'buenas, quería alquilar una furgoneta para una mudanza el sábado 14, como mucho 90 euros. mi tlf 612 34 56 78. Rubén',
    {
      name: 'Rubén',
      phone: number('612 34 56 78'),
      budget: wordings('[como mucho ]90 euros'),
      need: wordings('[alquilar ][una ]furgoneta[ para una mudanza]'),
      timeline: wordings('[el ]sábado 14'),
    },
  ),
  says(
    'Busco clases de inglés para mi empresa, Talleres Quiroga, somos 12. Quien decide es mi socio Andrés. Me gustaría empezar en enero.',
    {
      company: 'Talleres Quiroga',
      authority: wordings('[[Quien decide es ]mi ]socio Andrés', 'mi socio', 'Andrés'),
      need: wordings('clases de inglés[ para mi empresa]'),
      timeline: wordings('[[empezar ]en ]enero'),
    },
  ),
  says('El pedido 5589231 llegó roto y nadie contesta al teléfono desde el 3 de mayo'),
  answers('me llamo Paula, paula.vidal@example.es', { name: 'Paula', email: 'paula.vidal@example.es' }),
];

export const german: readonly VisitorMessage[] = [
  says(
    'Guten Tag, wir suchen für unsere Praxis eine neue Reinigungsfirma ab 1. April, dreimal pro Woche. Budget ca. 600 Euro im Monat. Die Entscheidung trifft Frau Dr. Kessler. Mit freundlichen Grüßen Anja Brückner, Praxismanagerin',
    {
      name: 'Anja Brückner',
      jobTitle: 'Praxismanagerin',
      budget: wordings('[ca. ]600 Euro[ im Monat]'),
      authority: wordings('[Die Entscheidung trifft ][Frau ]Dr. Kessler'),
      need: wordings('[für unsere Praxis ][eine ]neue Reinigungsfirma', 'Reinigungsfirma'),
      timeline: wordings('[ab ]1. April'),
    },
  ),
  says('Wann habt ihr samstags auf?'),
  says(
    'Hallo, ich heiße Timo Wegener und brauche bis Ende der Woche ein Ersatzdisplay für mein Handy. Tel. 0171 3920045',
    {
      name: 'Timo Wegener',
      phone: number('0171 3920045'),
      need: wordings('[ein ]Ersatzdisplay[ für mein Handy]'),
      timeline: wordings('[bis ]Ende der Woche'),
    },
  ),
  says('Die Rechnung Nr. 2025-1187 über 430 € habe ich schon am 5. Oktober bezahlt!'),
  says(
    'Moin, würde gern einen Kombi mieten, 12.-19. Juli, mehr als 350 Euro sind nicht drin. Gruß Svenja (svenja.p@example.de)',
    {
      name: 'Svenja',
      email: 'svenja.p@example.de',
      budget: wordings('350 Euro', 'mehr als 350 Euro sind nicht drin'),
      need: wordings('[einen ]Kombi[ mieten]'),
      timeline: wordings('12.-19. Juli'),
    },
  ),
  answers('Holger Stamm, Firma Stamm Metallbau GmbH', {
    name: 'Holger Stamm',
    company: wordings('[Firma ]Stamm Metallbau[ GmbH]'),
  }),
];
