/**
 * Words of headlines that tell a language: what happens in the news, who does it and how often, in the forms headlines have
 * them in. A word that is English as well isn't listed, nor one that names of people, places and organisations begin with.
 * Headlines have too few small words for the lists of running text.
 */
export const HEADLINE_WORDS: Readonly<Record<string, string>> = {
  de: `sagt sagen will wollen soll sollen muss müssen darf dürfen bleibt bleiben fordert fordern warnt warnen kritisiert plant planen steigt
    steigen sinkt sinken fällt stirbt sterben tritt treten tötet getötet verletzt verletzte festgenommen nimmt fest gesperrt schließt schließen
    streicht streichen stimmt stimmen beschließt verliert verlieren gewinnt gewinnen startet wieder erneut weiter mehr weniger neue neuer neues
    neuen alte alten erste ersten zwei drei vier fünf sechs sieben acht neun zehn hundert tausend tausende millionen milliarden prozent euro
    gegen wegen nach seit ohne unter zwischen regierung polizei bürgermeister bürgermeisterin ministerin gericht urteil unfall brücke brand
    streik bahn züge schule schulen kinder frau frauen männer tote stellen preise strompreis kritik störung gesetz wahl wahlen krieg haft
    jahr jahre jahren tage mittwoch donnerstag freitag samstag sonntag montag dienstag deutschland protestieren`,
  nl: `zegt zeggen wil willen moet moeten mag mogen blijft blijven eist eisen waarschuwt wil stijgt stijgen daalt dalen sterft overlijdt treedt
    pakt opgepakt aangehouden gewond dood doden dicht sluit sluiten stemt stemmen verliest verliezen wint winnen start rijden rijdt wegens tegen
    zonder onder tussen opnieuw weer verder minder nieuwe nieuw oude eerste twee drie vier vijf zes zeven acht negen tien honderd duizend
    duizenden miljoen miljard procent kabinet politie burgemeester rechter rechtbank uitspraak ongeluk brug brand staking trein treinen school
    scholen kinderen vrouw vrouwen mannen verdachte verdachten overval banen prijzen prijs stroomprijs kritiek storing wet verkiezingen oorlog
    jaar jaren dagen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag boeren demonstreren vleugel lekkage kolencentrale maart`,
  it: `dice dicono vuole vogliono deve devono può resta restano chiede chiedono avverte sale salgono scende scendono muore muoiono morto morti
    morta ferito feriti ferita arresta arrestato arrestati chiude chiudere chiuso chiusa apre vota votano perde vince vincono dimette dimissioni
    contro dopo senza sotto tra ancora nuovo nuova nuovi nuove vecchio vecchia vecchie vecchi primo prima due tre quattro cinque sei sette otto
    nove dieci cento mille migliaia milioni miliardi governo polizia sindaco sindaca ministro ministra giudice tribunale sentenza incidente
    ponte incendio sciopero treno treni scuola scuole bambini donna donne uomo uomini sospetti rapina lavoro prezzi prezzo luce critiche
    guasto legge elezioni guerra anno anni giorni lunedì martedì mercoledì giovedì venerdì sabato domenica terremoto nessun disagi tutta tutto
    tutti agricoltori protestano fino marzo sicuro`,
  fr: `dit disent veut veulent doit doivent peut reste restent demande demandent avertit monte montent baisse baissent meurt meurent mort morts
    blessé blessés blessée arrêté arrêtés arrêtée ferme ferment fermé fermée ouvre vote votent perd gagne gagnent démissionne démission contre
    après sans sous entre encore nouveau nouvelle nouveaux nouvelles vieux vieille vieilles premier première deux trois quatre cinq sept huit
    neuf dix cent mille milliers millions milliards gouvernement maire ministre juge tribunal jugement accident pont incendie grève trains école
    écoles enfants femme femmes homme hommes suspects braquage emplois prix critiques panne loi élections guerre ans jours lundi mardi mercredi
    jeudi vendredi samedi dimanche séisme aucun aucune tout toute tous toutes pays agriculteurs manifestent jusqu'en`,
  es: `dice dicen quiere quieren debe deben puede sigue siguen pide piden advierte sube suben baja bajan muere mueren muerto muertos herido heridos
    herida detenido detenidos detiene cierra cierran cerrado abre vota votan pierde gana ganan dimite dimisión contra tras después bajo nuevo
    nueva nuevos nuevas viejo vieja viejas primer primera dos tres cuatro cinco seis siete ocho nueve diez cien mil miles millones gobierno policía
    alcalde alcaldesa ministro ministra juez tribunal sentencia accidente puente incendio huelga tren trenes escuela escuelas niños mujer mujeres
    hombre hombres sospechosos atraco empleos precio precios críticas avería ley elecciones guerra año años días lunes martes miércoles jueves
    viernes sábado domingo terremoto ningún ninguna todo toda todos país agricultores protestan caos`,
  pt: `diz dizem quer querem deve devem pode segue seguem pede pedem alerta sobe sobem cai caem morre morrem morto mortos ferido feridos preso presos
    prende fecha fecham fechado fechada abre vota votam perde ganha ganham renuncia demissão contra após depois sob novo nova novos novas velho
    velha primeiro primeira dois duas três quatro cinco seis sete oito nove dez cem mil milhares milhões governo polícia prefeito ministro ministra
    juiz tribunal sentença acidente ponte incêndio greve trem trens comboios escola escolas crianças mulher mulheres homem homens suspeitos assalto
    empregos preço preços críticas lei eleições guerra ano anos dias segunda-feira terça-feira quarta-feira quinta-feira sexta-feira terremoto
    nenhum todo toda todos país agricultores protestam causa`,
  sv: `säger vill måste ska kräver varnar ökar minskar dör död döda skadad skadade gripen gripna greps stänger stänga stängs stängd öppnar röstar
    förlorar vinner avgår protesterar mot efter utan under mellan igen nya gamla första två tre fyra fem sex sju åtta nio tio hundra tusen
    tusentals miljoner miljarder procent regeringen polisen kommunen ministern domstol dom olycka bro bron brand strejk tåg tågen skola skolor barn
    kvinna kvinnor män misstänkta rån jobb priser kritik lag val krig år dagar måndag tisdag onsdag torsdag fredag lördag söndag bönder
    kolkraftverk`,
  da: `siger vil må skal kræver advarer stiger falder dør død døde såret sårede anholdt lukker lukket åbner stemmer taber vinder går protesterer
    imod efter uden mellem igen nye gamle første to tre fire fem seks syv otte ni ti hundrede tusind tusindvis millioner milliarder procent
    regeringen politiet kommunen ministeren borgmester borgmesteren domstol dom ulykke bro broen brand strejke tog togene skole skoler børn kvinde
    kvinder mænd mistænkte røveri job priser kritik lov valg krig år dage mandag tirsdag onsdag torsdag fredag lørdag søndag marts landmænd`,
  no: `sier vil må skal krever advarer stiger faller dør død døde skadet skadde pågrepet stenger stengt åpner stemmer taper vinner går protesterer
    mot etter uten mellom igjen nye gamle første to tre fire fem seks sju åtte ni ti hundre tusen tusenvis millioner milliarder prosent
    regjeringen politiet kommunen ministeren ordfører ordføreren domstol dom ulykke bru brua bro brann streik tog togene skole skoler barn kvinne
    kvinner menn mistenkte ran jobber priser kritikk lov valg krig år dager mandag tirsdag onsdag torsdag fredag lørdag søndag mars bønder`,
  pl: `mówi mówią chce chcą musi muszą może zostaje żąda ostrzega rośnie rosną spada spadają zginął zginęli zmarł zmarła ranny ranni zatrzymany
    zatrzymani zatrzymała zamyka zamknięty zamknięta otwiera głosuje przegrywa wygrywa dymisji dymisja podał protestuje protestują przeciw bez pod
    między znowu nowy nowa nowe stary stara pierwszy dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc tysiące milionów
    procent rząd policja burmistrz minister sąd wyrok wypadek most pożar strajk pociąg pociągi szkoła szkoły dzieci kobieta mężczyzna podejrzani
    ceny krytyce ustawa wybory wojna rok lat dni poniedziałek wtorek środa czwartek piątek sobota niedziela rolników rolnicy`,
  cs: `říká chce musí může zůstává varuje roste klesá zemřel zemřela zraněn zatčen zavírá zavřen otevírá hlasuje prohrál vyhrál odstoupil rezignoval
    protestují proti bez opět nový nová nové starý první dva tři čtyři pět šest sedm osm devět deset sto tisíc tisíce milionů procent vláda policie
    starosta ministr soud rozsudek nehoda most požár stávka vlak vlaky škola školy děti žena muž ceny kritice zákon volby válka rok let dní pondělí
    úterý středa čtvrtek pátek sobota neděle`,
  fi: `sanoo haluaa pitää vaatii varoittaa nousee laskee kuoli kuollut loukkaantui pidätettiin sulkee suljettu avaa äänestää häviää voittaa eroaa
    vastaan jälkeen ilman välillä taas uusi uudet vanha ensimmäinen kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat
    tuhannet miljoonaa prosenttia hallitus poliisi pormestari ministeri oikeus tuomio onnettomuus silta tulipalo lakko juna junat koulu koulut
    lapset nainen mies hinnat kritiikin laki vaalit sota vuotta vuoden maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai`,
  tr: `dedi diyor istiyor uyardı yükseldi düştü öldü yaralandı tutuklandı gözaltına kapandı açıldı kaybetti kazandı istifa etti protesto karşı sonra
    ardından yeniden yeni eski ilk iki üç dört beş altı yedi sekiz dokuz yüz bin binlerce milyon milyar yüzde hükümet polis belediye başkanı bakan
    bakanı mahkeme karar kaza köprü yangın grev tren okul okullar çocuk kadın erkek fiyatı fiyatları eleştirilerin yasa seçim savaş yıl gün
    pazartesi salı çarşamba perşembe cuma cumartesi pazar`,
  id: `kata ingin harus bisa tetap minta memperingatkan naik turun tewas meninggal luka ditangkap tutup ditutup buka kalah menang mundur unjuk rasa
    berunjuk setelah tanpa antara kembali baru lama pertama dua tiga empat lima enam tujuh delapan sembilan sepuluh seratus ribu ribuan juta miliar
    persen pemerintah polisi wali menteri hakim pengadilan putusan kecelakaan jembatan kebakaran mogok kereta sekolah anak perempuan laki-laki
    harga kritik pemilu perang tahun hari senin selasa rabu kamis jumat sabtu minggu petani`,
};

