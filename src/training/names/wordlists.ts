/** Word lists written for On Record: what a reader of the news knows before opening the paper. Separated by commas. */

const list = (text: string) =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** Given names in many languages, one word each. */
export const GIVEN_NAMES = list(`
  Aaron, Abdul, Abdullah, Abigail, Adam, Adrian, Agnes, Ahmad, Ahmed, Akira, Alan, Albert, Alberto, Alejandro, Aleksandr, Alessandro,
  Alex, Alexander, Alexandra, Alexandre, Alexei, Alexis, Alfred, Ali, Alice, Alicia, Alison, Allan, Allen, Amanda, Amber, Amina, Amir,
  Amit, Amy, Ana, Anastasia, Anders, Andre, André, Andrea, Andreas, Andrei, Andrej, Andrés, Andrew, Andrzej, Andy, Angela, Angus, Anil, Anita,
  Ann, Anna, Anne, Annegret, Annette, Anthony, Antoine, Anton, Antonio, António, Antony, Arjun, Arlene, Arnold, Arthur, Arturo, Asha,
  Ashley, Ashraf, Ayman, Ayşe, Barack, Barbara, Barry, Bashar, Beatrice, Ben, Benedict, Benjamin, Bernard, Bernie, Bertrand, Beth, Betty, Bill,
  Bob, Bobby, Boris, Brad, Bradley, Brandon, Brenda, Brendan, Brett, Brian, Bridget, Bruce, Bruno, Bryan, Calvin, Cameron, Carl, Carla,
  Carles, Carlo, Carlos, Carly, Carmen, Carol, Caroline, Carolyn, Carrie, Catherine, Cecilia, Charles, Charlie, Charlotte, Chen, Cheryl,
  Chloe, Chris, Christian, Christina, Christine, Christoph, Christophe, Christopher, Chuck, Cindy, Claire, Clara, Claude, Claudia, Colin,
  Connor, Constantine, Corey, Craig, Cristina, Cynthia, Cyril, Dale, Damian, Dan, Daniel, Daniela, Danny, Darren, Dave, David, Dawn, Dean,
  Deborah, Debbie, Denis, Dennis, Derek, Desmond, Diana, Diane, Diego, Dieter, Dilma, Dimitri, Dmitri, Dmitry, Dominic, Dominique, Don,
  Donald, Donna, Doris, Dorothy, Doug, Douglas, Duncan, Dylan, Ed, Eddie, Edgar, Edith, Edmund, Eduardo, Edward, Edwin, Eileen, Elaine,
  Eleanor, Elena, Eli, Elias, Elijah, Elisabeth, Elizabeth, Ella, Ellen, Emily, Emma, Emmanuel, Enda, Enrico, Enrique, Eric, Erik, Erin,
  Ernest, Ernesto, Esther, Ethan, Eugene, Eva, Evan, Evelyn, Evo, Fatima, Felix, Ferdinand, Fernando, Fiona, Florence, Frances, Francesca,
  Francesco, Francis, Francisco, Franco, François, Françoise, Frank, Franklin, Frans, Franz, Fred, Frederick, Friedrich, Gabriel, Gareth,
  Gary, Gavin, Gene, Geoff, Geoffrey, George, Georges, Gerald, Gerard, Gerhard, Gerry, Giorgio, Giovanni, Giulio, Giuseppe, Glenn, Gloria,
  Gordon, Grace, Graham, Greg, Gregory, Greta, Guido, Guillaume, Gustav, Guy, Hamid, Hannah, Hans, Harold, Harriet, Harry, Harvey, Hasan,
  Hassan, Heather, Heidi, Heinrich, Helen, Helena, Helmut, Henri, Henry, Herbert, Herman, Hiroshi, Holly, Howard, Hugh, Hugo, Hussein,
  Ian, Ibrahim, Igor, Ilhan, Imran, Indira, Ingrid, Irene, Irina, Isaac, Isabel, Isabella, Ismail, Ivan, Jack, Jackie, Jacob, Jacqueline,
  Jacques, Jaime, Jair, Jake, Jamal, James, Jamie, Jan, Jane, Janet, Janice, Jared, Jason, Javier, Jay, Jean, Jeb, Jeff, Jeffrey, Jennifer,
  Jens, Jeremy, Jerry, Jesse, Jessica, Jesús, Jill, Jim, Jimmy, Jo, Joan, Joanna, Joaquín, Jodie, Joe, Joel, Johan, Johann, John, Johnny,
  Jon, Jonas, Jonathan, Jordan, Jorge, José, Josef, Joseph, Josephine, Josh, Joshua, Joyce, Juan, Juana, Judith, Judy, Julia, Julian,
  Julie, Julio, Julius, Jun, Junichiro, Justin, Jürgen, Kamala, Karen, Karim, Karl, Kate, Katherine, Kathleen, Kathryn, Kathy, Katie, Katrina,
  Kay, Keith, Kellyanne, Kelly, Ken, Kenneth, Kenji, Kerry, Kevin, Khalid, Khaled, Kim, Kirsten, Kofi, Konrad, Kristen, Kumar, Kurt,
  Kwame, Kyle, Lakshmi, Larry, Lars, Laura, Lauren, Laurence, Laurent, Lawrence, Leah, Lech, Lee, Leila, Leo, Leon, Leonard, Leonardo,
  Leonid, Leslie, Lewis, Li, Liam, Linda, Lindsey, Lisa, Liu, Liz, Lloyd, Lois, Loretta, Lorenzo, Louis, Louise, Luc, Lucas, Luca, Lucia, Lucy,
  Ludwig, Luigi, Luis, Luís, Luiz, Luke, Lynn, Madeleine, Mahmoud, Malcolm, Malik, Manfred, Manmohan, Manuel, Marc, Marcel, Marco, Marcos,
  Marcus, Margaret, Margarita, Maria, María, Mariam, Marie, Marina, Marine, Mario, Marion, Marjorie, Mark, Marlene, Martha, Martin,
  Marvin, Mary, Masoud, Mateusz, Matt, Matteo, Matthew, Matthias, Maureen, Maurice, Max, Megan, Megyn, Melanie, Melinda, Melissa, Mercedes, Michael, Michel, Michele,
  Michelle, Miguel, Mike, Mikhail, Milan, Milton, Miriam, Mitch, Mitt, Mohamed, Mohammad, Mohammed, Mohamad, Moira, Molly, Mona, Monica,
  Morgan, Muhammad, Mustafa, Nabil, Nadia, Nana, Nancy, Naomi, Narendra, Natalia, Natalie, Natasha, Nathan, Nawaz, Neil, Nelson, Newt, Nicholas,
  Nick, Nicola, Nicolas, Nicolás, Nicole, Nigel, Nikki, Nikolai, Nina, Noah, Noam, Noor, Nora, Norman, Olaf, Oleg, Olga, Oliver, Olivia,
  Omar, Oscar, Osama, Otto, Pablo, Pamela, Paola, Paolo, Pat, Patricia, Patrick, Paul, Paula, Pauline, Pavel, Pedro, Peggy, Penny, Per, Peter,
  Petr, Petra, Phil, Philip, Philippe, Phillip, Phyllis, Pierre, Pieter, Piotr, Priya, Rachel, Rafael, Rahul, Raj, Rajiv, Ralph, Ramón, Randy, Raúl,
  Ray, Raymond, Rebecca, Recep, Reince, Reinhard, Renata, René, Ricardo, Richard, Rick, Rita, Rob, Robert, Roberta, Roberto, Robin, Rodrigo,
  Rodney, Roger, Roland, Roman, Ron, Ronald, Rosa, Rose, Ross, Roy, Ruth, Ryan, Saeb, Saddam, Saeed, Salim, Sally, Salman, Sam, Samantha, Samuel,
  Sandra, Sanjay, Santiago, Sara, Sarah, Scott, Sean, Sebastian, Serge, Sergei, Sergey, Sergio, Seth, Shane, Shannon, Sharon, Shaun,
  Sheila, Shinzo, Shirley, Sidney, Silvio, Simon, Simone, Sofia, Sonia, Sophie, Stan, Stanley, Stefan, Stella, Stephan, Stephanie,
  Stephen, Steve, Steven, Stewart, Stuart, Sue, Sunil, Susan, Susanne, Suzanne, Sven, Sylvia, Tamara, Tania, Tanya, Tara, Tariq, Taro, Tatiana, Ted,
  Teresa, Terry, Thabo, Theodore, Theresa, Thierry, Thomas, Tim, Timothy, Tina, Todd, Tom, Tomás, Tommy, Tony, Tracy, Trevor, Tyler, Umar,
  Ursula, Valerie, Valentina, Vanessa, Vera, Veronica, Vicente, Victor, Víctor, Victoria, Vijay, Viktor, Vincent, Virginia, Vladimir, Volodymyr,
  Walter, Wang, Warren, Wayne, Wendy, Werner, Wilhelm, Will, William, Willy, Winston, Wolfgang, Xavier, Xi, Yasmin, Yasser, Yitzhak, Yoko, Yoshihiko, Yuri,
  Yusuf, Yves, Yvonne, Zachary, Zainab, Zhang, Zoe`);

