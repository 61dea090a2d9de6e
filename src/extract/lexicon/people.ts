import { phraseSet, wordSet } from "./word-list.ts";

/** Forms of address before a name, lower case without full stop, with the gender they tell. */
export const COURTESY_TITLES: Readonly<Record<string, "male" | "female" | null>> = {
  mr: "male",
  mister: "male",
  sir: "male",
  lord: "male",
  king: "male",
  prince: "male",
  pope: "male",
  mrs: "female",
  ms: "female",
  miss: "female",
  lady: "female",
  dame: "female",
  queen: "female",
  princess: "female",
  mx: null,
  dr: null,
  prof: null,
  professor: null,
  rev: null,
  reverend: null,
  hon: null,
  gen: null,
  general: null,
  col: null,
  colonel: null,
  maj: null,
  major: null,
  capt: null,
  captain: null,
  lt: null,
  lieutenant: null,
  sgt: null,
  sergeant: null,
  adm: null,
  admiral: null,
  cpl: null,
  cmdr: null,
  commander: null,
  det: null,
  detective: null,
  insp: null,
  inspector: null,
  supt: null,
  superintendent: null,
  constable: null,
  sen: null,
  senator: null,
  rep: null,
  representative: null,
  gov: null,
  governor: null,
  judge: null,
  justice: null,
  cardinal: null,
  archbishop: null,
  bishop: null,
  rabbi: null,
  imam: null,
  father: "male",
  sister: "female",
  brother: "male",
};

/** Roles that stand before a name or alone, lower case: "Chief Executive Carrie Lam", "the prime minister". */
export const ROLES = phraseSet(`president, vice president, prime minister, deputy prime minister, premier, vice premier,
  chancellor, vice chancellor, chief executive, chief executive officer, chief financial officer, chief operating officer,
  chief of staff, chief secretary, chief justice, chief minister, chief, deputy chief, minister, foreign minister, defence minister, defense minister,
  finance minister, interior minister, health minister, education minister, justice minister, trade minister,
  environment minister, transport minister, home secretary, foreign secretary, secretary of state, secretary, treasury secretary, defense secretary,
  secretary-general, secretary general, general secretary, party secretary, undersecretary, attorney general, attorney,
  solicitor general, surgeon general, governor, lieutenant governor, mayor, deputy mayor, vice mayor, senator, congressman,
  congresswoman, congressional candidate, representative, lawmaker, councillor, councilman, councilwoman, councilmember, alderman, commissioner, police commissioner,
  police chief, fire chief, sheriff, constable, ambassador, envoy, special envoy, consul, consul general, chairman, chairwoman,
  chairperson, chair, vice chairman, vice chairwoman, director, executive director, managing director, deputy director, director general,
  director-general, manager, general manager, campaign manager, ceo, cfo, founder, co-founder, owner, head, head coach, coach, captain,
  manager, trainer, striker, goalkeeper, midfielder, defender, quarterback, pitcher, editor, editor-in-chief, columnist,
  correspondent, reporter, journalist, author, writer, historian, economist, chief economist, analyst, senior analyst, professor,
  associate professor, assistant professor, lecturer, researcher, lead researcher, scientist, doctor, surgeon, physician, nurse, judge,
  magistrate, justice, prosecutor, district attorney, lawyer, solicitor, barrister, detective, inspector, chief inspector, superintendent,
  sergeant, officer, general, colonel, admiral, lieutenant, major, spokesman, spokeswoman, spokesperson, press secretary, speaker,
  house speaker, majority leader, minority leader, leader, opposition leader, party leader, deputy leader, candidate, nominee, king, queen, prince, princess,
  duke, duchess, pope, archbishop, bishop, cardinal, imam, rabbi, sultan, emperor, ayatollah, supreme leader, activist, campaigner, farmer, teacher, headteacher,
  principal, principal investigator, headmaster, student, engineer, chief engineer, architect, actor, actress, singer, director, film-maker,
  filmmaker, businessman, businesswoman, entrepreneur, investor, banker, trader, strategist, chief strategist, consultant, adviser, advisor, national security adviser, aide, diplomat, coroner, treasurer,
  comptroller, ombudsman, curator, conductor, composer, poet, novelist, chef, pilot, astronaut, resident, shareholder, union leader,
  managing partner, partner, fellow, senior fellow, research fellow, vice-president, vice-chairman, deputy commissioner, deputy minister, permanent secretary,
  world no, champion, former president, police officer, police sergeant, chief medical officer, medical director, team doctor, physiotherapist, harbourmaster, harbormaster, warden, ranger, librarian`);

