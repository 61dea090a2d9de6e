const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles and the like: a name follows, so a sentence never ends after one. Without the full stop. */
export const TITLES = words(`
  Mr Mrs Ms Mx Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Pvt Pfc Supt Insp Det
  Pres Amb Atty Sec Secy Treas Asst Assoc Dir Fr Msgr St Ste Messrs Mme Mlle Gens Profs Drs Hr Sra Srta Dep Const
`);

/** Abbreviations that a sentence may end with. Without the full stop. */
export const ABBREVIATIONS = words(`
  Inc Corp Co Cos Ltd LLC Bros Jr Sr Esq Ave Blvd Rd Hwy Pkwy Dept Univ Assn Mfg Intl Natl Govt Est Ph.D Ed.D M.Sc B.Sc
  Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Tues Thurs etc vs v al cf ca viz approx ext incl max min tel fax ed eds vol
  pp ch sq ft lb lbs oz mph hr hrs mins secs a.k.a i.e e.g
`);

/** Abbreviations only where a number follows: "No. 5", "Fig. 2", for the same letters end sentences as words. */
export const BEFORE_NUMBERS = words(
  "No Nos no nos Art Fig Figs Sec sec Sect Ch Par p Op Eq Vol Mon Tue Wed Thu Fri Sat Sun Ft",
);

/** Short names of American states, abbreviations only after a comma or a party letter: "Akron, Ohio", "D-Mass." */
export const STATES = words(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa
  Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Man Sask
`);

/** Words that begin a sentence so often that a capital in them after an abbreviation means a new sentence. */
export const SENTENCE_STARTERS = words(`
  a after all also although an and another any anyone as asked at because before both but by critics despite during each
  earlier even every few finally first for from he her here his how however i if in instead is it its last later less many
  meanwhile more most my neither no nor not nothing now of officials on once one only or other others our over people perhaps
  police she since so some still such that the their then there these they this those though through thus to today together two
  under unlike until we what when whether while who why with within without yesterday yet you your
`);

/** What may follow "p.m." in capitals within a sentence. */
export const AFTER_TIME = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december et est edt pt pst pdt ct cst cdt mt mst mdt gmt utc bst cet cest hkt eastern pacific central mountain
`);

/** Verbs that tie a question or exclamation in quotation marks to the name after it: "Really?" Smith asked. */
export const REPORTING_VERBS = words(`
  said says say asked asks told tells wrote writes added adds tweeted tweets replied replies answered shouted shouts yelled
  cried exclaimed wondered joked quipped continued concluded declared demanded insisted remarked responded posted chanted
  read reads recalled explained argued noted thundered screamed urged
`);