/** Family names beyond those WordNet has. */
export const FAMILY_NAMES = list(`
  Abbott, Abe, Adams, Adeyemi, Ahmed, Akhtar, Albright, Alvarez, Andersen, Anderson, Annan, Assad, Bailey, Baker, Banerjee, Barnes, Becker, Bell, Bennett,
  Bergman, Biden, Bianchi, Blair, Bolton, Brooks, Brown, Bush, Butler, Cameron, Campbell, Carson, Carter, Castro, Chan, Chang, Chavez, Cheney,
  Cheng, Chen, Cheung, Chirac, Choi, Chow, Chowdhury, Christie, Clark, Clarke, Clinton, Cohen, Collins, Cook, Cooper, Cox, Cruz, Da Silva, Davies, Davis, Diaz,
  Dubois, Duncan, Edwards, Eriksson, Evans, Farage, Fernandez, Ferrari, Fillon, Fischer, Fisher, Foster, Fox, Garcia, García, Gates, Giuliani, Gomez, Gonzalez, González,
  Gordon, Gore, Graham, Grant, Gray, Green, Griffin, Gupta, Hall, Hamilton, Hansen, Haque, Harris, Harrison, Hassan, Hayes, Hernandez, Hill, Ho, Hoffmann,
  Hollande, Hopkins, Howard, Huang, Hughes, Hunt, Hussain, Hussein, Ibrahim, Ivanov, Jackson, James, Jansen, Jensen, Johansson, Johnson, Jones, Juncker,
  Kaine, Karlsson, Kasich, Kaur, Kelly, Kennedy, Kenyatta, Khan, Kim, King, Klein, Kovács, Kowalski, Kumar, Kuznetsov, Lam, Larsen, Lau, Lavrov, Lee, Lewis,
  Li, Lim, Lin, Liu, Lopez, López, Lula, Lynch, Macron, Mahmood, Major, Mandela, Martin, Martinez, Martínez, McCain, McConnell, McDonald, Mendes, Merkel,
  Meyer, Miller, Mishra, Mitchell, Modi, Mohammed, Moore, Morales, Morgan, Morris, Müller, Murphy, Murray, Mwangi, Nakamura, Nelson, Netanyahu, Nguyen, Nielsen, Novak, O'Brien,
  O'Connor, O'Neill, Obama, Okafor, Olsen, Orbán, Ortiz, Owens, Papadopoulos, Park, Parker, Patel, Pelosi, Pence, Pereira, Perez, Perry, Petersen, Petrov, Phillips,
  Popov, Powell, Price, Putin, Rahman, Rajoy, Ramirez, Rao, Reagan, Reid, Reyes, Reynolds, Richardson, Rivera, Roberts, Robinson, Rodriguez, Rogers, Romney, Rossi, Rubio, Ruiz,
  Russell, Ryan, Saleh, Sanchez, Sánchez, Sanders, Santos, Sarkozy, Sato, Schmidt, Schneider, Schröder, Schulz, Schumer, Scott, Sharma, Shaw, Silva, Simpson, Singh, Smirnov, Smith,
  Sokolov, Souza, Stevens, Stewart, Sullivan, Suzuki, Svensson, Takahashi, Tan, Tanaka, Taylor, Thatcher, Thomas, Thompson, Torres, Trump, Tsang, Tsipras, Turner, Van Buren, Vasquez,
  Wagner, Walker, Walsh, Wang, Ward, Warren, Watson, Weber, White, Williams, Wilson, Wong, Wood, Wright, Wu, Xi, Yamamoto, Yang, Yeltsin, Young, Yung, Zhang, Zhao, Zhou, Zuma`);

