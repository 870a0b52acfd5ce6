// Rules that notice names, accusations and other people's children in a draft. They run here and nowhere else: this file
// asks for nothing and keeps nothing, and the field belongs to no form. They speak up rather too often than too seldom.
const CAPITALS_THAT_NAME_NOBODY = new Set(
  ("i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december english maths science art music year reception nursery key stage ks1 ks2 eyfs sats school " +
    "primary infant junior academy church christmas easter halloween diwali eid ofsted send senco pe pta tv uk england wales scotland " +
    "ireland britain british welsh facebook whatsapp instagram tiktok snapchat youtube google teams zoom classdojo ipad chromebook " +
    "ok omg lol ps covid god mum dad nan grandad gran granny mummy daddy").split(" "),
);
const FIRST_NAMES = new Set(
  ("aaron abdul adam aisha alex alfie ali alice amelia amina amy andrew anna anne archie arthur ava ben beth bobby callum carl caroline " +
    "charlie charlotte chloe chris claire connor daisy dan daniel dave david dean dylan ed eleanor ella ellie emily emma ethan evie faith " +
    "fatima finley florence frank freya freddie gary gemma george georgia grace hannah harry harvey hassan heather helen henry holly ian " +
    "ibrahim imran isaac isabella isla ivy jack jacob jade jake james jamie jane jason jayden jess jessica joe john josh julie karen kate " +
    "katie kelly kevin khadija kofi kyle lauren lee leo lewis liam lily linda lisa logan louise lucas lucy luke maisie maria mark martin " +
    "mary maryam mason matt max megan mia michael michelle mike millie mo mohammed molly muhammad nathan neil nicola noah olivia oliver " +
    "oscar owen paul peter phil phoebe poppy rachel rebecca reece rhys riley robert rosie ruby ryan sam sanjay sarah scarlett sean " +
    "sharon sienna simon sofia sophie stephen steve sue susan tariq thomas tim toby tom tracey tyler victoria will yusuf zac zara zoe").split(" "),
);
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
const TITLE = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam|Prof|Rev)\.?\s+\p{Lu}[\p{L}'’-]*/gu;
const HANDLE = /(?<![\w.])@[\w.]{2,}/g;
const RULES = {
  roles:
    /\b(?:(?:year|y)\s?\d\s+(?:teacher|ta|boy|girl|child|kid|mum|dad|lot)|(?:class|head|deputy|music|pe|supply|form|reception|nursery) ?teacher|headmaster|headmistress|the head\b|teaching assistant|dinner lad(?:y|ies)|lunchtime supervisor|lollipop (?:man|lady)|(?:the|our|that) (?:ta|senco|caretaker|receptionist|secretary|governor|chair of governors)|(?:his|her|their|whose) (?:mum|mother|dad|father|parents|family|nan))\b/giu,
  claims:
    /\b(?:liars?|lied|lying|lies|bull(?:y|ies|ied|ying)|abus(?:e|es|ed|er|ers|ing|ive)|assault(?:ed|ing)?|neglect(?:ed|ful|ing)?|negligent|racists?|racism|sexist|homophob(?:e|ic|ia)|paedo(?:phile)?s?|perverts?|groom(?:ed|ing|er)|thie(?:f|ves)|stole|stolen|stealing|fraud|corrupt(?:ion)?|criminals?|drunk|on drugs|dealer|cover(?:ed|ing)?[ -](?:it )?up|incompeten(?:t|ce)|useless|unfit|clueless|evil|disgusting|disgrace(?:ful)?|a joke|pathetic|stupid|idiots?|moron|hit|hits|hitting|punch(?:ed|es|ing)?|kick(?:ed|s|ing)?|slap(?:ped|s)?|attack(?:ed|s|ing)?|hurt my|(?:should be|get) (?:sacked|fired|ashamed|struck off)|to blame|it's (?:his|her|their) fault)\b/giu,
  threats:
    /\b(?:(?:i(?:'|’)?ll|i will|gonna|going to|we(?:'|’)?ll|someone (?:should|needs to|will)) (?:\w+ ){0,2}(?:kill|hurt|hit|punch|smash|batter|knock|sort (?:him|her|them) out|get (?:him|her|them|you)|find (?:him|her|them|you)|make (?:him|her|them|you) pay)|watch (?:your|his|her|their) back|knows? where (?:you|he|she|they) lives?|deserves? (?:a (?:slap|beating|kicking)|to die)|wait (?:till|until) i (?:see|get))\b/giu,
  children:
    /\b(?:(?:that|this|another|one|some|a|the other|these|those|certain) (?:\w+ ){0,2}(?:boys?|girls?|child|children|kids?|pupils?|lad|lads|classmate)|(?:her|his|their|your|someone's|somebody's|people's) (?:child|children|kids?|son|daughter|boy|girl|little one)|other (?:people's |parents' )?(?:children|kids|boys|girls|pupils)|(?:boy|girl|child|kid|lad) (?:in|from) (?:his|her|their|our|my \w+'s|year|class|reception)\b)/giu,
  pictures: /\b(?:photos?|pics?|pictures?|videos?|clips?|footage|screenshots?|recording)\b/giu,
};

const unique = (words) => [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];

const startsSentence = (text, at) => /(?:^|[.!?…:\n]["”’)]*\s*)$/u.test(text.slice(0, at));

const names = (text) => {
  const found = [...text.matchAll(TITLE), ...text.matchAll(HANDLE)].map((match) => match[0]);
  const titled = found.join(" ");
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/['’]s$/u, "");
    const small = word.toLowerCase().replace(/’/gu, "'");
    const begins = /^\p{Lu}\p{Ll}/u.test(word);
    if (titled.includes(word)) continue;
    const isKnown = FIRST_NAMES.has(small) && begins;
    const isInside = begins && !startsSentence(text, match.index) && !CAPITALS_THAT_NAME_NOBODY.has(small);
    if (isKnown ? !["may", "will", "mark", "grace", "faith", "poppy", "ruby", "ivy"].includes(small) || isInside : isInside) found.push(word);
  }
  return unique(found);
};

const isLoud = (text) => /!{2,}/u.test(text) || (text.match(/\b\p{Lu}{4,}\b/gu) ?? []).length >= 2;

const noticed = (text) => {
  const found = { names: names(text) };
  for (const [rule, pattern] of Object.entries(RULES)) found[rule] = unique([...text.matchAll(pattern)].map((match) => match[0].trim()));
  // "My child" is one's own to write about; a picture matters where others may be in it.
  found.loud = isLoud(text) ? ["!"] : [];
  return found;
};

for (const helper of document.querySelectorAll("[data-before-you-post]")) {
  const draft = helper.querySelector("textarea");
  const remarks = [...helper.querySelectorAll("[data-remark]")];
  let waiting = 0;

  const show = () => {
    const text = draft.value.trim();
    const found = noticed(text);
    for (const remark of remarks) {
      const words = found[remark.dataset.remark] ?? [];
      const calm = remark.dataset.remark === "nothing" && text.length > 20 && !Object.values(found).some((one) => one.length);
      const said = remark.querySelector("[data-words]");
      if (said && said.textContent !== words.join(", ")) said.textContent = words.join(", ");
      if (remark.hidden !== !(calm || words.length)) remark.hidden = !(calm || words.length);
    }
  };

  const wipe = () => {
    draft.value = "";
    show();
  };

  helper.hidden = false;
  draft.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 900);
  });
  helper.querySelector("[data-look]").addEventListener("click", show);
  helper.querySelector("[data-wipe]").addEventListener("click", () => {
    wipe();
    draft.focus();
  });
  // Whoever takes up this device later finds an empty field, also after going back.
  window.addEventListener("pagehide", wipe);
  window.addEventListener("pageshow", wipe);
}
