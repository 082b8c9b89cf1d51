import { answers, says, type VisitorMessage } from '../visitor-message.ts';
import { dial, wordings } from './wordings.ts';

export const french: readonly VisitorMessage[] = [
  says(
    "Bonjour, je cherche un électricien pour refaire le tableau d'une maison de 110 m². Mon budget est d'environ 2 500 € et j'aimerais que ce soit fait avant fin mars. Merci, Claire Dumontier, 06 39 98 12 40",
    {
      name: 'Claire Dumontier',
      phone: dial('06 39 98 12 40'),
      need: wordings(
        "[un ]électricien[ pour refaire le tableau d'une maison de 110 m²]",
        "refaire le tableau[ d'une maison de 110 m²]",
      ),
      budget: wordings("[d'][environ ]2 500 €"),
      timeline: wordings('[avant ]fin mars'),
    },
  ),
  says('Vous êtes ouverts le 11 novembre ?'),
  says(
    "Je m'appelle Bastien et j'ai besoin d'un devis pour la traduction d'un site (environ 40 pages). C'est ma directrice qui décide.",
    {
      name: 'Bastien',
      need: wordings(
        "[un ][devis pour ]la traduction d'un site[ (environ 40 pages)]",
        "d'un devis pour la traduction d'un site[ (environ 40 pages)]",
      ),
      authority: wordings("[c'est ][ma ]directrice[ qui décide]"),
    },
  ),
  says('Est-ce que le canapé à 890 € existe en vert ?'),
  says(
    'Responsable achats chez Lumifer SARL, je souhaite recevoir vos tarifs pour 300 chaises de bureau, livraison au plus tard le 15 avril. h.benali@lumifer.example',
    {
      email: 'h.benali@lumifer.example',
      company: ['Lumifer SARL', 'Lumifer'],
      jobTitle: wordings('responsable achats'),
      need: wordings('[recevoir ][vos tarifs pour ]300 chaises de bureau'),
      timeline: wordings('[livraison ][au plus tard ][le ]15 avril'),
    },
  ),
  says('Merci beaucoup, bonne journée'),
  says("urgent!! fuite d'eau sous l'évier, pouvez vous passer aujourd'hui? 01 99 00 47 31", {
    phone: dial('01 99 00 47 31'),
    need: wordings("fuite d'eau[ sous l'évier]"),
    timeline: wordings("aujourd'hui", 'urgent'),
  }),
  answers("Moi c'est Océane Le Goff, oceane.legoff@example.fr", {
    name: 'Océane Le Goff',
    email: 'oceane.legoff@example.fr',
  }),
  says(
    "On voudrait changer toutes les fenêtres, 9 en tout. On peut mettre entre 8000 et 10000 euros. Rien ne presse, d'ici l'été ça ira. Ma femme et moi décidons ensemble.",
    {
      need: wordings('[changer ]toutes les fenêtres[, 9 en tout]'),
      budget: wordings('[entre ]8000 et 10000 euros'),
      authority: wordings('ma femme et moi[ décidons ensemble]'),
      timeline: wordings("[rien ne presse, ]d'ici l'été[ ça ira]"),
    },
  ),
  says("Je n'arrive pas à me connecter à mon espace client depuis mardi."),
  says(
    "Bonsoir, ici le Dr Amrani du cabinet Les Tilleuls. Il nous faudrait une fontaine à eau pour la salle d'attente. Rappelez-moi au +33 1 99 00 26 85 svp.",
    {
      name: ['Dr Amrani', 'Amrani'],
      phone: dial('+33 1 99 00 26 85'),
      company: wordings('[cabinet ]Les Tilleuls'),
      need: wordings("[une ]fontaine à eau[ pour la salle d'attente]"),
    },
  ),
  says("j'ai payé 45 euros ma dernière coupe, c'est toujours le même prix ?"),
];