/** Places beyond countries and what WordNet has. */
export const PLACES = list(`
  Aberdeen, Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Aden, Alberta, Aleppo, Algiers, Almaty, Amman, Amsterdam, Anbar, Andalusia, Ankara, Antwerp, Athens, Auckland,
  Baghdad, Baku, Bali, Bangalore, Bangkok, Barcelona, Basel, Basque Country, Basra, Bavaria, Beijing, Beirut, Belfast, Belgrade, Benghazi, Berlin, Bern, Bilbao, Birmingham, Bogotá,
  Bologna, Bombay, Bonn, Bordeaux, Boston, Brasília, Bratislava, Bremen, Bristol, British Columbia, Brisbane, Britain, Brittany, Brooklyn, Bronx, Brussels, Bucharest, Budapest, Buenos Aires, Cairo, Calais,
  Calcutta, Calgary, Cambridge, Canberra, Cape Town, Capitol Hill, Caracas, Cardiff, Catalonia, Central Asia, Central America, Chechnya, Chengdu, Chennai, Chicago, Chongqing, Cologne, Colombo, Copenhagen, Corsica,
  Crimea, Dakar, Dallas, Damascus, Dar es Salaam, Darfur, Delhi, Denver, Detroit, Dhaka, Doha, Donetsk, Downing Street, Dresden, Dubai, Dublin, Durban, Düsseldorf, East Asia, East Jerusalem, Eastern Europe, Edinburgh,
  England, Europe, Fallujah, Flanders, Florence, Florida, Fort Worth, Frankfurt, Galicia, Gaza, Gaza Strip, Geneva, Glasgow, Golan Heights, Great Britain, Greater Bay Area, Guangdong, Guangzhou, Guantánamo, Gulf, Hamburg, Hanoi, Hanover,
  Harare, Havana, Hebron, Helsinki, Helmand, Hiroshima, Ho Chi Minh City, Holland, Homs, Hong Kong, Honolulu, Houston, Hyderabad, Idlib, Islamabad, Istanbul, Jaffna, Jakarta, Jeddah, Jerusalem, Johannesburg, Kabul, Kandahar,
  Kampala, Karachi, Kashmir, Kathmandu, Kerala, Khartoum, Kiev, Kigali, Kinshasa, Kirkuk, Kolkata, Kosovo, Kraków, Kuala Lumpur, Kurdistan, Kyiv, Kyoto, Lagos, Lahore, Latin America, Leeds, Leicester, Leipzig, Lima, Lisbon,
  Liverpool, Ljubljana, London, Los Angeles, Luhansk, Lyon, Madrid, Manchester, Manhattan, Manila, Manitoba, Marseille, Mariupol, Mecca, Melbourne, Mexico City, Miami, Middle East, Milan, Minneapolis, Minsk, Mogadishu, Mombasa, Montreal, Moscow, Mosul,
  Mumbai, Munich, Nairobi, Nanjing, Naples, Nashville, New Delhi, New England, New Orleans, New South Wales, New York City, Newcastle, Nice, North Africa, North America, Northern Ireland, Nova Scotia, Okinawa, Ontario, Orlando, Osaka, Oslo, Ottawa,
  Oxford, Palermo, Palestine, Palm Beach, Palmyra, Panama City, Paris, Pennsylvania Avenue, Persian Gulf, Perth, Peshawar, Philadelphia, Phnom Penh, Phoenix, Pittsburgh, Porto, Prague, Pretoria, Provence, Puerto Rico, Pyongyang, Quebec, Queens, Queensland, Rangoon, Raqqa,
  Ramallah, Rhineland, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam, Salzburg, San Antonio, San Diego, San Francisco, San Jose, Santiago, São Paulo, Sarajevo, Sardinia, Saskatchewan, Saxony, Scandinavia, Scotland, Seattle, Seoul, Seville, Shanghai, Sheffield, Shenzhen,
  Siberia, Sicily, Silicon Valley, Sofia, South America, South Asia, South China Sea, Southeast Asia, St. Louis, St. Petersburg, Stockholm, Strasbourg, Stuttgart, Surrey, Sydney, Syria, Taipei, Tallinn, Tampa, Tampere, Tasmania, Tbilisi, Tehran, Tel Aviv, Thessaloniki, Tibet, Tijuana, Tikrit, Tokyo,
  Toronto, Toulouse, Transylvania, Tripoli, Tucson, Tunis, Turin, Tuscany, U.K., U.S., U.S.A., UK, USA, Ulster, United Kingdom, United States, Utrecht, Valencia, Vancouver, Venice, Victoria, Vienna, Vilnius, Wales, Wallonia, Warsaw, Washington, Washington D.C., West Bank, Western Europe,
  Westminster, Wuhan, Xinjiang, Yangon, Yerevan, Yokohama, York, Yorkshire, Zagreb, Zurich, Czech Republic, Czechoslovakia, Yugoslavia, Soviet Union, USSR, West Germany, East Germany, Burma, Ivory Coast, Macedonia, Swaziland, Macau, Macao, South Korea, North Korea, Congo, Russia, Turkey,
  Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico,
  New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, West Virginia, Wisconsin, Wyoming, Calif., Fla., Pa., Mass., Ariz., Colo., Conn., Ill., Mich., Minn., Tenn., Va., Wis., N.Y., N.J., N.C., S.C., N.H., D.C., DC, NYC,
  Lower Saxony, North Rhine-Westphalia, Brandenburg, Thuringia, Hesse, Saarland, Lombardy, Veneto, Piedmont, Liguria, Emilia-Romagna, Lazio, Campania, Calabria, Apulia, South Tyrol, Tyrol, Styria, Carinthia, Normandy, Burgundy, Alsace, Jammu, Punjab, Sindh, Balochistan, Gujarat, Bihar, Uttar Pradesh, Maharashtra, Tamil Nadu, Karnataka, Bengal, West Bengal, Assam`);

