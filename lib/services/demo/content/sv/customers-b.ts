/** Three more fictional customers of Granlyse Energi. */
export const cafe = `
I: Du driver kafé. Hur kom ni till Granlyse?
K: Vi tog över lokalen, och avtalet följde med på något vis. Jag skrev på utan att läsa så noga, jag hade en ugn som skulle installeras.
I: Hur gick det när ni satte i gång?
K: {c1|Vi öppnade på måndagen och strömmen var där, ingen ringde och ingen krånglade. Så ska det vara.}
I: Hur var den dagen för dig?
K: {c2|Jag kommer ihåg att jag tänkte: det här fungerar ju.} Det var det enda som fungerade den veckan.
I: Använder du appen?
K: Jag försökte. {c3|Kaféet och lägenheten ligger på samma inloggning och appen visar bara lägenheten. Jag har alltså två år av siffror jag inte kommer åt.}
I: Hur känns det?
K: {c4|Tröttsamt. Som att de inte räknar med att en kund kan ha två mätare.}
I: Berätta om fakturan.
K: {c5|Min redovisningskonsult ringer mig varje månad och frågar vad raderna betyder. Jag betalar henne för det.} Det är roligt på ett sätt, men det är inte roligt.
I: Har priset ändrats under tiden?
K: Ja, då. {c6|Det fasta priset gick ut en fredag och på måndagen betalade jag det dubbla. Jag hade inte hört ett ord.}
I: Vad hände i dig när du såg det?
K: {c7|Jag mådde illa. Två ugnar och en diskmaskin, det är fyratusen i månaden som jag inte hade räknat med.}
I: Tog du kontakt?
K: Jag mejlade. {c8|Svaret kom efter elva dagar och började med ”Vad roligt att du hör av dig”.}
I: Och nu, tänker du stanna?
K: {c9|Jag stannar, men bara för att jag inte orkar byta.} Det är inget att skryta med för dem.
I: Hur känns det att säga det?
K: Ingenting särskilt. Det är el. Man ska väl inte behöva känna något för sin el.
I: Vad skulle ha gjort skillnad?
K: Att någon ringde tre veckor innan och sa: nu går det ut, vill du binda igen? Jag hade sagt ja på stående fot.
I: Tack. Bra bullar, förresten.
K: Tack ska du ha.
`;

export const pensioner = `
I: Hur länge har du varit kund hos Granlyse?
K: Sedan i våras. Min förra leverantör slutade, de skickade ett brev om att jag skulle välja. Då tog jag dem som hade ett telefonnummer på första sidan.
I: Vad fick du från dem till att börja med?
K: Ett välkomstbrev. {p1|Det var undertecknat med namn och telefonnummer, inte bara ”Hälsningar, teamet”.}
I: Hur tyckte du om det?
K: {p2|Det var vänligt. Jag sparade det i pärmen.}
I: Berätta om första fakturan.
K: Ja, den. {p3|Jag har läst räkningar i femtio år, men av den här får jag inte ut vad jag har förbrukat och vad jag har betalat i skatt.}
I: Vad gjorde du?
K: Jag tog fram förstoringsglaset, för de har grå text på grått. Sedan la jag den i pärmen och betalade.
I: Hur kändes det att betala den?
K: {p4|Det kändes inte värdigt. Man vill förstå vad man betalar för.}
I: Har du varit i kontakt med dem?
K: Ja, jag ringde. {p5|Först ska man prata med en maskin som frågar vad det gäller, och säger jag ”räkningen” så svarar den att jag kan läsa om fakturan på nätet.}
I: Och hur var det?
K: {p6|Jag blev ledsen. Jag ringde ju för att jag inte har nätet.}
I: Kom du fram till en människa?
K: Till slut. {p7|Hon gick igenom hela räkningen med mig, rad för rad, och hon stressade inte.} Tjugo minuter tog det.
I: Hur var det?
K: {p8|Då blev jag glad igen. Det var riktigt bra.} Men jag tänkte: så här kan ni väl inte sitta med alla?
I: Är det något annat du vill ta upp?
K: {p9|De tar fyrtionio kronor för att skicka räkningen på papper, och jag kan inte få den på något annat sätt.} Det är småpengar. Men det är principen.
I: Om du fick ändra en enda sak?
K: Större bokstäver och färre ord. Man behöver inte vara gammal för att vilja ha det.
I: Tack så mycket.
K: Det var trevligt att någon frågade.
`;

export const daughter = `
I: Du sköter din pappas el. Hur blev det så?
K: Han fick en stroke i våras. Plötsligt var jag den som skulle veta vad han hade för avtal.
I: Vad var det första du gjorde?
K: Jag ringde Granlyse och sa som det var. De behövde en fullmakt, och det förstår jag.
I: Hur gick det?
K: {d1|Jag har skickat in samma fullmakt tre gånger, och varje gång jag ringer får jag börja om från början.}
I: Hur är det att behöva göra det?
K: {d2|Man står där och berättar om sin pappas stroke för en fjärde person. Det tar på krafterna.}
I: Vad gällde samtalen?
K: En faktura där han betalat två gånger. Det var deras autogiro som hade dragit dubbelt.
I: Hur löste det sig?
K: {d3|Ingen kunde säga när pengarna skulle komma tillbaka, bara att ärendet låg hos ekonomi.} I nio veckor låg det hos ekonomi.
I: Hur hade du det under tiden?
K: {d4|Jag var arg på ett sätt som jag inte är annars.} Jag började spela in samtalen, tänk dig det.
I: Sedan ändrades priset, sa du.
K: Ja, i september. {d5|Höjningen kom som ett sms till pappas telefon, den som låg i hans nattduksbord på rehab.}
I: Vad kände du när du hittade det?
K: {d6|Uppgivenhet, mest. Jag hade ju bett dem skriva till mig.}
I: Vad hände när avtalet gick ut?
K: Då hände det något. En kvinna ringde upp. {d7|Hon hade läst allt som hänt innan hon ringde, och hon sa förlåt. Sedan band vi om på tio minuter.}
I: Hur var det?
K: {d8|Jag grät lite efteråt. Det är första gången någon där behandlade oss som människor.}
I: Vad skulle du vilja säga till bolaget?
K: {d9|Låt den som svarar få se vad som hänt, och låt den få lösa det.} Mer än så är det inte.
I: Tack för att du delade med dig.
K: Säg till dem att det var hon i Luleå. Hon ska ha en blomma.
`;
