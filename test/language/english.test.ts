import { describe, expect, it } from "vitest";
import { guessLanguage, isEnglish } from "../../src/language/index.ts";

const TEXTS: readonly (readonly [language: string, text: string])[] = [
  [
    "en",
    "The council said on Monday that it would close the old bridge for a year, because the repairs are more difficult than expected.",
  ],
  [
    "de",
    "Der Stadtrat teilte am Montag mit, dass die alte Brücke für ein Jahr gesperrt wird, weil die Arbeiten schwieriger sind als erwartet.",
  ],
  [
    "fr",
    "Le conseil municipal a annoncé lundi que le vieux pont serait fermé pendant un an, car les travaux sont plus difficiles que prévu.",
  ],
  [
    "es",
    "El ayuntamiento anunció el lunes que el viejo puente se cerrará durante un año porque las obras son más difíciles de lo previsto.",
  ],
  [
    "pt",
    "A câmara anunciou na segunda-feira que a velha ponte vai ser fechada por um ano, porque as obras são mais difíceis do que o previsto.",
  ],
  [
    "it",
    "Il consiglio comunale ha annunciato lunedì che il vecchio ponte sarà chiuso per un anno, perché i lavori sono più difficili del previsto.",
  ],
  [
    "nl",
    "De gemeente maakte maandag bekend dat de oude brug een jaar dicht gaat, omdat het werk moeilijker is dan werd verwacht.",
  ],
  [
    "sv",
    "Kommunen meddelade på måndagen att den gamla bron ska stängas i ett år eftersom arbetet är svårare än man har väntat sig.",
  ],
  [
    "pl",
    "Rada miasta ogłosiła w poniedziałek, że stary most zostanie zamknięty na rok, ponieważ prace są trudniejsze, niż się spodziewano.",
  ],
  [
    "tr",
    "Belediye pazartesi günü eski köprünün bir yıl için kapatılacağını, çünkü onarımın beklenenden daha zor olduğunu ve çok uzun süreceğini açıkladı.",
  ],
  [
    "id",
    "Dewan kota mengatakan pada hari Senin bahwa jembatan tua itu akan ditutup untuk satu tahun karena pekerjaan ini lebih sulit dari yang diperkirakan.",
  ],
  [
    "ru",
    "Городской совет сообщил в понедельник, что старый мост закроют на год, потому что ремонт сложнее, чем ожидалось.",
  ],
  ["uk", "Міська рада повідомила в понеділок, що старий міст закриють на рік, бо ремонт складніший, ніж очікували."],
  ["zh", "市议会星期一表示,由于维修工程比预期困难,旧桥将关闭一年。"],
  ["ja", "市議会は月曜日、修理が予想より難しいため、古い橋を一年間閉鎖すると発表した。"],
  ["ko", "시의회는 월요일 수리가 예상보다 어려워 오래된 다리를 일 년 동안 폐쇄한다고 밝혔다."],
  ["ar", "أعلن مجلس المدينة يوم الاثنين أن الجسر القديم سيغلق لمدة عام لأن أعمال الإصلاح أصعب مما كان متوقعا."],
  ["el", "Το δημοτικό συμβούλιο ανακοίνωσε τη Δευτέρα ότι η παλιά γέφυρα θα κλείσει για ένα χρόνο."],
];