/** Organisations beyond those WordNet has: papers, agencies, parties, companies, unions of states. */
export const ORGANIZATIONS = list(`
  ABC, AFP, Agence France-Presse, Al Jazeera, Al-Jazeera, Al-Qaeda, al-Qaida, Amazon, American Civil Liberties Union, ACLU, AIPAC, Amnesty International, AP, Apple, ASEAN, Associated Press, AT&T, Atlantic, BBC, Bloomberg, Boeing, Boko Haram, Breitbart, Brexit Party, BuzzFeed, CBS, CDC, CDU, Chamber of Commerce,
  China Daily, Christian Democratic Union, CIA, CNBC, CNN, Commonwealth, Congress, Conservative Party, Conservatives, Council of Europe, CSU, Daily Beast, Daily Mail, Daily Telegraph, Defense Department, Democratic National Committee, Democratic Party, Deutsche Bank, DHS, DNC, DUP, ECB, Economist, EPA, EU, European Central Bank, European Commission, European Parliament, European Union, Exxon,
  Facebook, Fatah, FBI, FCC, FDA, FDP, Federal Reserve, Fianna Fáil, Fidesz, Financial Times, Fine Gael, Five Star Movement, Foreign Ministry, Fox, Fox News, Foreign Office, Front National, Gazprom, General Electric, General Motors, Goldman Sachs, Google, GOP, Green Party, Greenpeace, Greens, Guardian, Hamas, Harvard, Harvard University, Hezbollah, Hizbollah, House, House of Commons, House of Lords, House of Representatives, HSBC, Huffington Post,
  Human Rights Watch, IAEA, IBM, ICE, IMF, Independent, International Criminal Court, International Monetary Fund, Interpol, IRA, IRS, ISIL, ISIS, Islamic State, JPMorgan, Justice Department, Knesset, Kremlin, Kuomintang, Labor Party, Labour, Labour Party, Law and Justice, Le Monde, Lega Nord, Liberal Democrats, Liberal Party, Lib Dems, Likud, Los Angeles Times, Lufthansa, McDonald's, Microsoft, MSNBC, MI5, MI6, NAACP, NAFTA, NASA, National Front,
  NATO, NBC, New York Post, New York Times, Newsweek, NHS, Nobel Committee, NPR, NRA, NSA, OECD, OPEC, Oxfam, Oxford University, Parliament, Party of European Socialists, Pentagon, People's Daily, Planned Parenthood, Plaid Cymru, PLO, Podemos, Politburo, Politico, Popular Party, Red Cross, Republican National Committee, Republican Party, Reuters, RNC, SEC, Security Council, Senate, Sinn Fein, Sinn Féin, Siemens, SNP, Social Democratic Party, Socialist Party, Sony, SPD, Spiegel, Stanford,
  State Department, Supreme Court, Syriza, Taliban, Tea Party, Tesla, Time, Times, Toyota, Treasury, Treasury Department, Trump Organization, Twitter, UKIP, UN, U.N., UNESCO, UNHCR, UNICEF, United Nations, USA Today, US Congress, Vatican, Volkswagen, Vox, Wall Street Journal, Wal-Mart, Walmart, Warner Bros, Washington Post, Washington Times, White House, WHO, Wikileaks, WikiLeaks, World Bank, World Health Organization, World Trade Organization, WTO, Xinhua, Yahoo, YouTube, Pepsi, Ford, Nike, Samsung, Huawei, Alibaba, Tencent, Uber, Netflix, Intel, Airbus, Nestlé, Shell, BP, Enron`);

