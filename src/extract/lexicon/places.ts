import { phraseSet, wordSet } from "./word-list.ts";

/** Last words of names of places, lower case. */
export const PLACE_HEADS =
  wordSet(`airport area avenue basin bay beach borough boulevard bridge canal canyon cape castle city
  coast continent county creek delta desert district docks falls field forest garden gardens glacier gulf harbor harbour heights hill
  hills island islands isle isles kingdom lake land mall mountain mountains ocean park peninsula pier plateau plaza port prefecture
  province quarter range reef region republic reservoir ridge river road sar sea shire shore side sound square state states strait straits street
  suburb territory territories town township tower valley village volcano ward zone zones wharf marina stadium arena`);

/** Kinds of territory that may follow a place's own name without changing whom it means: "Hong Kong SAR". */
export const TERRITORY_SUFFIX =
  /\s(?:Special Administrative Region|SAR|Autonomous Region|Municipality|Province|Prefecture|City|Metropolitan Area)$/;

/** Lower-case nouns that mean a place. */
export const PLACE_NOUNS = wordSet(
  "city town village country region province state district county island zone area territory capital port harbour harbor",
);

/** Countries, territories, states, provinces and larger cities as English news call them. */
export const PLACES =
  phraseSet(`Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
  Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina,
  Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic,
  Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark, Djibouti,
  Dominica, Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Eswatini, Ethiopia, Fiji,
  Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Great Britain, Britain, Greece, Greenland, Grenada, Guatemala, Guinea,
  Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Northern Ireland, Israel, Italy,
  Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho,
  Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macao, Macau, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta,
  Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Burma, Namibia,
  Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman, Pakistan, Palau,
  Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda,
  Samoa, San Marino, Saudi Arabia, Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia,
  South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan,
  Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Tuvalu, Uganda, Ukraine,
  United Arab Emirates, UAE, United Kingdom, UK, U.K., United States, United States of America, US, U.S., USA, U.S.A., America,
  Uruguay, Uzbekistan, Vanuatu, Vatican, Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, Africa, Asia, Europe, Antarctica,
  North America, South America, Latin America, Middle East, Southeast Asia, West Bank, Gaza, Gaza Strip, Crimea, Catalonia, Bavaria,
  Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa,
  Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska,
  Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania,
  Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming,
  Ontario, Quebec, British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia, New South Wales, Queensland, Guangdong, Sichuan,
  Hubei, Hunan, Xinjiang, Fujian, Zhejiang, Jiangsu, Yunnan, Hainan, Kabul, Tirana, Algiers, Luanda, Buenos Aires, Yerevan,
  Canberra, Vienna, Baku, Dhaka, Minsk, Brussels, La Paz, Sarajevo, Brasilia, Sofia, Phnom Penh, Ottawa, Santiago, Beijing, Bogota,
  Zagreb, Havana, Nicosia, Prague, Copenhagen, Quito, Cairo, Tallinn, Addis Ababa, Helsinki, Paris, Tbilisi, Berlin, Accra, Athens,
  Guatemala City, Budapest, Reykjavik, New Delhi, Delhi, Jakarta, Tehran, Baghdad, Dublin, Jerusalem, Rome, Kingston, Tokyo, Amman,
  Nairobi, Kuwait City, Bishkek, Vientiane, Riga, Beirut, Tripoli, Vilnius, Kuala Lumpur, Valletta, Mexico City, Chisinau,
  Ulaanbaatar, Podgorica, Rabat, Maputo, Windhoek, Kathmandu, Amsterdam, The Hague, Wellington, Abuja, Pyongyang, Skopje, Oslo, Muscat,
  Islamabad, Lima, Manila, Warsaw, Lisbon, Doha, Bucharest, Moscow, Kigali, Riyadh, Dakar, Belgrade, Bratislava, Ljubljana,
  Mogadishu, Pretoria, Cape Town, Johannesburg, Seoul, Madrid, Barcelona, Colombo, Khartoum, Stockholm, Bern, Geneva, Zurich,
  Damascus, Taipei, Dodoma, Bangkok, Tunis, Ankara, Istanbul, Kampala, Kyiv, Kiev, Abu Dhabi, Dubai, London, Edinburgh, Glasgow,
  Cardiff, Belfast, Manchester, Birmingham, Liverpool, Leeds, Bristol, Sheffield, Newcastle, Oxford, Cambridge, Washington,
  Washington D.C., New York City, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, San Jose,
  San Francisco, Seattle, Denver, Boston, Detroit, Nashville, Memphis, Portland, Las Vegas, Baltimore, Milwaukee, Atlanta, Miami,
  Cleveland, New Orleans, Minneapolis, St. Louis, Pittsburgh, Cincinnati, Brooklyn, Manhattan, Montevideo, Caracas, Hanoi,
  Ho Chi Minh City, Harare, Toronto, Vancouver, Montreal, Sydney, Melbourne, Brisbane, Perth, Adelaide, Auckland, Shanghai,
  Shenzhen, Guangzhou, Chongqing, Tianjin, Wuhan, Chengdu, Hangzhou, Nanjing, Xi'an, Osaka, Kyoto, Hiroshima, Fukushima, Mumbai,
  Kolkata, Chennai, Bangalore, Hyderabad, Karachi, Lahore, Lagos, Casablanca, Alexandria, Gothenburg, Hamburg, Munich, Frankfurt, Cologne,
  Milan, Naples, Turin, Venice, Marseille, Lyon, Strasbourg, Krakow, Gdansk, Odessa, Kharkiv, Mariupol, St. Petersburg, Sao Paulo, São Paulo,
  Rio de Janeiro, Atlantic, Pacific, Mediterranean, Baltic, Arctic, Himalayas, Alps, Sahara, Silicon Valley, Wall Street, Westminster, Aleppo, Mosul, Kandahar`);

/** Adjectives of nationality, which make a nominal organisation one of that country: "the Spanish government". */
export const NATIONALITIES =
  wordSet(`Afghan African Albanian Algerian American Argentine Armenian Asian Australian Austrian Bahraini Bangladeshi
  Belarusian Belgian Bolivian Brazilian British Bulgarian Burmese Cambodian Canadian Catalan Chilean Chinese Colombian Congolese Croatian Cuban
  Cypriot Czech Danish Dutch Ecuadorian Egyptian English Estonian Ethiopian European Filipino Finnish French Georgian German
  Ghanaian Greek Guatemalan Haitian Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Jamaican Japanese
  Jordanian Kazakh Kenyan Korean Kosovan Kurdish Kuwaiti Latvian Lebanese Libyan Lithuanian Malaysian Maltese Mexican Moldovan
  Mongolian Moroccan Nepalese Nigerian Norwegian Pakistani Palestinian Panamanian Peruvian Polish Portuguese Qatari Romanian
  Russian Rwandan Saudi Scottish Senegalese Serbian Singaporean Slovak Slovenian Somali Soviet Spanish Sudanese Swedish Swiss
  Syrian Taiwanese Thai Tibetan Tunisian Turkish Ugandan Ukrainian Uruguayan Venezuelan Vietnamese Welsh Yemeni Zambian
  Zimbabwean`);