const FOREIGN_HEADLINES: readonly (readonly [language: string, headline: string])[] = [
  ["nl", "Brug is veilig, zegt burgemeester"],
  ["nl", "Burgemeester: brug blijft dicht tot maart"],
  ["nl", "Kabinet wil af van oude kolencentrale"],
  ["nl", "Politie pakt drie verdachten op na overval"],
  ["nl", "Rijksmuseum sluit vleugel wegens lekkage"],
  ["nl", "Stroomprijs stijgt opnieuw met tien procent"],
  ["nl", "Duizenden boeren demonstreren in Den Haag"],
  ["nl", "Minister treedt af na kritiek"],
  ["nl", "Treinen rijden weer na storing"],
  ["de", "Brücke ist sicher, sagt Bürgermeister"],
  ["de", "Bürgermeister: Brücke bleibt bis März gesperrt"],
  ["de", "Regierung will alte Kohlekraftwerke abschalten"],
  ["de", "Polizei nimmt drei Verdächtige nach Überfall fest"],
  ["de", "Strompreis steigt erneut um zehn Prozent"],
  ["de", "Tausende Bauern protestieren in Berlin"],
  ["de", "Minister tritt nach Kritik zurück"],
  ["de", "Züge fahren wieder nach Störung"],
  ["de", "Siemens streicht 2000 Stellen"],
  ["de", "Bundestag stimmt für neues Gesetz"],
  ["de", "Mann stirbt bei Unfall auf Autobahn"],
  ["it", "Il ponte è sicuro, dice il sindaco"],
  ["it", "Sindaco: ponte chiuso fino a marzo"],
  ["it", "Governo vuole chiudere vecchie centrali a carbone"],
  ["it", "Polizia arresta tre sospetti dopo rapina"],
  ["it", "Prezzo della luce sale ancora del dieci per cento"],
  ["it", "Migliaia di agricoltori protestano a Roma"],
  ["it", "Ministro si dimette dopo le critiche"],
  ["it", "Treni di nuovo in viaggio dopo il guasto"],
  ["it", "Terremoto in Umbria, nessun ferito"],
  ["it", "Sciopero dei treni, disagi in tutta Italia"],
  ["fr", "Grève des trains, perturbations dans tout le pays"],
  ["fr", "Le gouvernement ferme la vieille centrale"],
  ["fr", "Séisme en Savoie, aucun blessé"],
  ["fr", "Le ministre démissionne après les critiques"],
  ["fr", "Trois suspects arrêtés après un braquage"],
  ["es", "Huelga de trenes, caos en todo el país"],
  ["es", "El gobierno cierra la vieja central"],
  ["es", "Terremoto en Murcia, ningún herido"],
  ["es", "Ministro dimite tras las críticas"],
  ["es", "Miles de agricultores protestan en Madrid"],
  ["nl", "Gemeente Selm bouwt nieuw zwembad"],
  ["nl", "Vrouw gewond bij steekpartij"],
  ["nl", "Inflatie daalt naar laagste niveau in jaren"],
  ["nl", "Onderzoek: huisartsen werken te lang door"],
  ["nl", "Kamer wil onderzoek naar gaswinning"],
  ["nl", "Storm veroorzaakt schade aan kust"],
  ["nl", "Ziekenhuis verlaagt prijzen"],
  ["de", "Frau bei Messerangriff verletzt"],
  ["de", "Inflation sinkt auf niedrigsten Stand seit Jahren"],
  ["de", "König eröffnet Museum"],
  ["de", "Krankenhaus senkt Preise"],
  ["de", "Stau auf der A2 nach Unfall"],
  ["de", "Kanzler reist nach Paris"],
  ["it", "Il comune costruisce una nuova piscina"],
  ["it", "Donna ferita in un accoltellamento"],
  ["it", "Inflazione ai minimi da anni"],
  ["it", "Il re inaugura il museo"],
  ["it", "Opposizione definisce il piano assurdo"],
  ["it", "Tempesta danneggia la costa"],
  ["it", "Ospedale abbassa i prezzi"],
  ["it", "Code in autostrada per un incidente"],
  ["fr", "La commune construit une nouvelle piscine"],
  ["fr", "Une femme blessée au couteau"],
  ["fr", "L'inflation au plus bas depuis des années"],
  ["fr", "Le roi inaugure le musée"],
  ["fr", "Tempête: dégâts sur la côte"],
  ["es", "El municipio construye una nueva piscina"],
  ["es", "Mujer herida en un apuñalamiento"],
  ["es", "Inflación en mínimos de años"],
  ["pt", "Greve dos trens causa caos em todo o país"],
  ["pt", "Ministro renuncia após críticas"],
  ["sv", "Regeringen vill stänga gamla kolkraftverk"],
  ["sv", "Tusentals bönder protesterar i Stockholm"],
  ["pl", "Minister podał się do dymisji po krytyce"],
  ["pl", "Tysiące rolników protestuje w Warszawie"],
  ["tr", "Bakan eleştirilerin ardından istifa etti"],
  ["id", "Ribuan petani berunjuk rasa di Jakarta"],
  ["fi", "Ministeri eroaa kritiikin jälkeen"],
  ["cs", "Ministr po kritice odstoupil"],
  ["pt", "Mulher ferida em ataque com faca"],
  ["pt", "Inflação cai ao menor nível em anos"],
  ["sv", "Kvinna skadad i knivattack"],
  ["pl", "Kobieta ranna w ataku nożownika"],
  ["fi", "Nainen loukkaantui puukotuksessa"],
];

