import { wordSet } from './words.ts';

/**
 * What people write where a name was asked for, or where a name could stand, that is none: greetings, refusals, wishes, topics,
 * labels of forms. A few are names too; whoever bears one alone is asked for it by a person.
 */
export const neverAnswers = wordSet(`
  aloha bonjour buenas buenos bye ciao day evening goodbye greetings guten hallo hej hola hoi hullo howdy merhaba moin morgen
  morning namaste ola olá privet salaam salam salut servus sup tag welcome yo привет здравствуйте 你好 您好 こんにちは 안녕하세요 مرحبا
  aha alright ah agreed cool da dunno duh eh exactly fine haha hahaha hehe hm hmm hmmm idk jaja kidding lmao lol maybe meh naw
  nah nay nein no non nono nope ne nothing oh oi ok okay okey omg oui perhaps please pls plz rofl si sí sim ja jep sure ta
  true whatever wow wtf yea yeah yep yes yup yess ugh uh um umm
  cheers danke dank gracias grazie merci mersi obrigado obrigada thanks thank thx ty tysm tak tack kiitos por favor bitte
  anonymous anonym confidential guest incognito na n/a nobody noone none nada niente nichts private secret unknown nameless
  pass skip later refuse refused decline declined ignore rather prefer say saying name names nom nombre business mind
  abc asd asdf asdfg asdfgh blah bla foo bar baz hjkl qwe qwer qwerty qwertz test testing tester xxx xyz zzz
  agent assistant bot chatbot robot machine ai human humans person people operator representative rep advisor adviser
  consultant expert staff team colleague colleagues employee manager supervisor boss reception receptionist somebody someone
  anyone anybody sales support helpdesk service services customer customers client clients user visitor buyer seller owner
  ayuda aide hilfe help helping helpless info information informations question questions query queries faq answer answers
  ask inquiry enquiry issue issues problem problems error bug broken trouble complaint complaints complain feedback review
  urgent emergency important asap quick quickly now today tomorrow tonight soon
  account accounts login logout log password username signup register registration subscribe subscription unsubscribe
  subscribed unsubscribed remove delete deletion cancel canceled cancelled cancellation close end exit quit stop start restart
  reset retry repeat back next continue menu main home order orders ordering reorder invoice invoices bills billing
  receipt receipts payment payments pay paid paypal visa mastercard card cards bank cash credit debit deposit refund refunds
  refunded reimburse reimbursement money return returns returned exchange replace replacement warranty guarantee repair
  price prices pricing priced cost costs quote quotes quotation estimate offer offers discount discounts coupon coupons
  voucher vouchers promo promotion deal deals sale cheap cheaper expensive free trial demo demos plan plans upgrade downgrade
  buy buying bought purchase purchases purchasing sell selling sold rent rental lease book booking bookings reservation
  reservations reserve appointment appointments schedule reschedule meeting meetings call calls callback call-back ring text
  delivery deliveries deliver delivered ship shipping shipment shipped parcel package packages tracking track trace status
  location locations directions map store stores shop shops showroom opening hours hour open closed holiday holidays
  product products item items stock availability available size sizes color colour colors colours catalog catalogue brochure
  website site webpage page link url app software download install installation setup update updates integration integrations
  api documentation docs manual guide tutorial terms policy privacy gdpr legal contract contracts job jobs career careers
  hiring vacancy vacancies internship application apply cv resume partnership partner partners press media marketing
  email e-mail emails mail mails address addresses phone phones telephone tel mobile cell landline fax number numbers hotline
  switchboard contact contacts details company firm office headquarters hq department head front desk title position role
  subject message messages chat conversation date time budget timeline need needs wish wishes note notes
  regards sincerely yours best kind warm hugs xoxo love
  sent iphone android outlook gmail get forwarded original re fw fwd attachment attached
  mister mr mrs ms miss mx dr prof sir madam maam ma'am mate buddy bro dude guys folks everyone all
  english spanish french german italian portuguese russian chinese japanese arabic turkish hindi dutch polish
  english? espanol español inglés francais français deutsch englisch anglais
  insurance mortgage loan loans credit tax taxes passport flight flights hotel hotels room rooms ticket tickets car cars
  house apartment apartments flat property properties land building kitchen bathroom roof heating water electricity gas
  repairs maintenance cleaning moving construction training course courses class classes lesson lessons school
  doctor dentist lawyer plumber electrician photographer designer developer engineer hello hi hey
  weather joke jokes game games music video videos photo photos picture pictures
  good bad great nice better worse worst awful terrible horrible ridiculous unacceptable scam fraud fake spam rubbish garbage
  stupid idiot useless shit fuck damn hell crap
  interested uninterested confused lost stuck waiting looking browsing checking trying
  one two three four five first second third last new old big small black white red blue green street road avenue lane
  nevermind nvm wait waited listen look see come go give want wanted wants like liked use using used tell talk talking speak
  speaking write reply replies read send sending sorry apologies hurry late angry mad sad upset annoyed frustrated fed busy
  tired hungry lunch dinner breakfast pizza coffee tea beer food cake banana shirt shirts shoes dress size sizes gift gifts
  wholesale retail sample samples catalogs brochures newsletter subscriptions billed overcharged charged shipped lost damaged
  missing wrong defective faulty stolen expired invalid blocked locked forgotten forgot
  quiero necesito hablar persona humano agente reembolso cancelar precio precios pedido envio envío factura devolución gratis
  mensch mitarbeiter rückerstattung erstattung preis preise bestellung kündigen kündigung abmelden lieferung rechnung warum
  humain remboursement prix commande livraison annuler facture pourquoi conseiller aider umano rimborso prezzo ordine perché
  ajuda atendente preço preços cancelamento humana pessoa porquê qué que por porque quien quién wer wie was warum wann wo
  yesterday week month year weekend north south east west central city town
`);

/** Endings of ordinary words; names that end so are shorter, or stand behind another name. */
const ordinaryEnding =
  /^[\p{L}]{3,}(?:ous|able|ible|ful|less|ting|ning|ring|king|sing|ping|tion|sion|ness|ship|ified|ated)$/iu;

export const isOrdinaryWord = (word: string): boolean => ordinaryEnding.test(word);