/** Nouns for one person; the plural of each is a group. */
export const PERSON_NOUNS =
  wordSet(`official spokesperson spokesman spokeswoman representative person man woman boy girl child
  teenager student pupil teacher professor lecturer researcher scientist expert analyst economist strategist investor trader banker
  executive manager director boss chief head leader president minister premier chancellor secretary mayor governor senator
  congressman congresswoman lawmaker legislator politician candidate nominee councillor councilman councilwoman commissioner
  ambassador envoy diplomat adviser advisor aide staffer insider source lawyer attorney solicitor barrister prosecutor judge
  justice magistrate juror witness victim suspect defendant plaintiff officer detective inspector constable sheriff policeman
  policewoman soldier general colonel commander captain lieutenant sergeant veteran doctor surgeon physician nurse patient
  specialist psychologist therapist resident neighbour neighbor local villager farmer worker employee employer engineer builder
  driver passenger commuter pilot sailor fisherman owner founder entrepreneur businessman businesswoman shareholder customer
  consumer buyer seller tenant landlord activist campaigner protester protestor demonstrator critic supporter opponent voter
  volunteer organiser organizer member chairman chairwoman chairperson chair editor journalist reporter correspondent columnist
  author writer historian poet novelist actor actress singer musician artist player footballer striker goalkeeper midfielder
  defender coach trainer manager athlete runner swimmer champion rival teammate fan father mother parent son daughter brother
  sister husband wife widow partner friend relative uncle aunt cousin grandmother grandfather king queen prince princess pope
  priest bishop archbishop pastor imam rabbi professional practitioner consultant contractor developer planner architect designer
  coroner forecaster meteorologist geologist biologist chemist physicist climatologist epidemiologist virologist astronomer
  scholar academic pollster observer commentator pundit negotiator delegate participant visitor tourist guest refugee migrant
  immigrant asylum-seeker prisoner inmate guard firefighter paramedic rescuer lifeguard treasurer auditor accountant clerk
  assistant deputy colleague co-worker spokesmodel winner loser survivor bystander passer-by shopkeeper vendor retailer chef
  waiter waitress baker brewer miner trucker cyclist motorist pedestrian republican democrat conservative liberal insider
  whistleblower informant hacker programmer developer user blogger influencer presenter host broadcaster anchor entertainer
  comedian dancer curator librarian headteacher headmaster principal warden ranger harbourmaster harbormaster regulator
  guy mom mum dad mother-in-law stepfather stepmother nephew niece girlfriend boyfriend fiancé fiancée spouse sibling twin baby toddler youth
  photographer cameraman filmmaker composer painter sculptor illustrator mechanic electrician plumber carpenter welder miner janitor cleaner
  maid nanny butler gardener cook barber tailor seamstress librarian translator interpreter pharmacist dentist vet therapist midwife
  counsel advocate ombudsman arbitrator mediator bailiff warden convict felon gunman shooter attacker assailant kidnapper thief robber burglar
  murderer killer terrorist militant rebel insurgent fighter mercenary sniper hostage captive fugitive spy citizen traveler traveller
  backpacker hiker climber swimmer surfer skier boxer wrestler jockey pitcher quarterback referee umpire captain monk nun missionary
  cleric scientist anthropologist archaeologist philosopher theologian mathematician statistician sociologist psychiatrist cardiologist
  oncologist paediatrician pediatrician superintendent chancellor dean provost rector freshman graduate scholar reformer dissident
  dictator monarch emperor empress duke duchess lord lady baron knight statesman policymaker technocrat bureaucrat mandarin
  premier frontrunner front-runner incumbent challenger contender hopeful running-mate mogul tycoon billionaire millionaire heir heiress
  lender investor landowner squatter tenant pensioner retiree orphan newcomer outsider stranger individual reader viewer listener
  investigator agent operative lobbyist donor creditor lender borrower homeowner breeder grower rancher hunter elder chieftain`);

/** Nouns for people together. */
export const GROUP_NOUNS = wordSet(`people officials residents experts analysts critics supporters police authorities
  lawmakers families family crowd public voters scientists men women children sources relatives others activists protesters
  reporters journalists leaders many some staff crew enterprises`);

/** Person nouns that tell a gender. */
export const MALE_NOUNS = wordSet(
  "man boy spokesman chairman congressman councilman policeman businessman fisherman father son brother husband uncle king prince grandfather headmaster actor dad guy nephew boyfriend stepfather cameraman monk emperor duke lord statesman waiter widower priest pope salesman",
);
export const FEMALE_NOUNS = wordSet(
  "woman girl spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman mother daughter sister wife aunt queen princess grandmother widow actress mom mum niece girlfriend stepmother nun maid empress duchess lady heiress waitress saleswoman",
);

