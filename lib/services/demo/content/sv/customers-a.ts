/** Three fictional customers of Granlyse Energi, which does not exist. Marks: see ../transcript.ts. */
export const house = `
I: Tack för att du tar dig tid. Vi tar det från början: hur kom det sig att du bytte elbolag?
K: Det var grannen. Han satt och skröt på städdagen, han betalade fyrahundra mindre än jag i månaden. Då går man ju hem och kollar.
I: Hur gick det till när du kollade?
K: Jag la upp tre bolag i ett Excelark. {h1|Granlyse var de enda där jag kunde läsa ut vad jag faktiskt skulle betala, påslag och allt. Det gillade jag.}
I: Och sen?
K: Jag skrev på samma kväll. {h2|Bank-id, två frågor och sen var det klart, jag hade knappt hunnit sätta på kaffet.}
I: Hur kändes det?
K: {h3|Jag var nästan lite stolt, faktiskt. Äntligen hade jag gjort det jag skjutit på i två år.}
I: Vad hände när avtalet började gälla?
K: Ingenting, och det är väl så det ska vara. {h4|Appen tittar jag i varje morgon, jag kör diskmaskinen när det är billigt.}
I: Berätta om första fakturan.
K: Oj. Ja. Den kom i januari. {h5|Jag hade räknat ut vad den skulle bli, och den var nästan tusen kronor högre utan att det stod varför.}
I: Vad gjorde du då?
K: Läste den fyra gånger. {h7|Det är elva rader på den där räkningen och jag förstår tre av dem.} Och då jobbar jag ändå med siffror.
I: Hur var det att sitta där?
K: {h6|Jag blev förbannad. Inte för pengarna, utan för att jag kände mig lurad.}
I: Fick du veta vad det berodde på?
K: Till slut hittade jag en fotnot om att den gällde fem veckor i stället för fyra. Fem veckor! Skriv det högst upp då.
I: Har det hänt något mer sedan dess?
K: De höjde i mars. {h8|Prishöjningen stod i sista stycket i ett brev som hette ”Nyheter till dig som kund”.}
I: Hur tog du det?
K: {h9|Då tänkte jag: de hoppas att jag inte läser.} Det är svårt att få tillbaka det förtroendet.
I: Om du fick ändra en enda sak?
K: Fakturan. Allt annat är bra, det är det som är så dumt.
I: Tack. Är det något jag borde ha frågat om?
K: Nej. Jo, fråga dem om de själva kan läsa den.
`;

export const student = `
I: Du flyttade hemifrån i höstas. När tänkte du första gången på el?
K: När min värd sa att det inte ingick. Jag trodde det var som vatten, att det bara fanns.
I: Vad gjorde du då?
K: Googlade. {s1|Alla skriver ”rörligt”, ”fast” och ”timpris”, men ingen säger vilket som är till för en etta med en lampa och en dator.}
I: Hur var det?
K: {s2|Jag kände mig ganska korkad, ärligt talat.} Till slut tog jag den som kom upp först.
I: Och hur var det att teckna avtalet?
K: Det var det bästa med allt. {s3|Tre minuter på bussen. Det var lättare än att beställa mat.}
I: Vad kände du där på bussen?
K: {s4|Skönt! En vuxensak avklarad.}
I: Laddade du ner appen?
K: Ja, direkt. {s5|Man ser precis när jag duschar länge, det är typ en spegel.}
I: Hur är det att använda den?
K: {s6|Lite kul, faktiskt. Jag har tävlat mot mig själv några veckor.}
I: Berätta om första fakturan.
K: Den var på åttiotre kronor, så jag tänkte: vad bra! Sen kom det en till.
I: En till?
K: {s7|Det kom två räkningar för samma el, från två olika bolag, och jag trodde att den ena var bluff.} Så jag betalade den inte.
I: Vad hände?
K: Påminnelse, med avgift. Då ringde jag pappa. Han sa att den ena är för sladden och den andra för elen. Det hade man kunnat skriva.
I: Har du talat med bolaget om det?
K: Nej. {s8|Jag ringer inte. Kan jag inte lösa det i telefonen klockan elva på kvällen så blir det inte av.}
I: Vad skulle ha hjälpt dig?
K: Ett sms innan. ”Nu kommer två räkningar, så här ska det vara.” Klart.
I: Tack för att du berättade.
`;

export const mover = `
I: Ni flyttade in i huset i oktober. Hur kom Granlyse in i bilden?
K: Mäklaren hade en länk. Vi hade en bebis på tre veckor, så jag klickade på allt som gick att klicka på.
I: Vad var det första du fick från dem?
K: Ett brev, på papper. {m1|Det stod tre saker: när elen går över, vad den kostar och vem jag ringer. Jag satte upp det på kylskåpet.}
I: Hur kändes det att få det?
K: {m2|Tryggt. Någon hade tänkt på att jag inte orkade läsa.}
I: Och själva övergången?
K: {m3|Klockan tolv på natten bytte vi bolag och jag satt uppe med nappflaskan och ingenting slocknade.}
I: Hur var det?
K: {m4|Lättnad, bara. En sak mindre.}
I: Sedan kom fakturan.
K: Sedan kom fakturan. {m5|Niotusen fyrahundra för november. De hade räknat på familjen som bodde här före oss, och de hade tydligen badtunna.}
I: Vad hände i dig då?
K: {m6|Jag blev iskall. Jag tänkte att vi inte har råd att bo här.}
I: Vad gjorde du?
K: Ringde, så klart. {m7|Fyrtio minuter i kö, sen blev jag kopplad och då bröts det.} Det hände två gånger.
I: Hur var det att ringa?
K: {m8|Man sitter där med ett sovande barn på armen och hatar musiken.} Till slut la jag på.
I: Kom du fram någon gång?
K: Tredje dagen. Han var jättetrevlig, han såg direkt att det var fel. Men han kunde inte rätta det, det är en annan avdelning.
I: Och sedan?
K: {m9|De sa att rättelsen tar tio arbetsdagar. Det tog sju veckor, och under tiden kom det en påminnelse på det felaktiga beloppet.}
I: Hur var de veckorna?
K: {m10|Jag loggade in varje dag och kollade. Det låg som en sten i magen.}
I: Om du fick ändra en enda sak?
K: Att någon hade frågat oss hur många vi är, innan de gissade. {m11|En enda fråga, det hade räckt.}
I: Stort tack.
K: Tack själv. Det var skönt att få säga det till någon.
`;