/** Last words of the names of organisations. */
export const ORGANIZATION_NOUNS = list(`
  Academy, Administration, Agency, Airlines, Airways, Alliance, Army, Assembly, Associates, Association, Authority, Bank, Board, Brigade, Broadcasting, Brothers, Bureau, Cabinet, Center, Centre, Chamber, Chronicle, Church, Club, Coalition, College, Command, Commission, Committee, Company, Confederation, Conference, Congress, Consortium, Convention, Corp, Corp., Corporation, Corps, Council, Court,
  Democrats, Department, Directorate, Division, Embassy, Enterprise, Enterprises, Exchange, Federation, Force, Forces, Forum, Foundation, Front, Fund, Gazette, Government, Group, Guard, Herald, Holdings, Hospital, House, Inc, Inc., Industries, Initiative, Institute, Institution, International, Journal, Junta, Laboratories, Laboratory, League, Legislature, Liaison, Limited, LLC, LLP, Ltd, Ltd., Magazine,
  Ministry, Mission, Movement, Museum, Network, News, Office, Organisation, Organization, Parliament, Partners, Partnership, Party, Police, Post, Press, Program, Programme, Project, Regiment, Republicans, School, Secretariat, Senate, Service, Services, Society, Squad, Syndicate, Synod, Systems, Task Force, Team, Technologies, Television, Times, Tribune, Trust, Tribunal, Union, Unit, University, Watch, Workers, AB, AG, ASA, Bhd, BV, Co, Co., GmbH, KK, KGaA, NV, Oy, Oyj, PLC, Plc, Pte, Pty, SA, S.A., SE, SpA, S.p.A.`);

