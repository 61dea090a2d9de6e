/** Adjectives of nationality with the country as English news call it: "French President", and France. */
export const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  `Afghan Afghanistan; Albanian Albania; Algerian Algeria; American United States; Argentine Argentina; Armenian Armenia;
  Australian Australia; Austrian Austria; Azerbaijani Azerbaijan; Bahraini Bahrain; Bangladeshi Bangladesh; Belarusian Belarus;
  Belgian Belgium; Bolivian Bolivia; Bosnian Bosnia; Brazilian Brazil; British Britain; Bulgarian Bulgaria; Burmese Myanmar;
  Cambodian Cambodia; Canadian Canada; Chilean Chile; Chinese China; Colombian Colombia; Congolese Congo; Croatian Croatia;
  Cuban Cuba; Cypriot Cyprus; Czech Czech Republic; Danish Denmark; Dutch Netherlands; Ecuadorian Ecuador; Egyptian Egypt;
  English England; Eritrean Eritrea; Estonian Estonia; Ethiopian Ethiopia; Filipino Philippines; Finnish Finland; French France;
  Georgian Georgia; German Germany; Ghanaian Ghana; Greek Greece; Guatemalan Guatemala; Haitian Haiti; Honduran Honduras;
  Hungarian Hungary; Icelandic Iceland; Indian India; Indonesian Indonesia; Iranian Iran; Iraqi Iraq; Irish Ireland; Israeli Israel;
  Italian Italy; Jamaican Jamaica; Japanese Japan; Jordanian Jordan; Kazakh Kazakhstan; Kenyan Kenya; Kosovan Kosovo;
  Kuwaiti Kuwait; Latvian Latvia; Lebanese Lebanon; Libyan Libya; Lithuanian Lithuania; Malaysian Malaysia; Malian Mali;
  Maltese Malta; Mexican Mexico; Moldovan Moldova; Mongolian Mongolia; Moroccan Morocco; Nepalese Nepal; Nicaraguan Nicaragua;
  Nigerian Nigeria; Norwegian Norway; Pakistani Pakistan; Panamanian Panama; Peruvian Peru; Polish Poland; Portuguese Portugal;
  Qatari Qatar; Romanian Romania; Russian Russia; Rwandan Rwanda; Salvadoran El Salvador; Saudi Saudi Arabia; Scottish Scotland;
  Senegalese Senegal; Serbian Serbia; Singaporean Singapore; Slovak Slovakia; Slovenian Slovenia; Somali Somalia; Spanish Spain;
  Sudanese Sudan; Swedish Sweden; Swiss Switzerland; Syrian Syria; Taiwanese Taiwan; Tanzanian Tanzania; Thai Thailand;
  Tunisian Tunisia; Turkish Turkey; Ugandan Uganda; Ukrainian Ukraine; Uruguayan Uruguay; Uzbek Uzbekistan; Venezuelan Venezuela;
  Vietnamese Vietnam; Welsh Wales; Yemeni Yemen; Zambian Zambia; Zimbabwean Zimbabwe`
    .split(/;\s*/)
    .map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]),
);