const ENGLISH_HEADLINES: readonly string[] = [
  "Mayor says bridge is safe",
  "MAYOR SAYS BRIDGE SAFE",
  "Bridge safe, mayor says",
  "Los Angeles beat La Paz in Las Vegas",
  "Rio de Janeiro votes",
  "Minister quits after criticism",
  "Trains run again after fault",
  "Thousands of farmers protest in Berlin",
  "Siemens cuts 2,000 jobs",
  "Bundestag backs new law",
  "Man dies in motorway crash",
  "Von der Leyen meets De Croo in Den Haag",
  "Pope Leo XIV visits Santa Maria della Salute",
  "Police arrest three",
  "Fire guts hotel in Alicante",
  "Macron, Scholz to meet",
  "Oil prices up 10 percent",
  "Van Dijk signs new Liverpool deal",
  "De Bruyne out for season",
  "Real Madrid beat Atletico 3-1",
  "Carrie Lam",
  "Tesla opens plant near Berlin",
  "Die Linke names new leader",
  "Le Pen vows appeal",
  "La Scala cancels premiere",
  "Storm batters coast",
  "Dog bites man",
  "Voters reject tax",
  "Boris Johnson resigns",
  "Senate passes bill",
  "World Cup final: Argentina v France",
  "Merkel: Greece must reform",
  "In Pictures: Carnival in Rio",
  "Profit warning at Volkswagen",
  "Was war worth it?",
  "Elections in Kenia",
  "Mann beats Van Damme in Milan",
  "Putin ally warns Finland",
  "Ski: Hirscher wins slalom",
  "Peso slides on Banco de Mexico rate cut",
  "Sri Lanka bomb kills 30",
  "Del Toro film wins in Venice",
  "Bayern Munich sack coach",
  "Il Divo, El Greco and Die Zeit",
  "Met Opera tenor dies",
  "Serie A: Roma win in Turin",
  "Den of thieves robbed",
  "Ted Cruz on gun control",
  "Was Otto a spy?",
  "Council builds new swimming pool",
  "Woman injured in knife attack",
  "Inflation at lowest in years",
  "King opens museum",
  "Opposition calls plan nonsense",
  "Storm damages coast",
  "Hospital cuts prices",
  "Chancellor flies to Paris",
  "Studio fire kills two",
  "Minister in storm over pension plan",
  "Premier: plan absurd",
  "Die Hard director dies",
  "Man City win at Real Madrid",
  "Per Petterson wins prize",
  "Sale of La Repubblica agreed",
  "Du Pont to sell De Nemours unit",
  "Il Trovatore at La Fenice",
  "Bob Dylan, Tom Waits tour",
  "Angela Merkel, Annegret Kramp-Karrenbauer",
  "No, minister",
  "Museum director in tax row",
  "Plan for A2 tunnel",
  "Marine Le Pen on tour in Marseille",
  "Vier and Drei win sailing gold",
  "Volkswagen, Daimler and Siemens in war of words",
  "Jose Maria de la Cruz dead at 80",
  "Gaz de France plant in Le Havre on fire",
  "De Gaulle, De Valera and De Klerk",
  "Telefonica de Espana cuts price",
  "Sindaco film opens Venice",
  "A la carte: new menus in Soho",
  "Top school bans mobile phones",
  "Rain on Sunday",
  "SCHOOL BUS CRASH",
  "PREMIER MINISTER",
  "Trump, Macron: trade truce",
  "Met police: bus hit tram",
  "Zebra escapes",
  "Tennis: Nadal v Murray",
  "Band, bar, bus",
  "Premier League: Arsenal 2, Leeds 1",
];

describe("the language of a text", () => {
  it.each(TEXTS)("is recognised: %s", (language, text) => {
    const guess = guessLanguage(text);
    expect(guess.language).toBe(language);
    expect(guess.confidence).toBeGreaterThan(0.5);
    expect(isEnglish(text)).toBe(language === "en");
  });

  it.each([
    [
      "Danish",
      "Borgmesteren sagde mandag, at broen er sikker. Beboerne var ikke overbeviste og krævede en ny undersøgelse.",
    ],
    [
      "Croatian",
      "Gradonačelnik je u ponedjeljak rekao da je most siguran, ali stanovnici nisu bili uvjereni i tražili su više.",
    ],
    [
      "Catalan",
      "L'alcalde va dir dilluns que el pont és segur, però els veïns no estaven convençuts i van demanar més.",
    ],
    ["Persian", "شهردار روز دوشنبه گفت که پل امن است، اما ساکنان قانع نشدند و گزارش تازه‌ای خواستند."],
    ["a Spanish headline", "El alcalde dice que el puente es seguro"],
    ["a French headline", "Le maire dit que le pont est sûr"],
  ])("isn't English: %s", (_, text) => {
    expect(isEnglish(text)).toBe(false);
  });

  it.each([
    "Mayor says bridge is safe",
    "MAYOR SAYS BRIDGE SAFE",
    "Los Angeles beat La Paz in Las Vegas",
    "Rio de Janeiro votes",
  ])("is English however short: %s", (text) => {
    expect(isEnglish(text)).toBe(true);
  });

  it.each(FOREIGN_HEADLINES)("is told by a headline: %s, %s", (language, headline) => {
    expect(isEnglish(headline)).toBe(false);
    expect(guessLanguage(headline).language).toBe(language);
  });

  it.each(ENGLISH_HEADLINES)("is English in a headline full of names: %s", (headline) => {
    expect(isEnglish(headline)).toBe(true);
  });

  it("stays English where foreign names and quotations stand in it", () => {
    expect(
      isEnglish(
        "Björn Þórsson of the Fédération Internationale de l'Automobile told Der Spiegel that he would not resign: “Nein, das ist nicht wahr,” he said.",
      ),
    ).toBe(true);
  });

  it("calls nothing foreign that has no words", () => {
    expect(guessLanguage("")).toEqual({ language: "und", confidence: 0 });
    expect(guessLanguage("12 345 %")).toEqual({ language: "und", confidence: 0 });
    expect(isEnglish("Carrie Lam")).toBe(true);
  });
});
