import { fold } from '../../../text.ts';
import { wordSet } from './words.ts';

/**
 * Given names that are common somewhere and are no ordinary words. Only where nothing else tells a name from a word, as in
 * "im ada" against "im busy", is one asked for here: a name that is missing costs less than a word that is kept as one.
 */
const givenNames = wordSet(`
  aaron abdul abdullah abigail adam ada adriana agnes ahmad ahmed aisha alan albert alejandro alex alexander alexandra alexis
  alfred ali alice alicia alina alison allison amanda amelia amina amir amit amy ana anastasia andrea andreas andrei andrew
  andy angela anil anita anja anna anne annika anthony antoine antonio anton arjun arthur ashley asif astrid audrey ayesha
  barbara beatriz ben benjamin bernd bernard beth bianca bilal bjorn bob boris brandon brenda brian bruno
  camila camille carla carlos carmen carol caroline carolina catherine cecilia charles charlie charlotte chen chiara chloe
  chris christian christina christine christoph christopher claire clara claudia colin connor courtney craig cristina
  daniel daniela danielle darren dave david deborah deepak denise dennis derek diana diego dieter dimitri dmitri dominic
  donna dora doris dorothy duncan dylan eduardo edward elena eleanor elias elif elisa elizabeth ella ellen emilia emily emma
  emmanuel eric erica erik erika ernesto esther ethan eva evan evelyn fabian fabio farid fatima felipe felix fernando fiona
  florian frances francesca francesco francisco francois frederic fritz gabriel gabriela gareth gary george georgia
  gerald gerard giovanni giulia gonzalo gordon graham greta guido guillaume gustavo hannah hans harald harriet harold hasan
  hassan heather hector heidi heike helen helena helga henrik henry herbert holger hugo hussein ian ibrahim igor ines ingrid
  irene irina isabel isabella ismail ivan jacob jacques jake jakob james jamie jan jana jane janet jason javier jean jeff
  jeffrey jennifer jenny jens jeremy jessica jesus jill jim jimmy joan joanna joao joe joel johan johanna john johannes
  jonas jonathan jorge jörg jose josef joseph joshua juan judith julia julian juliana julie jürgen karen karim karin karl
  karolina kate katharina katherine kathleen kathryn katie katrin keith kelly ken kenneth kerstin kevin khalid kim klaus
  kofi kristina kumar kurt kwame kyle lars laura lauren laurent lea leila lena leo leon leonardo leonie liam lina linda lisa
  logan lorenzo louis louise luca lucas lucia lucy luis luisa lukas luke lydia magdalena mahmoud manuel marc marcel marco
  marcus margaret maria marie mario marion markus martha martin martina mary mateo mathias matteo matthew matthias maurice
  mauro megan mehmet melanie melissa michael michelle miguel mike mikhail mohamed mohammad mohammed moritz muhammad murat
  mustafa nadia nancy naomi natalia natalie nathan neil nicholas nick nico nicola nicolas nicole nikhil nina noah nora
  olga oliver olivia omar oscar otto pablo pamela paola patricia patrick paul paula paulo pedro peter petra philip philipp
  philippe pierre piotr priya priyanka rachel rafael rahul rainer raj rajesh ralf ramon raphael raul rebecca renate ricardo
  richard rita rob robert roberto robin rodrigo roger roland roman ronald rosa ross ruth ryan sabine sabrina salma samantha
  samuel sandra sanjay santiago sara sarah sarita scott sean sebastian sergei sergio seth sharon sheila shirley silvia simon
  simone sofia sofie sonia sophia sophie stefan stefanie stella stephan stephanie stephen steve steven stuart sunil susan
  susanne suresh sven svetlana sylvia tamara tanja tanya tara tatiana ted teresa theo theresa thomas tim timothy tina tobias
  tom tomas tommy tony tracy ulrich ulrike ursula uwe valentina valeria vanessa vera veronica victor victoria vijay vikram
  vincent viola virginia vladimir walter wei wendy werner wilhelm william wolfgang xavier yasmin yolanda yusuf yvonne zainab
  zoe zoë
`);

export const isGivenName = (word: string): boolean => givenNames.has(fold(word));
