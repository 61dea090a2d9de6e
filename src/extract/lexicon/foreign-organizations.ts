import { wordSet } from "./word-list.ts";

/** Words by which names of organisations begin in other languages: "Banco Santander", "Université de Lyon". Lower case. */
export const FOREIGN_ORGANIZATION_HEADS =
  wordSet(`banco banca banque bank banka groupe grupo gruppo groep konzern koncern société sociedad società sociedade
  sociedade compagnie compañía compagnia companhia université universidad universidade università universität universiteit universitet
  uniwersytet ministère ministerio ministério ministero ministerium ministerie ministerstwo institut instituto istituto instytut agence
  agencia agência agenzia agentur agentschap fédération federación federação federazione föderation fondation fundación fundação fondazione
  stiftung stichting stiftelsen fundacja conseil consejo conselho consiglio caisse caja caixa cassa parti partido partito partei partij
  syndicat sindicato sindacato gewerkschaft vakbond confédération confederación confederação confederazione comité comisión comissão
  commissione kommission commissie tribunal tribunale gericht hôpital ospedale klinikum ziekenhuis assemblée asamblea assemblea assembleia
  association asociación associação associazione verein verband vereniging forening förening sparkasse stadtwerke cooperativa coopérative
  genossenschaft coöperatie empresa entreprise azienda editorial éditions edizioni verlag uitgeverij ayuntamiento préfecture prefettura
  fratelli gebrüder gebroeders hermanos irmãos fabbrica fábrica fabrik fabriek laboratoires laboratorios laboratori radiotelevisión
  radiotelevisione rundfunk`);

/** What stands before the noun in such names and says whose it is: "Deutsche Bahn", "Norges Bank". */
export const NATIONAL_WORDS =
  wordSet(`deutsche deutscher deutsches österreichische österreichischer schweizerische schweizerischer
  nederlandse koninklijke kongelige kungliga norsk norske norges svensk svenska sveriges dansk danske danmarks suomen polskie polska polski
  česká slovenská magyar hrvatska türkiye`);

/** Ends of compound nouns that name organisations: "Verkehrsbetriebe", "Riksbank", "Skatteverket". */
export const ORGANIZATION_ENDING =
  /^\p{Lu}\p{Ll}{3,}(?:bank|banken|kasse|werke|betriebe|gesellschaft|verband|verein|ministerium|universität|institut|gericht|gerichtshof|partei|gewerkschaft|anstalt|stiftung|genossenschaft|kommission|behörde|agentur|klinikum|zeitung|rundfunk|konzern|versicherung|verket|styrelsen|myndigheten|partiet|bolaget|förbundet|ministeriet|direktoratet|maatschappij|vereniging|ministerie|universiteit)$/u;