export const spanish: readonly VisitorMessage[] = [
  says(
    'Hola, buenas. Necesito un presupuesto para pintar un piso de 80 metros. Puedo gastar hasta 1.500 euros. Soy Marisol Vega, mi móvil es 612 345 678.',
    {
      name: 'Marisol Vega',
      phone: dial('612 345 678'),
      need: wordings('[un ][presupuesto para ]pintar un piso de 80 metros'),
      budget: wordings('[hasta ]1.500 euros'),
    },
  ),
  says('¿Tienen aparcamiento?'),
  says(
    'Buenos días, me llamo Fermín Zabala y soy el gerente de Conservas Arriluze. Buscamos una agencia para rediseñar las etiquetas antes de la feria de mayo. La decisión la tomo yo. fermin@arriluze.example',
    {
      name: 'Fermín Zabala',
      email: 'fermin@arriluze.example',
      company: 'Conservas Arriluze',
      jobTitle: wordings('gerente'),
      need: wordings('[una agencia para ]rediseñar las etiquetas', '[una ]agencia'),
      authority: wordings('la decisión la tomo yo'),
      timeline: wordings('antes de la feria de mayo'),
    },
  ),
  says('La lámpara de 120 € que compré el 3 de octubre ha llegado rota.'),
  says('quiero cita con el fisio, lo antes posible porfa, me duele mucho el hombro', {
    need: wordings('[una ]cita[ con el fisio]', 'me duele mucho el hombro'),
    timeline: wordings('lo antes posible'),
  }),
  says('Gracias, lo pensaré.'),
  answers('Lucía, lucia.ferrer@example.es', { name: ['Lucía', 'Lucía Ferrer'], email: 'lucia.ferrer@example.es' }),
  answers('¿para qué lo quieres saber?'),
  says(
    'Somos dos socios y decidimos entre los dos. Nos interesa un software de reservas para nuestro hostal, con unos 60 euros al mes como máximo. Queremos empezar en enero.',
    {
      need: wordings('[un ]software de reservas[ para nuestro hostal]'),
      budget: wordings('[unos ]60 euros al mes[ como máximo]'),
      authority: wordings('[somos ][dos socios y ]decidimos entre los dos', '[somos ]dos socios'),
      timeline: wordings('[empezar ][en ]enero'),
    },
  ),
  says('Llámenme al +52 55 1234 5678, soy Itzel. Es por el curso de barista de los sábados.', {
    name: 'Itzel',
    phone: dial('+52 55 1234 5678'),
    need: wordings('[el ]curso de barista[ de los sábados]'),
  }),
  says('Mi jefe tiene que dar el visto bueno. ¿Cuánto saldría limpiar una oficina de 200 m2 dos veces por semana?', {
    need: wordings('limpiar una oficina[ de 200 m2][ dos veces por semana]'),
    authority: wordings('mi jefe[ tiene que dar el visto bueno]'),
  }),
  says('¿El precio de 35 euros incluye el IVA?'),
];

export const german: readonly VisitorMessage[] = [
  says(
    'Guten Tag, wir suchen einen Steuerberater für unsere kleine GmbH (Tischlerei Brandl GmbH, 8 Mitarbeiter). Ab Januar wäre ideal. Viele Grüße, Korbinian Brandl, 089 99998 234',
    {
      name: 'Korbinian Brandl',
      phone: dial('089 99998 234'),
      company: ['Tischlerei Brandl GmbH', 'Tischlerei Brandl'],
      need: wordings('[einen ]Steuerberater[ für unsere kleine GmbH]'),
      timeline: wordings('[ab ]Januar'),
    },
  ),
  says('Haben Sie am Samstag geöffnet?'),
  says(
    'Mein Name ist Heike Sommer. Ich brauche neue Fliesen im Bad, ca. 12 qm, höchstens 1.800 Euro mit Verlegen. Bis Ostern sollte alles fertig sein.',
    {
      name: 'Heike Sommer',
      need: wordings('neue Fliesen[ im Bad][, ca. 12 qm]'),
      budget: wordings('[höchstens ]1.800 Euro[ mit Verlegen]'),
      timeline: wordings('bis Ostern'),
    },
  ),
  says('Die Rechnung über 249 € vom 2.10. ist doppelt abgebucht worden'),
  says(
    'Ich bin Einkaufsleiterin bei der Nordwerk AG und brauche ein Angebot für 50 Laptoptaschen mit Logo. Entscheiden tut am Ende der Vorstand. s.petersen@nordwerk.example',
    {
      email: 's.petersen@nordwerk.example',
      company: ['Nordwerk AG', 'Nordwerk'],
      jobTitle: 'Einkaufsleiterin',
      need: wordings('[ein ][Angebot für ]50 Laptoptaschen[ mit Logo]'),
      authority: wordings('entscheiden tut am Ende der Vorstand', '[der ]Vorstand'),
    },
  ),
  says('danke, hat sich erledigt'),
  answers('Jürgen Weiß, juergen.weiss@example.de', { name: 'Jürgen Weiß', email: 'juergen.weiss@example.de' }),
  answers('Muss ich das angeben?'),
  says(
    'Was kostet ein Umzug von Köln nach Bremen, 3 Zimmer, am 1. März? Wir hatten so an 1500 bis 2000 Euro gedacht. Rückruf bitte an 0171 3920042, Familie Özdemir',
    {
      name: ['Familie Özdemir', 'Özdemir'],
      phone: dial('0171 3920042'),
      need: wordings('[ein ]Umzug von Köln nach Bremen[, 3 Zimmer]'),
      budget: wordings('[so an ]1500 bis 2000 Euro'),
      timeline: wordings('[am ]1. März'),
    },
  ),
  says('dringend! heizung ausgefallen, kleinkind im haus. tel 030 23125 871', {
    phone: dial('030 23125 871'),
    need: wordings('heizung ausgefallen[, kleinkind im haus]'),
    timeline: wordings('dringend'),
  }),
  says(
    'Mein Mann und ich möchten im Herbst eine Küche planen lassen, entscheiden tun wir das zusammen. Ihre Ausstellung war toll, nur die Küche für 24.000 ist nichts für uns.',
    {
      need: wordings('[eine ]Küche[ planen lassen]'),
      authority: wordings('mein Mann und ich', '[mein Mann und ich, ]entscheiden tun wir das zusammen'),
      timeline: wordings('[im ]Herbst'),
    },
  ),
  says('Ich heiße übrigens Kurz, nicht Kunz :)', { name: 'Kurz' }),
];
