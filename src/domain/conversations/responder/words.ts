export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that follow "I'm", "this is" or "call me" and are no name, whatever their case. */
export const neverNames = wordSet(`
  a able about above actually afraid after again all almost already also always am an and another any anyone anybody are
  as asap asking at available aware away back bad based because been before below best better between big both busy but
  by calling can check checking concerned confident confused contacting coming considering correct could curious currently
  customer curious day dear definitely did disappointed do doing done down each early either else emailing enough even
  evening ever every everyone excited excellent exactly exploring familiar far feeling fine first following for free
  from full fully getting glad going gonna good great had happy hard has hate have having he hello help her here hey hi
  him his hoping how however i if important impressed in inquiring interested into is it its it's just keen kind last
  late later leaving less like likely literally little living located looking lost lot love made making many maybe me mean
  meeting mine mobile more morning most much my myself need needing never new next nice no nobody none not nothing now
  of off often ok okay on once one online only open or other our out over owner part people perfect planning please
  pleased possible pretty probably quite reaching ready really regarding responsible right run running same saying
  searching see seeing seeking send serious she should shopping sick since so some somebody someone something sometimes
  soon sorry spam speaking still stuck sure surprised talking tell tempted terrible testing test than thank thanks that
  the their them then there these they thinking this those thrilled tired to today together tomorrow tonight too totally
  trying two unable under unhappy unimportant unsure until up urgent us using very via waiting wanting was we well were
  what when whenever where whether which while who why will willing with within wondering work working worried would writing
  small big large huge tiny growing wrong yeah yes yesterday yet you your yours
  monday tuesday wednesday thursday friday saturday sunday
  january february march june july august september october november december
  american australian austrian belgian brazilian british canadian chinese danish dutch english european finnish french
  german greek indian irish italian japanese mexican norwegian polish portuguese russian scottish spanish swedish swiss
  turkish ukrainian welsh christian muslim jewish vegan vegetarian
  ceo cto cfo coo cmo cio vp hr it pm founder director manager president developer engineer designer student
`);

/** … and are names all the same where somebody says that what follows is one: "my name's Will". */
export const namesThatAreWords = wordSet('april august dean hope june may summer will');

/** Small words inside a name: "Ludwig van Beethoven". */
export const nameParticles = wordSet('al bin da de del della den der di do dos du el la le ter van von zu');

/** Words that follow "from", "at" or "for" and are no company. */
export const neverCompanies = wordSet(`
  a all an and any anybody dr miss mr mrs ms prof anyone christmas easter everyone fun good here her hers him his home i it its least last
  lunch me mine minute moment months monday tuesday wednesday thursday friday saturday sunday my myself night no
  noon now once one our ours people present same scale school since some somebody someone something the their them
  there these this those today tomorrow university us weekends what when which who work years you your yours yourself
  january february march april may june july august september october november december
  africa america amsterdam argentina asia athens atlanta austin australia austria barcelona belgium berlin boston
  brazil brussels bulgaria calgary california canada chicago chile china colombia copenhagen croatia czechia dallas
  delhi denmark denver dubai dublin dusseldorf düsseldorf egypt england estonia europe finland florida france frankfurt
  geneva germany ghana greece hamburg helsinki hungary iceland india indonesia ireland israel istanbul italy japan
  kenya korea latvia lisbon lithuania london lyon madrid malaysia manchester melbourne mexico miami milan montreal
  moscow mumbai munich münchen netherlands nigeria norway oslo ottawa pakistan paris peru philippines poland portugal
  prague romania rome russia scotland seattle singapore slovakia slovenia spain stockholm stuttgart sweden switzerland
  sydney taiwan texas thailand tokyo toronto turkey uae uk ukraine us usa vancouver vienna vietnam wales warsaw
  zurich zürich
`);

/** How the name of a company ends. */
export const legalForms = wordSet(`
  ab ag as bv co company corp corporation eurl gbr gmbh group holding holdings inc labs limited llc llp ltd oy plc pty sarl sas sl solutions srl studio
  studios system systems technologies
`);

/** How the name of an organisation ends, without being its legal form. */
export const organisationWords = wordSet(`
  agency bank business center centre clinic consulting foods foundation hospital hotel insurance institute logistics media office
  partners primary school service services shop store support team traders university
`);

export const isOneOf = (words: ReadonlySet<string>, word: string): boolean => words.has(word.toLowerCase());