/** Words of English headlines that the small words of running text don't hold. */
export const ENGLISH_HEADLINE_WORDS = `says say said told tells warns warn urges vows plans plan seeks faces wins win loses lose beats beat hits hit kills kill
  killed dies dead died shot hurt injured held arrested cuts cut raises rises rise falls fall drops jumps slides gains ends end opens open closes
  close shuts starts start begins quits resigns names named meets meet visits calls call backs back bans ban rejects denies admits claims wants
  gets takes makes gives goes comes leaves keeps shows finds sees signs signed sues fined jailed freed halts delays cancels passes approves
  blocks votes vote voters votes elections over under against amid before during off into through near new old first last next year years day days
  week month man men woman women child children people police mayor minister president court judge law bill tax budget war peace deal talks
  crash fire storm flood strike protest protests school schools hospital bridge road train trains jobs job prices price oil gas bank market
  report study poll leader chief boss team season game film world cup final final two three four five six seven eight nine ten million billion
  percent million top best worst more less how why what where when it its his her their our your my me us them him she we you i am pm
  bomb blast attack death death victims hotel house home city town state country government party power water food health news update live
  video pictures picture opinion letters review profit loss warning sale sales rate rates workers work pay coach player goal match race`;

/**
 * What words of a language look like that no list can hold all of: letters and endings that English words in small letters
 * don't have, or hardly ever.
 */
