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
