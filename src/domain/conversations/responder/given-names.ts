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
  adele adeola aditi agnieszka aidan aiko aine aisling akira alastair alba aleksandra alessandro alessia alejandra aled
  alexa alfie alfonso alistair alma alvaro amara ambrose amina anders andre angus aniela anjali ankit annabel annette
  annika anouk ansel antonia antonella anya aoife archie ariadne ariel armando arnold arturo asha astou audra aurelia
  aurora ayumi barry bartosz bea beppe bernadette bernardo bettina bhavna biljana birgit blanca bojan bogdan brandi bridget
  brigitte bronwyn bryan byron cai caitlin callie callum calvin cameron carina carlo carmel carole cecile cedric celia cesar
  ciara cillian clarissa claude clemens clement colette colleen conor cormac corinna cormac cosima cyril dafydd dagmar dalia
  damian dana danny dara dariusz darnell darrell darryl declan delphine desmond devon diarmuid dimitra dirk dmitry
  dominika dorota doug douglas drew edgar edith edmund edwin eileen eimear ekaterina eleni elin elina elise ella eloise elvira
  emanuel emil emilio enrico enrique erin ernest esra estelle eugene eugenia evelina ewa ezra farah fatma fay felicity
  ferdinand fermin fergus filip florence franz fred freddie freya gabriele gavin gemma genevieve geoff geoffrey gerardo
  gertrude gianluca gilbert giles gina giorgio giuseppe gloria grace grzegorz gudrun gwen hamish hanna haruki hayley hazel
  hemi hendrik henri hilary hilda hilde hiroshi hung ibrahima ilse imani imogen inez ingeborg isaac isabelle isla itzel
  iwona jacek jacqueline jaime jamal jamila janice janine jaroslav jasmin jasmine javed jeanette jeannie jelena jerome jerry
  jesper jin jo joachim joana jodie jolene jordan joris josie joyce juanita judy jules juliet justin justyna kai kaitlyn
  kamal kamil karina karsten katarzyna katharine kathy katia katja kayla keiko keira kenji kiran kirsten kirsty klara konrad
  korbinian kourosh krzysztof lamar lara latisha lawrence leah leigh leonard lesley leslie lewis liane liesl lorna lorraine
  lottie luciana luigi luisa luka lynn lynne maciej madeleine maeve magda maja malcolm malik manfred manuela marcela marcia
  margot mariam marian marianne maribel marija marilyn marina marisol marjorie marlene marta mary mathilde maud maureen max
  maya mei meera meghan mehdi melinda mercedes meredith mia michal micheal mila milan milena millie mina mira miriam mitchell
  mohammad moira molly monica monika monique morag morgane moses muriel myriam naveen neha nelson niamh nigel nikolai nikos
  nils nisha noel noor norbert norma norman nuala nuno oisin ola oleg oleksandr ollie omari orla oscar oskar osman osvaldo
  pascal patrice pauline pavel pawel pedro penelope perry petr petros phil philippa phoebe pilar polly preeti rachael raj
  ralph ramesh ramona ravi ray raymond regina reinhard rene renee reza rhiannon rhys ricky rohan rohit roisin rolf romain
  ronan ronnie rory rosalind rosemary rosie roxanne ruben rudolf rupert russell sadie saeed saoirse salim sally salvador
  sanjana sasha scarlett sergey shane shannon shauna shawn shreya siegfried sigrid silke silvio simona sinead siobhan sixten
  slawomir sonja soren stacey stan stanislaw stefano stephane stuart suki sunita suzanne svenja sybille sylvie tadhg takeshi
  tamsin tariq taylor terence thandiwe thandi theodore therese thiago thorsten tiffany tilda todd toby tomasz tove trevor
  trudy tunde tyler umar vaclav valerie vanja veronika vicente vicky vikas viktor vincenzo violetta vivian vivienne vlad wade
  walid wayne whitney wilma winston wojciech xavi xin yael yan yannick yara yewande yolanda yuki yuri yvette zahra zara
  zachary zeynep zofia zuzana
`);

export const isGivenName = (word: string): boolean => givenNames.has(fold(word));