/** Last words of the names of places. */
export const PLACE_NOUNS = list(`
  Airport, Area, Avenue, Base, Basin, Bay, Beach, Boulevard, Bridge, Canal, Canyon, Castle, City, Coast, Continent, Corridor, County, Creek, Desert, District, Drive, Emirate, Falls, Forest, Gulf, Harbor, Harbour, Heights, Highway, Hill, Hills, Island, Islands, Isles, Kingdom, Lake, Mount, Mountain, Mountains, Municipality, Ocean, Palace, Park, Peninsula, Plateau, Plaza, Port, Prefecture, Province, Reef, Region,
  Republic, Ridge, River, Road, Sea, Shore, Square, Station, Strait, Street, Suburb, Territory, Tower, Town, Township, Valley, Village, Volcano, Zone`);

/** Last words of the names of other things: events, laws, prizes, works. */
export const OTHER_NOUNS = list(`
  Accord, Accords, Act, Agreement, Amendment, Anniversary, Award, Awards, Bill, Bowl, Caucuses, Census, Championship, Charter, Code, Constitution, Crisis, Cup, Day, Days, Debate, Declaration, Deal, Election, Elections, Festival, Games, Holocaust, Hurricane, Law, Manifesto, Massacre, Olympics, Pact, Plan, Primary, Prize, Protocol, Referendum, Reform, Report, Revolution, Rebellion, Riots, Scandal, Summit, Treaty, Trial, War, Wars`);

