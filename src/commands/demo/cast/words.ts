import type { Language } from './team.ts';

type Words = Readonly<Record<Language, readonly string[]>>;

export const firstMails: Words = {
  en: [
    'Sent the catalogue and two free dates.',
    'Thanked for the request, asked for a floor plan.',
    'Sent prices of the series line.',
  ],
  fr: ['Envoyé le catalogue et deux dates.', 'Remercié de la demande, demandé un plan de la pièce.'],
  es: ['Enviado el catálogo y dos fechas.', 'Pedido un plano de la cocina.'],
};

export const calls: Words = {
  en: [
    'Nobody picked up, left a message.',
    'Talked for ten minutes; wants to see samples.',
    'Prefers to be called after five.',
  ],
  fr: ['Message laissé sur le répondeur.', 'Dix minutes au téléphone, veut voir des échantillons.'],
  es: ['No contesta, mensaje en el buzón.', 'Diez minutos de llamada, quiere ver muestras.'],
};

export const impressions: Words = {
  en: ['Friendly, but in a hurry: write rather than call.', 'Knows exactly what it should look like.'],
  fr: ['Pressée, préfère les courriels.', 'A déjà une idée très précise.'],
  es: ['Con prisa, prefiere el correo.', 'Tiene las ideas muy claras.'],
};

export const replies: Words = {
  en: [
    'Thanks for the quick answer! Saturday would suit us best.',
    'Looks good. Is the oak worktop in stock?',
    'We are comparing three offers, yours is the friendliest so far.',
    'Please call me after 5 pm.',
  ],
  fr: [
    'Merci pour votre réponse rapide ! Samedi nous conviendrait.',
    'Est-ce que le plan de travail en chêne est disponible ?',
    'Nous comparons encore deux offres.',
  ],
  es: [
    '¡Gracias por responder tan rápido! El sábado nos viene bien.',
    '¿Tienen la encimera de roble en existencias?',
    'Estamos comparando dos presupuestos.',
  ],
};

export const notes: Words = {
  en: [
    'Measured: 4.2 × 3.1 m, sink has to move to the window side. Wants quartz.',
    'Decides together with the landlord. Budget is firm, date is not.',
    'Loves the walnut fronts, unsure about handles. Bring samples.',
    'Access through the garden only; the fitters need two hours more.',
  ],
  fr: [
    'Mesures prises : 3,8 × 2,9 m. Souhaite un îlot, pas de meubles hauts.',
    'Décide avec sa sœur. Budget ferme, date souple.',
    'Aime le chêne clair ; prévoir des échantillons.',
  ],
  es: [
    'Medidas tomadas: 3,5 × 2,8 m. Quiere encimera de cuarzo.',
    'Decide con su socio. Presupuesto cerrado, fecha abierta.',
    'Le gusta el roble claro; llevar muestras.',
  ],
};

export const losses: Words = {
  en: ['Chose another offer, $1,800 cheaper.', 'The house sale fell through.', 'No answer to three calls.'],
  fr: ['A choisi une autre offre, moins chère.', 'Projet reporté à l’an prochain.'],
  es: ['Ha elegido otra oferta más barata.', 'Aplazan la reforma un año.'],
};