export const WORD_SHAPES: Readonly<Record<string, RegExp>> = {
  de: /[äöüß]|(?:ung|ungen|keit|heit|licht?e?[nrs]?|ische[nrms]?|iert|ieren|schaft|zeit|tzt|nnt|hrt|eibt|eist|eht|aus|auf|bau)$|^(?:ge|ver|be|zer|ent)\p{L}+(?:t|en)$|^(?:zu|beim?|vom|zum|zur|im|den|dem|einem|einen|einer)$/u,
  nl: /ij|aa[gknt]|uu|ieuw|ui[ktslnd]|oe[gkt]|oort|eert|(?:heid|lijke?|ing(?:en)?s|aars|isch|elijk|erij|atie|iteit|ingen|en?heid)$|^(?:ge)\p{L}{2,}(?:d|en)$|^(?:zw|vr|vl|sch[^o])|aak|ee[klnr]t?$/u,
  it: /(?:zione|zioni|mente|ità|aggio|aggi|ezza|anza|enza|ismo|ista|isti|iamo|ando|endo|ato|ati|ata|uto|uta|uti|ito|ita|iti|ino|ini|etto|etta|gli|glia|sce|scono|isce|ano|ono|tore|tori|ale|ali|ura|ure|ri|llo|lla|lli|zzi|zza|ssi|sto|sta)$|^(?:sg|sb|sch[ie])/u,
  fr: /[çœêèîôû]|(?:tion[ns]|ement|ités?|eux|euses?|eaux?|aux|ées?|iers?|ières?|oirs?|ique[s]?|ises?|elles?|ettes?|urent|èrent|aient|ait|isse|ugure|uire|oit|egne)$|^(?:l|d|qu|n|s|j|c)['’]/u,
  es: /[ñ¿¡]|(?:ción|ciones|sión|dad|dades|mente|ado|ados|ada|adas|ido|idos|ida|idas|miento|mientos|anza|encia|encias|illo|illa|ero|eros|era|eras|oso|osa|ando|iendo|aron|ieron|uye|uyen)$/u,
  pt: /[ãõ]|(?:ção|ções|são|dade|dades|mente|ado|ados|ada|adas|ido|idos|ida|idas|mento|mentos|agem|eira|eiro|eiros|aram|eram|inho|inha|ou)$|lh[ao]|nh[ao]/u,
  sv: /[åäö]|(?:arna|erna|orna|ningen?|ningar|heten?|ande|aste|skt|ligt|are)$/u,
  da: /[åæø]|(?:ningen?|ninger|heden?|ende|este|erne|ligt)$/u,
  no: /[åæø]|(?:ningen?|ninger|heten?|ende|este|ene|lig)$/u,
  pl: /[ąęłńśźż]|(?:ych|ego|emu|ami|ach|ość|ości|anie|enie|iego)$|^(?:prz|sz|cz)/u,
  cs: /[ěřůčšž]|(?:ého|ých|ami|ách|ost|ání|ení)$/u,
  fi: /[äö]{1}|(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|een|iin|inen|ksen|tuu|taa|vat)$|aa|uu|ii|yy/u,
  tr: /[ığş]|(?:ler|lar|lık|lik|dan|den|nın|nin|ında|inde|ları|leri|acak|ecek|yor)$/u,
  id: /^(?:ber|mem|men|meng|ter|peng)\p{L}{4,}|(?:kan|nya)$/u,
};
