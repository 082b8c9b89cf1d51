import type { Talk } from './talk.ts';

export const spanishTalks: readonly Talk[] = [
  {
    language: 'es',
    tellsName: true,
    turns: [
      ['visitor', 'Hola, queremos reformar la cocina de nuestro piso en {city}. ¿Hacen visitas a domicilio?'],
      ['takes over'],
      ['team', 'Hola {first}, soy Tomás. Sí, la visita y las medidas son gratuitas.'],
      ['visitor', 'Estupendo. Mi correo es {email}'],
      ['team', 'Gracias. ¿Le viene bien el martes por la tarde?'],
      ['visitor', 'El martes a las cinco, perfecto.'],
      ['team', 'Apuntado. Le mando la confirmación hoy mismo.'],
      ['closes'],
    ],
  },
  {
    language: 'es',
    tellsName: true,
    turns: [
      ['visitor', '¿Cuánto cuesta cambiar solo los frentes y los tiradores?'],
      ['visitor', 'Me pueden escribir a {email}'],
      ['takes over'],
      ['team', 'Hola {first}, para una cocina de ocho módulos son unos 2.900 $, con montaje.'],
      ['visitor', 'Me parece bien, lo hablo en casa y les digo algo.'],
      ['team', 'Claro, sin prisa. Aquí estamos para cualquier duda.'],
      ['hands back'],
    ],
  },
  {
    language: 'es',
    tellsName: true,
    turns: [
      ['visitor', 'Buenas tardes, tengo un restaurante pequeño y necesito una barra nueva.'],
      ['visitor', 'Mi correo es {email} y mi teléfono {phone}'],
      ['takes over'],
      ['team', 'Buenas tardes {first}. Trabajamos con acero y madera; mañana le llamo con dos propuestas.'],
      ['visitor', 'De acuerdo, gracias.'],
      ['closes'],
    ],
  },
  {
    language: 'es',
    tellsName: true,
    turns: [['visitor', 'Gracias, ya encontré lo que buscaba.'], ['closes']],
  },
];

/** Asked a while ago, and nobody has answered yet. */
export const spanishNow: Talk = {
  language: 'es',
  tellsName: true,
  turns: [
    ['visitor', 'Hola, mi pedido llega el lunes y necesito cambiar el color de la encimera. Mi correo: {email}'],
    ['visitor', '¿Es posible todavía?'],
  ],
};