/** Who speaks for someone else. */
export const SPOKES_NOUNS = wordSet(
  "spokesperson spokesman spokeswoman representative lawyer attorney publicist solicitor barrister",
);

/** Common given names by gender, only ever evidence: English, and frequent ones of other languages in English news. */
export const MALE_NAMES =
  wordSet(`James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel
  Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan
  Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Frank Patrick Raymond
  Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Ethan Walter Noah Jeremy Christian Keith
  Roger Terry Gerald Harold Sean Austin Carl Arthur Lawrence Dylan Jesse Jordan Bryan Billy Joe Bruce Gabriel Logan Albert
  Willie Alan Juan Wayne Elijah Randy Roy Vincent Ralph Eugene Russell Bobby Mason Philip Louis Harry Oliver Leo Oscar Max
  Tom Tim Jim Bill Bob Mike Dave Steve Dan Ben Sam Joe Nick Tony Greg Jeff Ken Ron Ted Chris Matt Andy Rob Phil Fred Simon
  Martin Graham Ian Neil Colin Nigel Stuart Trevor Gordon Malcolm Duncan Hugh Alastair Craig Barry Derek Geoffrey Clive
  Mohammed Muhammad Ahmed Ali Omar Hassan Ibrahim Abdullah Yusuf Khalid Carlos Luis Jorge Miguel Pedro Diego Fernando Javier
  Antonio Manuel Francisco Rafael Pablo Marco Giovanni Luca Matteo Paolo Hans Klaus Jürgen Lars Sven Erik Anders Jens Pierre
  Jean Jacques François Michel Philippe Vladimir Sergei Dmitry Ivan Boris Mikhail Nikolai Igor Oleg Kenji Hiroshi Takeshi
  Narendra Rahul Raj Amit Sanjay Barack Tobias Felix Emil Magnus Henrik Marek Piotr Pavel Tomas Viktor Andrei Emmanuel
  Kwame Kofi Tariq Bilal Imran Arjun Vikram Ravi Stanley Edwin Leonard Howard Chuck Mitch Rick Doug Lou Ray Glenn Dean Curtis
  Abdul Abel Abraham Adel Adolf Adrian Ahmad Akira Alain Alberto Alejandro Aleksandar Aleksandr Aleksei Alessandro
  Alexandre Alexei Alfred Alfredo Allan Allen Alonso Alvin Amir Anatoly Andre Andreas Andrej Andrzej André Andrés
  Angelo Angus Anil Antoine Anton António Archie Ari Armand Arnaud Arnold Art Arturo Arvind Ashraf Asif Axel Aziz Bart
  Bashar Bastian Benedict Benito Benny Bernard Bernd Bernie Bert Bertrand Björn Blake Brad Bradley Brendan Brent Brett
  Bruno Bryce Byron Calvin Cameron Carles Carlo Cedric Cesar Chad Charlie Chester Chet Christoph Christophe Clarence
  Claude Claudio Clay Clement Cliff Clifford Clint Clyde Connor Conor Conrad Constantin Corey Cornelius Cyril Cyrus
  César Dale Damian Damien Damon Danny Darren Darryl Denis Denzel Derrick Desmond Dieter Dimitri Dirk Dmitri Dominic
  Dominik Don Dustin Dwayne Dwight Earl Ed Eddie Edgar Edmund Eduardo Efraim Egon Ehud Eli Elias Elliot Elliott Elmer
  Elon Emilio Enda Enrico Enrique Erich Ernest Ernesto Ernst Esteban Evan Evgeny Evo Ewan Fabian Fabio Felipe
  Ferdinand Fidel Filip Floyd Francesco Franco Franklin Frans Franz Freddie Frederic Frederick Fritz Gareth Garry
  Gavin Gene Geoff Georg Georges Georgios Gerard Gerardo Gerhard Gert Giacomo Gianni Gilbert Gilles Giorgio Giuliano
  Giulio Giuseppe Glen Graeme Grant Gregor Guido Guillaume Guillermo Gus Gustav Gustavo Guy Günter Hakim Hamid Hamza
  Hank Harald Hari Harris Harun Harvey Hasan Hashim Hector Heinrich Heinz Helmut Hendrik Henri Herbert Herman Hermann
  Hernán Hideki Horst Hubert Hugo Humza Hussein Ignacio Isaac Ismail Ivo Jafar Jaime Jair Jake Jakob Jakub Jamal
  Janusz Jared Jaroslaw Javad Jay Jean-Claude Jean-Luc Jean-Marie Jeb Jed Jeroen Jerome Jesus Jesús Jimmy Jiri Joachim
  Joaquin Joel Johan Johann Johannes Johnny Jon Jonas Jonny Josef Josep Josh Josip José João Jude Julian Julio Julius
  Jun Kamal Karel Karim Karl Kaspar Keir Kelvin Kent Khaled Kieran Kirk Knut Konrad Konstantin Kurt Lamar Laszlo
  Laurent Lech Len Lenny Leon Leonardo Leonid Leopold Leroy Lester Lewis Liam Lionel Lloyd Lorenzo Luc Lucas Lucian
  Ludwig Luigi Luiz Lukas Luke Luther Luís Lyndon László Maarten Mahdi Mahmoud Malik Manfred Manmohan Marc Marcel
  Marcello Marcelo Marcos Marcus Mario Marius Markus Marty Martín Marvin Masoud Mateusz Mathias Mats Matthias Maurice
  Mauricio Maximilian Mehmet Mel Micah Mick Mihai Miles Milo Miloš Milton Miroslav Mitt Moe Mohamed Mohammad Mohan
  Morris Moses Moshe Murray Mustafa Nabil Naftali Nasser Nathaniel Nawaz Ned Nelson Neville Newt Nicolae Nicolas
  Nicolás Nikola Nikolas Nikos Noam Norbert Norman Oleksandr Olivier Olli Orlando Osama Oskar Otto Owen Pascal
  Patricio Pawel Pekka Per Percy Petr Petro Phillip Pieter Prakash Pranab Pádraig Qasim Quentin Radovan Rainer Rajesh
  Rajiv Ralf Ramesh Ramón Randall Raphael Rashid Raúl Recep Reg Reggie Reince Reinhard Rex Reza Ricardo Rich Ricky
  Rishi Robbie Roberto Rod Roderick Rodney Rodrigo Roland Rolf Roman Ronnie Rory Ross Rubén Rudolf Rudy Rufus Rupert
  Russ Rustam Rémi Saad Sadiq Saeed Sajid Salim Salman Salvador Salvatore Sami Samir Santiago Saul Sebastian Sergey
  Sergio Seth Shane Shaun Shawn Shinzo Sid Sidney Silvio Slobodan Spencer Stan Stanislav Stefan Stefano Stephan
  Stephane Stewart Stig Sunil Suresh Tadeusz Tarek Taro Teddy Terence Thabo Theo Theodore Thierry Thorsten Timo Toby
  Todd Tomasz Tommy Tomás Toshio Travis Trent Troy Tyrone Udo Ulf Ulrich Umar Umberto Uwe Valentin Vernon Vicente
  Victor Vijay Vince Vincenzo Vinod Vitaly Volodymyr Václav Víctor Wade Waldemar Wallace Walt Warren Wendell Werner
  Wilbur Wilfried Wilhelm Will Willem Willy Winston Wladyslaw Wolfgang Xavier Yair Yannick Yasser Yitzhak Yoshihide
  Yoshihiko Yousef Yuri Yves Zac Zbigniew Zeev Zoltán Álvaro Étienne`);