/** What stands before a person's name. */
export const TITLES = list(`
  Mr, Mr., Mrs, Mrs., Ms, Ms., Miss, Dr, Dr., Prof, Prof., Professor, Sir, Lord, Lady, Dame, Baroness, Baron, Count, Duke, Duchess, Prince, Princess, King, Queen, Emperor, Sultan, Emir, Sheikh, Sheik, Shaikh, Imam, Ayatollah, Mullah, Pope, Cardinal, Archbishop, Bishop, Father, Reverend, Rev, Rev., Rabbi, Pastor, Sister, Brother, Saint, President, Vice-President, Premier, Chancellor, Minister, Secretary, Senator, Sen, Sen., Sens., Congressman, Congresswoman, Representative,
  Rep, Rep., Reps., Governor, Gov, Gov., Gen, Gen., General, Col, Col., Colonel, Capt, Capt., Captain, Maj, Maj., Major, Lt, Lt., Lieutenant, Sgt, Sgt., Sergeant, Cpl., Corporal, Admiral, Adm., Commander, Cmdr., Marshal, Justice, Judge, Chief, Mayor, Ambassador, Attorney, Speaker, Commissioner, Chairman, Chairwoman, Chairperson, Director, Chief Executive, Detective, Officer, Inspector, Constable, Coach, Councillor, Comrade, Don, Herr, Monsieur, Madame, Spokesman, Spokeswoman, Spokesperson, Leader, Candidate, Deputy, Taoiseach, Adviser, Advisor, Lawyer, Analyst, Rapporteur, MP`);

/** Peoples and languages beyond those WordNet has. */
export const DEMONYMS = list(`
  American, Americans, Afghan, Afghans, African, Africans, Arab, Arabs, Argentine, Asian, Asians, Australian, Australians, Austrian, Bangladeshi, Bavarian, Belgian, Bosnian, Brazilian, British, Britons, Bulgarian, Canadian, Canadians, Catalan, Chechen, Chilean, Chinese, Colombian, Croatian, Cuban, Cubans, Czech, Danish, Democrat, Democratic, Democrats, Dutch, Egyptian, English, Estonian, Ethiopian, European, Europeans, Finnish, Flemish,
  French, Georgian, German, Germans, Ghanaian, Greek, Greeks, Hispanic, Hispanics, Hungarian, Icelandic, Indian, Indians, Indonesian, Iranian, Iranians, Iraqi, Iraqis, Irish, Islamic, Islamist, Israeli, Israelis, Italian, Italians, Japanese, Jewish, Jews, Jordanian, Kenyan, Korean, Kurdish, Kurds, Latino, Latinos, Latvian, Lebanese, Liberal, Liberals, Libyan, Lithuanian, Macedonian, Malaysian, Mexican, Mexicans, Moroccan, Muslim, Muslims,
  Nazi, Nazis, Nigerian, North Korean, Norwegian, Pakistani, Pakistanis, Palestinian, Palestinians, Persian, Peruvian, Philippine, Filipino, Polish, Poles, Portuguese, Republican, Republicans, Romanian, Russian, Russians, Saudi, Saudis, Scottish, Serb, Serbian, Serbs, Shia, Shiite, Shiites, Singaporean, Slovak, Slovenian, Somali, South African, South Korean, Soviet, Spanish, Sunni, Sunnis, Swedish, Swiss, Syrian, Syrians, Taiwanese, Thai, Tibetan, Tory, Tories, Turkish, Turks, Ukrainian, Ukrainians, Venezuelan, Vietnamese, Welsh, Western, Yemeni, Zionist, Catholic, Catholics, Christian, Christians, Protestant, Hindu, Hindus, Buddhist, Sikh`);

export const CALENDAR = list(`
  January, February, March, April, June, July, August, September, October, November, December, Jan., Feb., Aug., Sept., Oct., Nov., Dec.,
  Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, Mondays, Tuesdays, Wednesdays, Thursdays, Fridays, Saturdays, Sundays, Christmas, Easter, Ramadan`);
