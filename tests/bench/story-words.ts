// The words that generated stories are made of: places, bodies, things and deeds, and nobody's name.

export const PLACES =
  "harbour|old town|northern valley|river district|market square|upper village|east quarter|lake shore|railway suburb|hill country|western islands|industrial park|university quarter|southern plain|border region|garden city".split(
    "|",
  );

export const BODIES =
  "city council|regional court|harbour authority|teachers’ union|transport ministry|water board|hospital trust|fire service|planning office|football club|farmers’ association|audit office|national museum|weather service|energy company|election commission|tenants’ league|research institute|chamber of commerce|public library".split(
    "|",
  );

export const DEEDS =
  "approves|rejects|postpones|reviews|defends|questions|publishes|withdraws|extends|halves|doubles|examines|explains|reopens|announces|amends".split(
    "|",
  );

export const THINGS =
  "tram line|flood wall|school budget|housing plan|bridge repair|fishing quota|bus timetable|swimming pool|night train|wind farm|theatre grant|rent ceiling|cycle route|water tariff|archive sale|harvest forecast|ferry contract|street market|hospital wing|noise limit|recycling scheme|library hours|stadium roof|parking fee".split(
    "|",
  );

export const CIRCUMSTANCES =
  "after a long debate|before the summer recess|despite protests|for the second time|in a close vote|within hours|ahead of the election|over rising costs|following an inquiry|at short notice|without a date|by a single vote|amid heavy rain|on legal advice".split(
    "|",
  );

export const OPENINGS =
  "On Friday|By the evening|According to the minutes|In a written answer|For most of last year|At the same meeting|Under the present rules|Two streets away|In the view of many residents|Since the spring|As the figures show|Until now".split(
    "|",
  );

export const VERBS =
  "said|reported|found|decided|confirmed|denied|calculated|expected|feared|promised|noted|argued".split(
    "|",
  );

export const CLAUSES =
  "that the work would begin before the autumn|that costs had risen by more than a tenth|that nobody had asked the people who live there|that a cheaper way had never been examined|that the old figures could not be relied upon|that the contract would be offered again|that most of the money had already been spent|that the rules allow no exception|that an independent report should be published in full|that the matter would return to committee|that traffic had fallen and not risen|that the first results were better than forecast".split(
    "|",
  );

export const REMARKS =
  "We were told about it on the day it happened|It is the right plan at the wrong time|Nobody had read the budget to the end|The numbers speak for themselves, and they don't speak softly|There is no “plan B”, and there never was one|We'll know more when the water has gone down".split(
    "|",
  );

export const TAILS =
  "and a decision is due within the month|while the neighbouring districts wait|although the details remain open|which had not been expected|as it did ten years ago|and the opposition has asked for the documents|but no money has been set aside|so the question will be put again".split(
    "|",
  );

export const TOPIC_KINDS =
  "Budget|Courts|Schools|Hospitals|Railways|Harbours|Housing|Elections|Football|Theatre|Climate|Farming|Energy|Libraries|Markets|Museums|Bridges|Rivers|Forests|Taxes|Wages|Traffic|Archives|Weather|Prices".split(
    "|",
  );

export const TOPIC_SIDES =
  "|reform|abroad|in dispute|in figures|and the law|after dark|in winter|of the north|of the south|in history|in the islands|and the press|at work|in the villages|in the capital|and money|in numbers|and safety|on trial|and the young|in old age|by the sea|inland|in summer|at risk|in print|and science|under review|and noise|in public|and water|at the border|for beginners|in the hills|in theory|in practice|and trade|by night|in detail".split(
    "|",
  );

export const SUBHEADS =
  "What happens now|The figures|A long history|Voices from the street|What the law says|How it is paid for".split(
    "|",
  );