export const FEMALE_NAMES =
  wordSet(`Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty
  Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura
  Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn
  Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith
  Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia
  Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla
  Alexis Lori Anne Jane Kate Katie Lucy Claire Clare Fiona Gillian Hilary Hillary Carrie Theresa Angela Nicola Tracy Wendy
  Joanna Joanne Rosemary Eleanor Ellen Eva Eve Ada Ida Clara Nora Rosa Sofia Elena Irina Olga Natalia Svetlana Tatiana
  Fatima Aisha Leila Layla Yasmin Zainab Carmen Lucia Isabel Ana Beatriz Paula Camila Valentina Giulia Chiara Francesca Ingrid
  Astrid Freya Greta Heidi Ursula Monika Petra Sabine Claudia Yuki Keiko Naomi Priya Anjali Indira Sonia Aung Malala Michaela
  Ivanka Melania Kamala Nikki Kellyanne Sally Molly Penny Jill Beth Holly April June Daisy Ruby Lily Rose Sylvia Miriam Esther
  Marta Magdalena Agnieszka Katarzyna Zuzana Birgit Annika Maja Linnea Amina Halima Ngozi Chioma Amara Adaeze Tina Gina Dana
  Meredith Bridget Maeve Siobhan Niamh Orla Marion Audrey Hazel Iris Ivy Edith Agnes Tamara Renata Leonor Ines
  Adele Adriana Agata Aileen Alba Alejandra Aleksandra Alessandra Alexandra Alexandria Alicia Alina Alison Allison
  Alma Althea Alyssa Amal Amalia Amelia Amelie Amira Anastasia Angelika Angelina Angélica Anita Anja Anke Annabel
  Annegret Annette Annie Anouk Antje Antonella Antonia Anya Ariana Arlene Asha Aurora Ava Ayesha Ayşe Beatrice Becky
  Bella Bernadette Bernice Bertha Bethany Betsy Bianca Birgitte Blanca Bonnie Brianna Brigitte Britta Brooke Camilla
  Camille Candace Candice Carina Carla Carly Carole Caroline Cassandra Catalina Catarina Cathy Catriona Cecilia
  Celeste Celia Celine Chantal Charlene Chelsea Cherie Chloe Christa Christel Christiane Ciara Cindy Colette Colleen
  Concepción Condoleezza Connie Constance Consuelo Cora Corinne Cristina Crystal Daniela Daphne Dawn Debbie Delia
  Delphine Dianne Dilma Dina Dolores Doreen Edna Eileen Elaine Eleni Elisa Elisabeth Elise Eliza Ella Elsa Elvira
  Emilia Erica Erika Erin Esperanza Estelle Ethel Eugenia Faith Farah Faye Felicia Fern Flora Florence Françoise
  Frederica Frida Gabriela Gabriella Gabrielle Gail Galina Gemma Genevieve Georgia Georgina Geraldine Gertrude Giorgia
  Gisela Gladys Glenda Gretchen Guadalupe Gwen Gwendolyn Hanna Hannelore Harriet Hattie Hedwig Heike Helena Helene
  Helga Henrietta Hilda Hope Huma Ilaria Ilse Imelda Inga Inge Inés Irene Irma Isabelle Isla Ivana Jade Jana Janine
  Jasmine Jeanette Jeanne Jenna Jenny Jodie Johanna Josefina Josephine Josie Joy Juana Juanita Juliana Juliet Justine
  Karin Karina Katharina Kathy Katja Katrin Katrina Kay Kerstin Khadija Kirsten Kristen Kristin Kristina Krystyna Lana
  Larissa Laurie Leah Lena Leni Leticia Lidia Lila Lilian Lina Lisbeth Liz Liza Lois Lola Lorena Loretta Lorna
  Lorraine Louise Lourdes Lucille Lucinda Lucía Ludmila Luisa Lupe Lydia Lyn Lynda Lynne Mabel Madeleine Mae Maggie
  Malgorzata Mamie Manuela Mara Marcela Marcia Margarita Margot Margrethe Marguerite Mari Mariam Marian Mariana
  Marianne Mariko Marina Marine Marisa Marisol Marissa Marjorie Marlene Martina María Matilda Maude Maura Maureen
  Mavis Maxine Maya Megyn Melanie Melinda Mercedes Mia Michèle Mila Mildred Milena Millie Mimi Mina Minerva Mira
  Miranda Moira Mona Monica Monique Muriel Myra Myrtle Nadia Nadine Nan Nana Natalya Natasha Nathalie Nellie Nicolette
  Nina Norma Octavia Odette Oksana Olena Olive Ophelia Oriana Paige Paloma Pam Paola Patsy Patti Patty Paulette
  Paulina Pauline Pearl Peggy Penelope Philippa Phoebe Phyllis Pilar Polly Priscilla Priti Priyanka Rachael Raisa
  Ramona Raquel Rebekah Regina Renate Renée Rhonda Rita Roberta Robyn Romy Rosalie Rosalind Rosario Roseanne Rosie
  Rowena Roxanne Sabina Sabrina Sadie Salma Samira Sanna Saskia Selma Serena Sheila Shelley Sherry Shirin Sibyl Sigrid
  Silvia Simone Sinead Sofía Sonja Sonya Sophie Soraya Stacey Stella Sue Suellen Susanna Susanne Susie Suzanne Sybil
  Sylvie Tabitha Tammy Tania Tanya Tara Terri Tess Tessa Thelma Therese Theresia Tiffany Tilda Tonya Tracey Tricia
  Trish Trudy Tulsi Uma Una Valeria Valerie Vanessa Vera Verena Veronica Vicky Viola Violet Vivian Viviane Vivien
  Véronique Wanda Whitney Wilhelmina Wilma Winifred Winnie Xiomara Yael Yoko Yolanda Yulia Yuliya Yvette Yvonne Zahra
  Zoe Zofia Zora`);
